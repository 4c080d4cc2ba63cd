import type { Migration } from './migration.ts';

/** What imports wrote of tags: that somebody was given one, and that there was none of the name before. */
export const tagsOfImports: Migration = {
  number: 170,
  name: 'tags of imports',
  up: (execute) => {
    execute(`
-- What an import wrote into customers, so that it can be taken back: of a field the text before and after ('' = none), of
-- a card its code, of a note its request, of an opening balance its ledger entry, of a new customer a hash of the fields,
-- of a tag its id, once more where the import made it (under the first who was given it).
CREATE TABLE new_import_changes (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  field TEXT NOT NULL CHECK (field IN ('created', 'name', 'ref', 'phone', 'email', 'birthday', 'since', 'card', 'note',
    'entry', 'tag', 'tagMade')),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, customer_id, field, after)
) STRICT, WITHOUT ROWID;
INSERT INTO new_import_changes SELECT import_id, customer_id, field, before, after FROM import_changes;
DROP TABLE import_changes;
ALTER TABLE new_import_changes RENAME TO import_changes;
CREATE INDEX import_changes_by_customer ON import_changes (customer_id, field);
`);
  },
};
