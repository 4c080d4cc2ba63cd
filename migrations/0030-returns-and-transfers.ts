import type { Migration } from './migration.ts';

/** Tables whose rows stay as they are; their triggers go and come back with the table. */
const neverChanged = (table: string): string => `
CREATE TRIGGER ${table}_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`;

const visits = `
-- sign = +1 for a sale, -1 for the row that reverses one, 0 for money returned on one: sums over any range are right
-- without joins.
CREATE TABLE new_visits (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  sign INTEGER NOT NULL CHECK (sign IN (1, 0, -1)),
  customer_id INTEGER REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  business_month INTEGER NOT NULL,
  amount INTEGER,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  source TEXT NOT NULL CHECK (source IN ('till', 'import', 'demo')),
  programme_version_id INTEGER REFERENCES programme_versions (id),
  reverses_id INTEGER REFERENCES visits (id),
  refunds_id INTEGER REFERENCES visits (id),
  moved_from_id INTEGER REFERENCES visits (id),
  import_id INTEGER REFERENCES imports (id),
  reason TEXT,
  CHECK ((sign = -1) = (reverses_id IS NOT NULL)),
  CHECK ((sign = 0) = (refunds_id IS NOT NULL)),
  CHECK (amount IS NULL OR amount * sign >= 0),
  CHECK (sign <> 0 OR amount < 0)
) STRICT;
INSERT INTO new_visits SELECT id, request_id, sign, customer_id, at, business_day, business_month, amount, staff_id, source,
  programme_version_id, reverses_id, NULL, moved_from_id, import_id, reason FROM visits;
DROP TABLE visits;
ALTER TABLE new_visits RENAME TO visits;
CREATE INDEX visits_by_customer ON visits (customer_id, business_day, business_month, at, sign, amount);
CREATE INDEX visits_by_day ON visits (business_day, customer_id, sign, amount);
CREATE INDEX visits_by_refunded ON visits (refunds_id) WHERE refunds_id IS NOT NULL;
CREATE UNIQUE INDEX visits_by_moved ON visits (moved_from_id) WHERE moved_from_id IS NOT NULL;
CREATE UNIQUE INDEX visits_by_reversed ON visits (reverses_id) WHERE reverses_id IS NOT NULL;
${neverChanged('visits')}
`;

const entries = `
CREATE TABLE new_ledger_entries (
  id INTEGER PRIMARY KEY,
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  visit_id INTEGER REFERENCES visits (id),
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'gift', 'redeem', 'reverse', 'adjust', 'expire', 'transfer')),
  change INTEGER NOT NULL,
  -- Change of the carried remainder, an exact fraction of one point.
  carry_num INTEGER NOT NULL,
  carry_den INTEGER NOT NULL CHECK (carry_den > 0),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  business_month INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  programme_version_id INTEGER NOT NULL REFERENCES programme_versions (id),
  reverses_id INTEGER REFERENCES ledger_entries (id),
  -- The earning of which this row takes a part back for returned money.
  refunds_id INTEGER REFERENCES ledger_entries (id),
  why TEXT NOT NULL,
  CHECK (kind = 'reverse' OR (reverses_id IS NULL AND refunds_id IS NULL)),
  CHECK (reverses_id IS NULL OR refunds_id IS NULL)
) STRICT;
INSERT INTO new_ledger_entries SELECT id, wallet_id, unit_id, customer_id, visit_id, kind, change, carry_num, carry_den, at,
  business_day, business_month, staff_id, programme_version_id, reverses_id, NULL,
  CASE why ->> '$.kind'
    WHEN 'pointsForAmount' THEN
      json_insert(why, '$.bonus', NULL, '$.tier', NULL, '$.itemPoints', 0, '$.capped', json('false'))
    WHEN 'stampForVisit' THEN json_insert(why, '$.bonus', NULL)
    ELSE why
  END
  FROM ledger_entries;
DROP TABLE ledger_entries;
ALTER TABLE new_ledger_entries RENAME TO ledger_entries;
-- Covers the sums of balances: the rows themselves are long, and a check of all balances would read every one.
CREATE INDEX ledger_entries_by_wallet ON ledger_entries (wallet_id, unit_id, id, change, carry_num, carry_den);
CREATE INDEX ledger_entries_by_visit ON ledger_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX ledger_entries_by_day ON ledger_entries (business_day, unit_id, kind, change);
-- The rewards of a day are counted without reading the long rows; few check-ins have one.
CREATE INDEX ledger_redeems ON ledger_entries (visit_id) WHERE kind = 'redeem';
CREATE INDEX ledger_gifts ON ledger_entries (customer_id, business_day) WHERE kind = 'gift';
CREATE UNIQUE INDEX ledger_entries_by_reversed ON ledger_entries (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX ledger_entries_by_refunded ON ledger_entries (refunds_id) WHERE refunds_id IS NOT NULL;
${neverChanged('ledger_entries')}
`;

const lots = `
-- amount, the days and the version are facts; remaining is derived from the draws and can be rebuilt. A lot that came from
-- another wallet keeps the day and the version under which it was earned.
CREATE TABLE new_lots (
  entry_id INTEGER PRIMARY KEY REFERENCES ledger_entries (id),
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND amount),
  business_day INTEGER NOT NULL,
  programme_version_id INTEGER NOT NULL REFERENCES programme_versions (id),
  expires_day INTEGER
) STRICT;
INSERT INTO new_lots SELECT l.entry_id, l.wallet_id, l.unit_id, l.amount, l.remaining, l.business_day,
  e.programme_version_id, l.expires_day FROM lots AS l JOIN ledger_entries AS e ON e.id = l.entry_id;
DROP TABLE lots;
ALTER TABLE new_lots RENAME TO lots;
CREATE INDEX lots_open ON lots (wallet_id, unit_id, expires_day, entry_id) WHERE remaining > 0;
`;

/** Rules of the first shape: points for money, at most one stamp card for visits, rewards that are things or money off. */
const rules = `
DROP TRIGGER programme_versions_not_changed;
UPDATE programme_versions SET rules = json_object(
  'pointsUnitId', rules ->> '$.pointsUnitId',
  'points', json(CASE json_type(rules, '$.points') WHEN 'object' THEN json_object(
    'points', rules ->> '$.points.points', 'per', rules ->> '$.points.per', 'minAmount', 0,
    'excluded', json('[]'), 'perItem', json('[]'), 'dailyCap', NULL) ELSE 'null' END),
  'stampCards', json(CASE json_type(rules, '$.stamps') WHEN 'object' THEN json_array(json_object(
    'unitId', rules ->> '$.stamps.unitId', 'name', rules ->> '$.stamps.name', 'size', rules ->> '$.stamps.size',
    'stamps', rules ->> '$.stamps.stampsPerVisit', 'on', json('{"kind":"visit","minAmount":0}'), 'perDay', NULL))
    ELSE '[]' END),
  'bonuses', json('[]'),
  'gifts', json('{"signUp":null,"referral":null,"birthday":null,"milestones":[]}'),
  'rewards', json((SELECT json_group_array(json_object(
    'id', r.value ->> '$.id', 'name', r.value ->> '$.name',
    'kind', CASE WHEN r.value ->> '$.amountOff' > 0 THEN 'amountOff' ELSE 'freeItem' END,
    'unitId', r.value ->> '$.unitId', 'price', r.value ->> '$.price', 'itemId', r.value ->> '$.itemId', 'percent', NULL,
    'amountOff', r.value ->> '$.amountOff', 'partial', json('false'), 'stock', NULL, 'firstDay', NULL, 'lastDay', NULL,
    'tierId', NULL, 'onlyNew', json('false'), 'cost', r.value ->> '$.cost', 'active', json(r.value -> '$.active')))
    FROM json_each(programme_versions.rules, '$.rewards') AS r)),
  'expiry', json('{"points":{"kind":"never"},"stamps":{"kind":"never"}}'),
  'tiers', NULL,
  'giveBackLimit', NULL);
CREATE TRIGGER programme_versions_not_changed BEFORE UPDATE ON programme_versions
  BEGIN SELECT RAISE(ABORT, 'programme_versions is append-only'); END;
`;

/** Money returned on a visit, gifts, transfers between wallets, and the rules of the whole programme. */
export const returnsAndTransfers: Migration = {
  number: 30,
  name: 'returns-and-transfers',
  up: (execute) => {
    execute(visits);
    execute(entries);
    execute(lots);
    execute(rules);
  },
};
