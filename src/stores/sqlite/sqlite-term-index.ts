import type { TermEntry, TermIndex, TermIndexState, TermMatch, TermWrite, WantedTerm } from '../../ports/term-index.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** The terms in the file of the catalogue: one row for each term of each item. */
export class SqliteTermIndex implements TermIndex {
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  async state(): Promise<TermIndexState> {
    return readState(this.#connection)
  }

  async digests(): Promise<ReadonlyMap<string, string>> {
    const rows = this.#connection.all<{ id: string; digest: string }>('SELECT id, digest FROM term_items')
    return new Map(rows.map(({ id, digest }) => [id, digest]))
  }

  async write({ seenTurn, put, remove, upTo }: TermWrite): Promise<boolean> {
    const connection = this.#connection
    return connection.transaction('write', () => {
      const state = readState(connection)
      if (state.turn !== seenTurn) return false
      for (const code of remove) removeEntry(connection, code)
      for (const entry of put) putEntry(connection, entry)
      const { revision, rules } = upTo ?? state
      connection.run('UPDATE term_index SET revision = ?, rules = ?, turn = turn + 1', revision, rules)
      return true
    })
  }

  async match(groups: readonly (readonly WantedTerm[])[], mode: 'all' | 'any'): Promise<TermMatch[]> {
    if (groups.length === 0) return []
    const wanted = groups.flatMap((group, place) => group.map((term) => [place, ...rangeOf(term)]))
    const rows = this.#connection.all<{ code: string; found: string }>(
      matching,
      JSON.stringify(wanted),
      mode === 'all' ? groups.length : 1,
    )
    return rows.map(({ code, found }) => ({ code, weights: weightsOf(JSON.parse(found), groups.length) }))
  }
}

/** The ranges of each part are walked along the primary key, whatever the planner thinks of them. */
const matching = `
  WITH RECURSIVE
    parts (part) AS (
      SELECT 0 UNION ALL SELECT part + 1 FROM parts WHERE part < (SELECT max(number) >> 9 FROM term_items)
    ),
    wanted AS (SELECT value ->> 0 AS place, value ->> 1 AS low, value ->> 2 AS high FROM json_each(?)),
    found AS MATERIALIZED (
      SELECT item, place, max(weight) AS weight
        FROM parts CROSS JOIN wanted CROSS JOIN terms
          ON terms.part = parts.part AND term >= low AND term < high
        GROUP BY item, place
    )
  SELECT id AS code, json_group_array(json_array(place, weight)) AS found
    FROM found JOIN term_items ON number = item
    GROUP BY item HAVING count(*) >= ? ORDER BY id`

/** Terms hold no control characters, and no character sorts behind U+10FFFF. */
function rangeOf({ text, isPrefix }: WantedTerm): [string, string] {
  return [text, `${text}${isPrefix ? '\u{10FFFF}' : '\u0001'}`]
}

function weightsOf(found: readonly [number, number][], groups: number): number[] {
  const weights = Array<number>(groups).fill(0)
  for (const [place, weight] of found) weights[place] = weight
  return weights
}

function readState(connection: SqliteConnection): TermIndexState {
  const state = connection.first<TermIndexState>('SELECT revision, rules, turn FROM term_index')
  return state ?? { revision: 0, rules: '', turn: 0 }
}

function putEntry(connection: SqliteConnection, { code, digest, terms }: TermEntry): void {
  removeTerms(connection, code)
  connection.run(
    'INSERT INTO term_items (id, digest) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest',
    code,
    digest,
  )
  connection.run(
    `INSERT INTO terms (part, term, item, weight)
      SELECT number >> 9, value ->> 0, number, value ->> 1 FROM term_items JOIN json_each(?) WHERE term_items.id = ?`,
    JSON.stringify(terms.map(({ text, weight }) => [text, weight])),
    code,
  )
}

function removeEntry(connection: SqliteConnection, code: string): void {
  removeTerms(connection, code)
  connection.run('DELETE FROM term_items WHERE id = ?', code)
}

function removeTerms(connection: SqliteConnection, code: string): void {
  const known = connection.first<{ number: number }>('SELECT number FROM term_items WHERE id = ?', code)
  if (known === undefined) return
  connection.run('DELETE FROM terms WHERE part = ? >> 9 AND item = ?', known.number, known.number)
}
