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
]
