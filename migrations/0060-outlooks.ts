import type { Migration } from './migration.ts';

const outlooks = `
-- How it stands with each customer, worked out once a day from their visits; derived, can be made anew at any time.
-- last_day is the last visit it was worked out from: who came since then is on track again.
CREATE TABLE customer_outlook (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  business_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'onTrack', 'slipping', 'atRisk', 'late')),
  because TEXT NOT NULL CHECK (because IN ('inTime', 'slowing', 'late', 'probablyLeft')),
  -- Probability of not having left, and of a visit within the weeks looked ahead; NULL where the data carry no chance.
  active REAL CHECK (active BETWEEN 0 AND 1),
  returns REAL CHECK (returns BETWEEN 0 AND 1),
  usual_gap REAL NOT NULL,
  waited INTEGER NOT NULL,
  expected_day INTEGER NOT NULL,
  worry_day INTEGER,
  visits_ahead REAL,
  -- What they spent in the 365 days up to their last visit, minor units: what is at stake.
  year_spend INTEGER NOT NULL,
  -- Expected value of the next 12 months, minor units.
  year_value INTEGER,
  recent_gap REAL,
  earlier_gap REAL
) STRICT;
CREATE INDEX customer_outlook_by_state ON customer_outlook (state, year_spend, customer_id);

-- Each time the whole shop was looked at: by which model, and how it did on the shop's own last quarter.
CREATE TABLE outlook_runs (
  id INTEGER PRIMARY KEY,
  business_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  -- Of the visits it was made from.
  data_hash TEXT NOT NULL,
  model TEXT NOT NULL
) STRICT;
`;

const pauses = `
-- Days on which nobody could come, and announced absences; both ends belong to it. They stop the clock.
CREATE TABLE closed_days (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  ended_at INTEGER,
  CHECK (from_day <= to_day)
) STRICT;
CREATE TABLE absences (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  ended_at INTEGER,
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX absences_by_customer ON absences (customer_id);
`;

/** Who might be lost: the outlook of every customer, and the days on which waiting does not count. */
export const outlooksAndPauses: Migration = {
  number: 60,
  name: 'outlooks',
  up: (execute) => {
    execute(outlooks);
    execute(pauses);
  },
};
