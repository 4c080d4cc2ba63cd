import type { Migration } from './migration.ts';

const tables = `
-- Something done for many people between two days. It can be changed until it is started and stays as it is from then on.
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- Which people: a segment, conditions, a state of risk or a reason of the list of follow-ups.
  whom TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('call', 'text', 'email', 'post', 'inPerson')),
  tone TEXT NOT NULL CHECK (tone IN ('useful', 'promotional')),
  -- What is said and given, one or two ways of it.
  variants TEXT NOT NULL,
  -- What is to be found out; NULL = nothing.
  test TEXT,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  started_at INTEGER,
  started_day INTEGER,
  stopped_at INTEGER,
  stopped_day INTEGER,
  CHECK (from_day <= to_day),
  CHECK ((started_at IS NULL) = (started_day IS NULL)),
  CHECK ((stopped_at IS NULL) = (stopped_day IS NULL)),
  CHECK (stopped_at IS NULL OR started_at IS NOT NULL)
) STRICT;
CREATE INDEX campaigns_by_day ON campaigns (to_day);

-- The plan of an experiment as it was at its start: what its result is read by. The key is what its arms were drawn by.
CREATE TABLE experiments (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaigns (id),
  window_days INTEGER NOT NULL CHECK (window_days > 0),
  -- Share that comes back by itself; NULL = the shop's past does not say.
  base REAL CHECK (base BETWEEN 0 AND 1),
  effect REAL NOT NULL CHECK (effect > 0 AND effect <= 1),
  needed_treated INTEGER NOT NULL,
  needed_control INTEGER NOT NULL,
  end_day INTEGER NOT NULL,
  key_low INTEGER NOT NULL,
  key_high INTEGER NOT NULL
) STRICT;

-- Who belongs to a campaign, drawn at its start. It stays where it was written also when the customer is merged into another.
CREATE TABLE campaign_people (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  arm TEXT NOT NULL CHECK (arm IN ('a', 'b', 'held')),
  -- What was given with it.
  voucher_id INTEGER UNIQUE REFERENCES vouchers (id),
  CHECK (arm <> 'held' OR voucher_id IS NULL),
  PRIMARY KEY (campaign_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_people_by_customer ON campaign_people (customer_id);
`;

const appendOnly = ['experiments', 'campaign_people']
  .map(
    (table) => `
CREATE TRIGGER ${table}_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`,
  )
  .join('');

const frozen = `
CREATE TRIGGER campaigns_frozen
BEFORE UPDATE OF id, name, whom, channel, tone, variants, test, from_day, to_day, started_at, started_day ON campaigns
WHEN OLD.started_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a started campaign stays as it is'); END;
CREATE TRIGGER campaigns_kept BEFORE DELETE ON campaigns
WHEN OLD.started_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a started campaign stays as it is'); END;
`;

/** Campaigns, whom they were for, and what was to be found out by them. */
export const experimentsAndCampaigns: Migration = {
  number: 90,
  name: 'experiments',
  up: (execute) => {
    execute(tables);
    execute(appendOnly);
    execute(frozen);
  },
};
