import type { ComponentChildren } from 'preact'
import type { Provenance } from '../../src/schema/types.ts'
import { ProvenanceWords } from './provenance-note.tsx'

interface PaperNoteProps {
  provenance: Pick<Provenance, 'facts' | 'verified' | 'note'>
  /** Where this paper can be read again. */
  address: string
  children: ComponentChildren
}

/** 注: below a printed table: how to read it, that it is illustrative, where it comes from. */
export function PaperNote({ provenance, address, children }: PaperNoteProps) {
  return (
    <footer class="paper-note">
      <p>注：{children}</p>
      <p>
        <ProvenanceWords {...provenance} />。{provenance.note}
      </p>
      <p class="print-only">本页地址：{address}</p>
    </footer>
  )
}
