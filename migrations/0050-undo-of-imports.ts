import type { Migration } from './migration.ts';

const imports = `
-- keeps_changes = 1 where import_changes tells everything the import wrote besides its own visits and customers; older
-- imports kept no record. undone is the report of the undo.
CREATE TABLE new_imports (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('visits', 'customers', 'balances')),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  report TEXT NOT NULL,
  keeps_changes INTEGER NOT NULL CHECK (keeps_changes IN (0, 1)),
  undone_at INTEGER,
  undone_by INTEGER REFERENCES staff (id),
  undone TEXT,
  CHECK ((undone_at IS NULL) = (undone IS NULL) AND (undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
INSERT INTO new_imports SELECT id, request_id, kind, file_name, file_hash, at, staff_id, report, 0, NULL, NULL, NULL
  FROM imports;
DROP TABLE imports;
ALTER TABLE new_imports RENAME TO imports;
CREATE INDEX visits_by_import ON visits (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customers_by_import ON customers (import_id) WHERE import_id IS NOT NULL;
`;

const changes = `
-- What an import wrote into customers, so that it can be taken back: of a field the text before and after ('' = none), of
-- a card its code, of a note its request, of an opening balance its ledger entry, of a new customer a hash of the fields.
CREATE TABLE import_changes (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  field TEXT NOT NULL CHECK (field IN ('created', 'name', 'ref', 'phone', 'email', 'birthday', 'since', 'card', 'note',
    'entry')),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, customer_id, field, after)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_changes_by_customer ON import_changes (customer_id, field);
`;

/** What imports wrote besides visits, and that they were taken back; opening balances as a kind of import. */
export const undoOfImports: Migration = {
  number: 50,
  name: 'undo-of-imports',
  up: (execute) => {
    execute(imports);
    execute(changes);
  },
};
