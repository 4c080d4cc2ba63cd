import type { Migration } from './migration.ts';

const closes = `
-- A closed month, frozen: content is canonical text, hash the SHA-256 of number, content and the hash of the close before.
-- A month that was opened again and closed anew has a second row with a number of its own.
CREATE TABLE month_closes (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  month INTEGER NOT NULL,
  content TEXT NOT NULL,
  previous_hash TEXT,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  CHECK ((number = 1) = (previous_hash IS NULL))
) STRICT;
CREATE INDEX month_closes_by_month ON month_closes (month, number);

CREATE TABLE month_reopenings (
  number INTEGER PRIMARY KEY REFERENCES month_closes (number),
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL
) STRICT;

-- What somebody settled on the way to a close. confirmed: found (a JSON list) was looked at; skipped: left out for a reason;
-- saved: it was written at that moment.
CREATE TABLE close_steps (
  month INTEGER NOT NULL,
  step TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'skipped', 'saved')),
  found TEXT NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (month, step),
  CHECK ((state = 'skipped') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
`;

const goals = `
-- Every target there ever was; the newest row of a metric is in force, null takes the goal away.
CREATE TABLE goals (
  id INTEGER PRIMARY KEY,
  metric TEXT NOT NULL,
  target REAL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX goals_by_metric ON goals (metric, id);
`;

const segments = `
CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
`;

/** Tables whose rows stay as they are. */
const guards = ['month_closes', 'month_reopenings', 'goals']
  .map(
    (table) => `
CREATE TRIGGER ${table}_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`,
  )
  .join('');

/** Closed months with what led to them, goals, and saved segments. */
export const monthEnd: Migration = {
  number: 40,
  name: 'month-end',
  up: (execute) => {
    execute(closes);
    execute(goals);
    execute(segments);
    execute(guards);
  },
};
