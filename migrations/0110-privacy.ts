import type { Migration } from './migration.ts';

const neverChanged = (table: string): string => `
CREATE TRIGGER ${table}_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`;

const consents = `
-- 'contact' is the one question that is spoken: an answer for every channel. A channel may be answered by itself, later.
-- place = where it was asked; unknown of older answers.
CREATE TABLE new_consents (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('membership', 'profiling', 'contact', 'call', 'text', 'email', 'post')),
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  text_version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  place TEXT CHECK (place IN ('till', 'form', 'profile'))
) STRICT;
INSERT INTO new_consents SELECT id, customer_id, purpose, granted, text_version, at, business_day, staff_id, NULL
  FROM consents;
DROP TABLE consents;
ALTER TABLE new_consents RENAME TO consents;
CREATE INDEX consents_by_customer ON consents (customer_id, id);
-- Few refuse: who is left out of every estimate is found without reading every answer.
CREATE INDEX consents_to_profiling ON consents (customer_id, id) WHERE purpose IN ('membership', 'profiling');
${neverChanged('consents')}
`;

const erasures = `
-- People whose name and words are gone. fingerprint = HMAC of the entry, by which it is known again in an older backup.
CREATE TABLE erasures (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  fingerprint TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('asked', 'retention', 'restored')),
  visits INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
`;

const words = `
-- Forgetting a person takes the words of a visit or an entry away; nothing else of either can be changed.
DROP TRIGGER visits_not_changed;
CREATE TRIGGER visits_not_changed BEFORE UPDATE OF id, request_id, sign, customer_id, at, business_day, business_month, amount,
  staff_id, source, programme_version_id, reverses_id, refunds_id, moved_from_id, import_id ON visits
  BEGIN SELECT RAISE(ABORT, 'visits is append-only'); END;
CREATE TRIGGER visits_reason_only_goes BEFORE UPDATE OF reason ON visits WHEN old.reason IS NULL OR new.reason IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'visits is append-only'); END;
DROP TRIGGER ledger_entries_not_changed;
CREATE TRIGGER ledger_entries_not_changed BEFORE UPDATE OF id, wallet_id, unit_id, customer_id, visit_id, kind, change,
  carry_num, carry_den, at, business_day, business_month, staff_id, programme_version_id, reverses_id, refunds_id
  ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;
CREATE TRIGGER ledger_entries_words_only_go BEFORE UPDATE OF why ON ledger_entries
  WHEN new.why = old.why
    OR json_remove(new.why, '$.reason', '$.name') <> json_remove(old.why, '$.reason', '$.name')
    OR COALESCE(new.why ->> '$.reason', '') <> ''
    OR (new.why ->> '$.name' IS NOT old.why ->> '$.name' AND old.why ->> '$.kind' <> 'transferred')
  BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;
`;

const audit = `
-- Every write besides visits and ledger entries, which say who and when themselves. Each entry's hash covers the one before. What is personal stands in audit_facts, of which the entry keeps a salted hash:
-- forgetting a person takes the facts and the salt away and leaves the chain whole.
CREATE TABLE audit_entries (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  approved_by INTEGER REFERENCES staff (id),
  call TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
  customer_id INTEGER REFERENCES customers (id),
  subject_id INTEGER,
  facts_hash TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_customer ON audit_entries (customer_id, number) WHERE customer_id IS NOT NULL;
CREATE INDEX audit_entries_by_day ON audit_entries (business_day, number);
CREATE TABLE audit_facts (
  number INTEGER PRIMARY KEY REFERENCES audit_entries (number),
  salt TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
${neverChanged('audit_entries')}
CREATE TRIGGER audit_facts_not_changed BEFORE UPDATE ON audit_facts BEGIN SELECT RAISE(ABORT, 'audit_facts only goes'); END;
`;

/** Consent by purpose and channel, the people who were forgotten, and the log that nobody can change. */
export const privacyAndAudit: Migration = {
  number: 110,
  name: 'privacy',
  up: (execute) => {
    execute(consents);
    execute(erasures);
    execute(words);
    execute(audit);
  },
};
