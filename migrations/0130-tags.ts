import type { Migration } from './migration.ts';

const tags = `
-- The shop's own words for its customers. A tag that was removed keeps its number, so that nothing saved by it can come to
-- mean another one; its name may be given again.
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_folded TEXT NOT NULL,
  colour TEXT CHECK (colour IN ('green', 'blue', 'violet', 'red', 'amber')),
  created_at INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX tags_by_name ON tags (name_folded) WHERE removed_at IS NULL;

-- Who wears a tag. It stays under the entry it was put on, also after a merge: each entry has its own when they come apart.
CREATE TABLE customer_tags (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (customer_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tags_by_tag ON customer_tags (tag_id, customer_id);
`;

/** Tags of the shop, and who wears them. */
export const tagsOfCustomers: Migration = {
  number: 130,
  name: 'tags',
  up: (execute) => {
    execute(tags);
  },
};
