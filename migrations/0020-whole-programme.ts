import type { Migration } from './migration.ts';

const programme = `
CREATE TABLE programme_draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules TEXT NOT NULL,
  effective_from INTEGER,
  saved_at INTEGER NOT NULL,
  saved_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- How often each reward was given and not taken back: what a limited stock is counted against.
CREATE TABLE reward_counts (reward_id INTEGER PRIMARY KEY, given INTEGER NOT NULL) STRICT;

CREATE TABLE tier_holds (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  tier_id INTEGER NOT NULL,
  until_day INTEGER,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- Derived: the tier of every customer at the last daily run; rank (1 = first) only where tiers are ranks.
CREATE TABLE customer_tiers (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  tier_id INTEGER,
  rank INTEGER
) STRICT;
CREATE INDEX customer_tiers_by_tier ON customer_tiers (tier_id, customer_id);

-- What runs by itself at the first start of a business day, and when it last ran.
CREATE TABLE daily_runs (name TEXT PRIMARY KEY, business_day INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

const vouchers = `
CREATE TABLE vouchers (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'winBack', 'referral', 'surprise', 'recovery')),
  name TEXT NOT NULL,
  benefit TEXT NOT NULL,
  cost INTEGER NOT NULL CHECK (cost >= 0),
  issued_at INTEGER NOT NULL,
  issued_day INTEGER NOT NULL,
  issued_by INTEGER NOT NULL REFERENCES staff (id),
  expires_day INTEGER NOT NULL,
  voided_at INTEGER,
  voided_by INTEGER REFERENCES staff (id),
  void_reason TEXT
) STRICT;
CREATE INDEX vouchers_by_customer ON vouchers (customer_id, expires_day);
CREATE INDEX vouchers_by_month ON vouchers (kind, issued_day, cost);

-- A use counts while its visit stands.
CREATE TABLE voucher_uses (
  voucher_id INTEGER NOT NULL REFERENCES vouchers (id),
  visit_id INTEGER NOT NULL REFERENCES visits (id),
  PRIMARY KEY (voucher_id, visit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voucher_uses_by_visit ON voucher_uses (visit_id);

-- Old prices kept for a tier or one customer until a day; prices is a JSON object item id -> minor units.
CREATE TABLE price_holds (
  id INTEGER PRIMARY KEY,
  tier_id INTEGER,
  customer_id INTEGER REFERENCES customers (id),
  until_day INTEGER NOT NULL,
  prices TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  ended_at INTEGER,
  CHECK ((tier_id IS NULL) <> (customer_id IS NULL))
) STRICT;
`;

const people = `
-- A merged customer's visits count for the one kept; an unmerge ends the row. details is what an unmerge restores.
CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES customers (id),
  merged_id INTEGER NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  undone_at INTEGER,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX merges_by_kept ON merges (kept_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX merges_by_merged ON merges (merged_id) WHERE undone_at IS NULL;
ALTER TABLE customers ADD COLUMN merged_into_id INTEGER REFERENCES customers (id);
CREATE INDEX customers_merged ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customers_by_wallet ON customers (wallet_id);

-- A wallet that nobody uses any more because all of it went into another one, and the merge that did it; without a merge
-- its owner joined a household.
ALTER TABLE wallets ADD COLUMN moved_into_id INTEGER REFERENCES wallets (id);
ALTER TABLE wallets ADD COLUMN moved_by_id INTEGER REFERENCES merges (id);

-- One thing that went from a wallet to another: the entry that took it out and the one that took it in.
CREATE TABLE wallet_transfers (
  out_id INTEGER PRIMARY KEY REFERENCES ledger_entries (id),
  in_id INTEGER NOT NULL UNIQUE REFERENCES ledger_entries (id),
  merge_id INTEGER REFERENCES merges (id)
) STRICT;
CREATE INDEX wallet_transfers_by_merge ON wallet_transfers (merge_id, out_id) WHERE merge_id IS NOT NULL;

-- A check-in set aside: it survives a restart and keeps what it is going to spend.
CREATE TABLE parked_check_ins (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER REFERENCES customers (id),
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TABLE parked_reserves (
  parked_id INTEGER NOT NULL REFERENCES parked_check_ins (id) ON DELETE CASCADE,
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (parked_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_reserves_by_wallet ON parked_reserves (wallet_id, unit_id, amount);
`;

const guards = `
CREATE TRIGGER voucher_uses_not_changed BEFORE UPDATE ON voucher_uses BEGIN SELECT RAISE(ABORT, 'voucher_uses is append-only'); END;
CREATE TRIGGER voucher_uses_not_deleted BEFORE DELETE ON voucher_uses BEGIN SELECT RAISE(ABORT, 'voucher_uses is append-only'); END;
CREATE TRIGGER wallet_transfers_not_changed BEFORE UPDATE ON wallet_transfers BEGIN SELECT RAISE(ABORT, 'wallet_transfers is append-only'); END;
CREATE TRIGGER wallet_transfers_not_deleted BEFORE DELETE ON wallet_transfers BEGIN SELECT RAISE(ABORT, 'wallet_transfers is append-only'); END;
`;

/** Drafts, tiers, vouchers, price holds, merges and parked check-ins: what the whole loyalty programme needs. */
export const wholeProgramme: Migration = {
  number: 20,
  name: 'whole-programme',
  up: (execute) => {
    execute(programme);
    execute(vouchers);
    execute(people);
    execute(guards);
  },
};
