/** A document that the quick reader does not understand; the full parser reads it instead. */
export class NotQuick extends Error {}
