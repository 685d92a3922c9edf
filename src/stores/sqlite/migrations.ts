/**
 * What brings a database from version n to n + 1, numbered from 1 by position (`PRAGMA user_version`).
 *
 * A step that has been released is never edited: a later change is a new step at the end.
 * Bodies lie in `revisions` alone; `documents` says which revision is the present one.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE catalogue (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO catalogue VALUES (1, 0);

  CREATE TABLE revisions (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    body TEXT, -- JSON; NULL: the document was removed
    UNIQUE (kind, id, revision)
  ) STRICT;

  CREATE TABLE documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (kind, id),
    FOREIGN KEY (kind, id, revision) REFERENCES revisions (kind, id, revision) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    agency TEXT NOT NULL,
    catalog_code TEXT,
    implementation_code TEXT
  ) STRICT;
  CREATE INDEX items_official ON items (sort_key, id);
  CREATE INDEX items_newest ON items (updated_at DESC, id);
  CREATE UNIQUE INDEX items_catalog_code ON items (agency, catalog_code) WHERE catalog_code IS NOT NULL;
  CREATE UNIQUE INDEX items_implementation_code ON items (implementation_code) WHERE implementation_code IS NOT NULL;

  CREATE TABLE item_facets (
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
    PRIMARY KEY (facet, value, item)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX item_facets_item ON item_facets (item);

  CREATE TABLE pictures (
    key TEXT PRIMARY KEY,
    content TEXT NOT NULL
  ) STRICT;
  `,
  // The log: which commit brought a state. Of earlier commits only moment and author are known; those that share both become one.
  `
  ALTER TABLE revisions ADD COLUMN commit_number INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE revisions ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE revisions ADD COLUMN item_index TEXT; -- JSON; NULL: another kind, or the item was removed

  WITH
    marked AS (
      SELECT rowid AS row,
        json_array(updated_at, actor) IS NOT lag(json_array(updated_at, actor)) OVER (ORDER BY rowid) AS begins
      FROM revisions
    ),
    numbered AS (SELECT row, sum(begins) OVER (ORDER BY row) AS number FROM marked),
    placed AS (SELECT row, number, row_number() OVER (PARTITION BY number ORDER BY row) - 1 AS place FROM numbered)
  UPDATE revisions SET commit_number = placed.number, position = placed.place
    FROM placed WHERE placed.row = revisions.rowid;

  UPDATE revisions SET item_index = json_object(
      'agency', body ->> '$.agency',
      'type', body ->> '$.type',
      'state', coalesce(
        (SELECT value FROM item_facets JOIN items ON number = item WHERE items.id = revisions.id AND facet = 'state'),
        'active'),
      'audience', json(coalesce(body -> '$.audiences', '[]')),
      'theme', json(coalesce(body -> '$.themes', '[]')),
      'sortKey', coalesce((SELECT sort_key FROM items WHERE items.id = revisions.id), id))
    WHERE kind = 'item' AND body IS NOT NULL;

  CREATE UNIQUE INDEX revisions_log ON revisions (commit_number, position);
  UPDATE catalogue SET revision = (SELECT coalesce(max(commit_number), 0) FROM revisions);
  `,
  // The office: documents with the values they are listed by, and the record as a chain of entries.
  `
  CREATE TABLE office_documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    account TEXT,
    agency TEXT,
    item TEXT,
    state TEXT,
    body TEXT NOT NULL, -- JSON
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX office_documents_account ON office_documents (kind, account) WHERE account IS NOT NULL;
  CREATE INDEX office_documents_agency ON office_documents (kind, agency, state) WHERE agency IS NOT NULL;
  CREATE INDEX office_documents_item ON office_documents (kind, item) WHERE item IS NOT NULL;
  CREATE INDEX office_documents_state ON office_documents (kind, state) WHERE state IS NOT NULL;

  CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    action TEXT NOT NULL,
    entry TEXT NOT NULL -- JSON, as it was sealed
  ) STRICT;
  CREATE INDEX record_actor ON record (actor, number);
  CREATE INDEX record_subject ON record (subject, number);
  CREATE INDEX record_action ON record (action, number);
  `,
  // What items are found by; derived from the catalogue, filled by whoever searches.
  `
  CREATE TABLE term_index (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    revision INTEGER NOT NULL,
    rules TEXT NOT NULL,
    turn INTEGER NOT NULL
  ) STRICT;
  INSERT INTO term_index VALUES (1, 0, '', 0);

  CREATE TABLE term_items (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL
  ) STRICT;

  CREATE TABLE terms (
    part INTEGER NOT NULL, -- of every 512 items, so that writing a few does not touch the whole table
    term TEXT NOT NULL,
    item INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (part, term, item)
  ) STRICT, WITHOUT ROWID;
  `,
]
