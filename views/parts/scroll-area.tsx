import type { ComponentChildren } from 'preact'

/** Something wider than a phone: it scrolls by itself, also by keyboard, and the page does not. */
export function ScrollArea({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the area.
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
