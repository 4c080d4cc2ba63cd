import type { Migration } from './migration.ts';

const careNotes = `
-- What only some roles read: the result of a patch test, a word about skin or health. It stays under the entry it was
-- written for, also after a merge, and goes when its time is over. business_day = when it was written, made_day = the day
-- it is about, from which its time is counted.
CREATE TABLE care_notes (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('patchTest', 'health')),
  text TEXT NOT NULL,
  made_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX care_notes_by_customer ON care_notes (customer_id, id);
CREATE INDEX care_notes_by_age ON care_notes (kind, made_day);
CREATE TRIGGER care_notes_not_changed BEFORE UPDATE ON care_notes
  BEGIN SELECT RAISE(ABORT, 'care_notes only go'); END;
`;

const keptPeople = `
-- People who stay although they have not been here for longer than the shop keeps anybody.
CREATE TABLE kept_people (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
`;

const entriesWithWords = `
-- Few entries hold words or a name; whoever forgets a person finds them without reading every entry.
CREATE INDEX ledger_entries_with_reason ON ledger_entries (customer_id) WHERE why ->> '$.reason' <> '';
CREATE INDEX ledger_entries_transferred ON ledger_entries (customer_id) WHERE why ->> '$.kind' = 'transferred';
`;

/** Notes that only some roles read, and people who are kept longer than others. */
export const careNotesAndKeptPeople: Migration = {
  number: 140,
  name: 'care notes',
  up: (execute) => {
    execute(careNotes);
    execute(keptPeople);
    execute(entriesWithWords);
  },
};
