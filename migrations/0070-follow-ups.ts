import type { Migration } from './migration.ts';

const reasons = `'promise', 'atRisk', 'slipping', 'birthday', 'firstVisit', 'afterItem', 'expiring', 'milestone', 'silentVip',
    'referral', 'campaign'`;

const tables = `
-- What somebody of the shop said they would do for a customer by a day; it is open until a fact ends it.
CREATE TABLE promises (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  text TEXT NOT NULL,
  due_day INTEGER NOT NULL,
  owner_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX promises_by_customer ON promises (customer_id);
CREATE INDEX promises_by_day ON promises (due_day);

-- What became of a follow-up; it stays where it was written also when its customer is merged into another one.
CREATE TABLE follow_up_facts (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  reason TEXT NOT NULL CHECK (reason IN (${reasons})),
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'willCome', 'leftMessage', 'noAnswer', 'movedAway', 'doNotContact',
    'snoozed', 'nextVisit')),
  channel TEXT CHECK (channel IN ('call', 'text', 'email', 'post', 'inPerson')),
  -- When it comes back to the list; NULL = that was the end of it.
  until_day INTEGER,
  -- What is to be said when they are next here.
  words TEXT,
  promise_id INTEGER REFERENCES promises (id),
  -- The hint for the next visit that this one has ended.
  settles_id INTEGER REFERENCES follow_up_facts (id),
  playbook_id INTEGER,
  -- The facts of the reason as they were, JSON.
  detail TEXT NOT NULL,
  tone TEXT NOT NULL CHECK (tone IN ('useful', 'promotional')),
  voucher_id INTEGER REFERENCES vouchers (id),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  CHECK ((outcome = 'nextVisit') = (words IS NOT NULL))
) STRICT;
CREATE INDEX follow_up_facts_by_customer ON follow_up_facts (customer_id, id);
CREATE INDEX follow_up_facts_by_day ON follow_up_facts (business_day);
CREATE INDEX follow_up_facts_by_promise ON follow_up_facts (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX follow_up_facts_by_settled ON follow_up_facts (settles_id) WHERE settles_id IS NOT NULL;
CREATE INDEX follow_up_facts_lasting ON follow_up_facts (outcome, customer_id)
  WHERE outcome IN ('movedAway', 'doNotContact', 'nextVisit');

-- A fact that was a mistake. It stays in the history and counts for nothing.
CREATE TABLE follow_up_undos (
  fact_id INTEGER PRIMARY KEY REFERENCES follow_up_facts (id),
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- Derived: whom to turn to on a day, in which order and why; made once a day, older days are let go.
CREATE TABLE follow_up_list (
  business_day INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN (${reasons})),
  -- The facts of the reason, by which the screen says why.
  detail TEXT NOT NULL,
  -- The other reasons, a JSON array.
  others TEXT NOT NULL,
  PRIMARY KEY (business_day, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_list_by_customer ON follow_up_list (customer_id);
`;

const guards = `
CREATE TRIGGER follow_up_facts_not_changed
BEFORE UPDATE OF id, customer_id, reason, outcome, channel, until_day, promise_id, settles_id, at, business_day, staff_id
ON follow_up_facts BEGIN SELECT RAISE(ABORT, 'follow_up_facts is append-only'); END;
CREATE TRIGGER follow_up_facts_not_deleted BEFORE DELETE ON follow_up_facts BEGIN SELECT RAISE(ABORT, 'follow_up_facts is append-only'); END;
CREATE TRIGGER follow_up_undos_not_changed BEFORE UPDATE ON follow_up_undos BEGIN SELECT RAISE(ABORT, 'follow_up_undos is append-only'); END;
CREATE TRIGGER follow_up_undos_not_deleted BEFORE DELETE ON follow_up_undos BEGIN SELECT RAISE(ABORT, 'follow_up_undos is append-only'); END;
`;

/** The day's list of people to turn to, what became of each, and what was promised to them. */
export const followUps: Migration = {
  number: 70,
  name: 'follow-ups',
  up: (execute) => {
    execute(tables);
    execute(guards);
  },
};
