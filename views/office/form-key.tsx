import type { OfficeFrame } from './frame.ts'

/** The proof that a form is ours; stands in every form that changes something. */
export function FormKey({ frame }: { frame: Pick<OfficeFrame, 'formKey'> }) {
  return <input type="hidden" name="_key" value={frame.formKey} />
}
