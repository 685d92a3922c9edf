import { Schema } from 'mongoose'
import type { DocumentKind, ItemIndex, Revision, Stored } from '../../ports/catalog-store.ts'
import type { OfficeKey, OfficeKind } from '../../ports/office-store.ts'

/** `until` of a state that nothing has replaced yet. */
export const present = Number.MAX_SAFE_INTEGER

/**
 * One state of one document. It is visible at catalogue revision n when since ≤ n < until, so that readers see one catalogue however many
 * answers they fetch and whatever is written meanwhile.
 */
export interface StateRecord {
  /** Kind, id and revision: the same state cannot be written twice. */
  _id: string
  kind: DocumentKind
  id: string
  revision: number
  /** Catalogue revision that brought it. */
  since: number
  /** Catalogue revision that replaced it; equal to `since` for a removal, which is never visible. */
  until: number
  /** Place among the changes of its commit, from 0. */
  position: number
  updatedAt: string
  actor: string
  /** JSON text, as every store keeps it; `null`: the document was removed. */
  body: string | null
  /** Of an item: what it is filtered, sorted and counted by. */
  index?: ItemIndex
  /** Of an item: what must be unique among present items. */
  codes?: { agency: string; catalogCode?: string; implementationCode?: string }
}

/** The one record that makes commits visible, and the turn of a writer that commits in parts. */
export interface CatalogueRecord {
  _id: 'catalogue'
  /** Of the layout of this database; see `layoutVersion`. */
  layout: number
  revision: number
  /** Who is writing the next commit in parts, and how many parts are done. */
  writer?: { token: string; parts: number }
}

/** That a commit was applied: tells a writer whose answer was lost. */
export interface CommitRecord {
  /** The catalogue revision it made. */
  _id: number
  token: string
}

/** A document of the office, with the values it is listed by. */
export interface OfficeRecord {
  /** Kind and id. */
  _id: string
  kind: OfficeKind
  id: string
  revision: number
  updatedAt: string
  keys: Record<OfficeKey, string | null>
  /** JSON text, as every store keeps it. */
  body: string
}

/** An entry of the record. */
export interface EntryRecord {
  /** Its number: no two entries have the same. */
  _id: number
  actor: string
  subject: string
  action: string
  /** JSON text, as it was sealed. */
  entry: string
}

export interface PictureRecord {
  _id: string
  content: string
}

/** What is kept of an item to find it by; see `TermIndex`. */
export interface TermRecord {
  /** The code of the item. */
  _id: string
  digest: string
  /** Each term with a space and its weight. */
  terms: string[]
}

/** The one record that says how far the terms are. */
export interface TermStateRecord {
  _id: 'terms'
  revision: number
  rules: string
  turn: number
}

const strict = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  autoIndex: false,
  autoCreate: false,
} as const
const text = { type: String, required: true } as const
const number = { type: Number, required: true } as const

export const stateSchema = new Schema<StateRecord>(
  {
    _id: text,
    kind: text,
    id: text,
    revision: number,
    since: number,
    until: number,
    position: number,
    updatedAt: text,
    actor: text,
    body: { type: String, default: null },
    index: new Schema<ItemIndex>(
      { agency: String, type: String, state: String, audience: [String], theme: [String], sortKey: String },
      { strict: 'throw', _id: false },
    ),
    codes: new Schema(
      { agency: String, catalogCode: String, implementationCode: String },
      { strict: 'throw', _id: false },
    ),
  },
  { ...strict, id: false },
)

export const catalogueSchema = new Schema<CatalogueRecord>(
  {
    _id: text,
    layout: number,
    revision: number,
    writer: new Schema({ token: text, parts: number }, { strict: 'throw', _id: false }),
  },
  strict,
)

export const commitSchema = new Schema<CommitRecord>({ _id: number, token: text }, strict)

export const pictureSchema = new Schema<PictureRecord>({ _id: text, content: text }, strict)

export const officeSchema = new Schema<OfficeRecord>(
  {
    _id: text,
    kind: text,
    id: text,
    revision: number,
    updatedAt: text,
    keys: new Schema({ account: String, agency: String, item: String, state: String }, { strict: 'throw', _id: false }),
    body: text,
  },
  { ...strict, id: false },
)

export const entrySchema = new Schema<EntryRecord>(
  { _id: number, actor: text, subject: text, action: text, entry: text },
  strict,
)

export const termSchema = new Schema<TermRecord>({ _id: text, digest: text, terms: [String] }, strict)

export const termStateSchema = new Schema<TermStateRecord>(
  { _id: text, revision: number, rules: { type: String, default: '' }, turn: number },
  strict,
)

/** The document in a record; the body is what `commit` wrote, so that its shape is the one of its kind. */
export function toStored<Kind extends DocumentKind>(kind: Kind, record: StateRecord): Stored<Kind> {
  const { id, revision, updatedAt, body } = record
  return { kind, id, revision, updatedAt, body: JSON.parse(body ?? 'null') }
}

/** The past or present state in a record; see `toStored`. */
export function toRevision<Kind extends DocumentKind>(kind: Kind, record: StateRecord): Revision<Kind> {
  return { ...toStored(kind, record), actor: record.actor }
}

/** What is visible at a catalogue revision. */
export function visibleAt(revision: number): { since: { $lte: number }; until: { $gt: number } } {
  return { since: { $lte: revision }, until: { $gt: revision } }
}
