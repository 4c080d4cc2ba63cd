import type { Migration } from './migration.ts';

const people = `
CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cafe', 'salon', 'other')),
  country TEXT NOT NULL,
  currency TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  cutoff_minutes INTEGER NOT NULL CHECK (cutoff_minutes BETWEEN 0 AND 720),
  language TEXT NOT NULL,
  till_number INTEGER NOT NULL CHECK (till_number BETWEEN 1 AND 4000),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Writes that were done, so that a repeated one is known; content is a hash of what was asked for.
CREATE TABLE requests (
  request_id TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  content TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'staff')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('visits', 'customers')),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  report TEXT NOT NULL
) STRICT;

CREATE TABLE wallets (id INTEGER PRIMARY KEY, created_at INTEGER NOT NULL) STRICT;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  request_id TEXT UNIQUE,
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  phone TEXT,
  phone_reversed TEXT,
  email TEXT,
  birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
  birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
  birth_year INTEGER,
  language TEXT,
  allergy TEXT,
  preference TEXT,
  source TEXT,
  referred_by_id INTEGER REFERENCES customers (id),
  customer_since INTEGER NOT NULL,
  complete_later INTEGER NOT NULL CHECK (complete_later IN (0, 1)),
  external_ref TEXT UNIQUE,
  import_id INTEGER REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX customers_by_name ON customers (name_folded, id);
CREATE INDEX customers_by_phone_tail ON customers (phone_reversed) WHERE phone_reversed IS NOT NULL;
CREATE INDEX customers_by_birthday ON customers (birth_month, birth_day) WHERE birth_month IS NOT NULL;
CREATE INDEX customers_by_since ON customers (customer_since);
CREATE INDEX customers_to_complete ON customers (id) WHERE complete_later = 1;
CREATE INDEX customers_by_referrer ON customers (referred_by_id) WHERE referred_by_id IS NOT NULL;

CREATE TABLE cards (
  code TEXT PRIMARY KEY,
  code_reversed TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  state TEXT NOT NULL CHECK (state IN ('active', 'blocked')),
  issued_at INTEGER NOT NULL,
  issued_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_customer ON cards (customer_id);
CREATE INDEX cards_by_tail ON cards (code_reversed);

CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('membership', 'contact')),
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  text_version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX consents_by_customer ON consents (customer_id, id);

CREATE TABLE customer_notes (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX customer_notes_by_customer ON customer_notes (customer_id, at);

CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  request_id TEXT UNIQUE,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  quick_position INTEGER CHECK (quick_position BETWEEN 1 AND 12),
  created_at INTEGER NOT NULL
) STRICT;
`;

const ledger = `
CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('points', 'stamps')),
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE programme_versions (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  effective_from INTEGER NOT NULL,
  rules TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- sign = +1 for a sale, -1 for the row that reverses one: sums over any range are right without joins.
CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  sign INTEGER NOT NULL CHECK (sign IN (1, -1)),
  customer_id INTEGER REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_day INTEGER NOT NULL,
  business_month INTEGER NOT NULL,
  amount INTEGER,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  source TEXT NOT NULL CHECK (source IN ('till', 'import', 'demo')),
  programme_version_id INTEGER REFERENCES programme_versions (id),
  reverses_id INTEGER REFERENCES visits (id),
  moved_from_id INTEGER REFERENCES visits (id),
  import_id INTEGER REFERENCES imports (id),
  reason TEXT,
  CHECK ((sign = -1) = (reverses_id IS NOT NULL)),
  CHECK (amount IS NULL OR amount * sign >= 0)
) STRICT;
CREATE INDEX visits_by_customer ON visits (customer_id, business_day, business_month, at, sign, amount);
CREATE INDEX visits_by_day ON visits (business_day, customer_id, sign, amount);
CREATE UNIQUE INDEX visits_by_moved ON visits (moved_from_id) WHERE moved_from_id IS NOT NULL;
CREATE UNIQUE INDEX visits_by_reversed ON visits (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TABLE visit_lines (
  visit_id INTEGER NOT NULL REFERENCES visits (id),
  line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES items (id),
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (visit_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  visit_id INTEGER REFERENCES visits (id),
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'reverse', 'adjust', 'expire')),
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
  why TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_entries_by_wallet ON ledger_entries (wallet_id, unit_id, id);
CREATE INDEX ledger_entries_by_visit ON ledger_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE UNIQUE INDEX ledger_entries_by_reversed ON ledger_entries (reverses_id) WHERE reverses_id IS NOT NULL;

-- amount and the days are facts; remaining is derived from the draws and can be rebuilt.
CREATE TABLE lots (
  entry_id INTEGER PRIMARY KEY REFERENCES ledger_entries (id),
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND amount),
  business_day INTEGER NOT NULL,
  expires_day INTEGER
) STRICT;
CREATE INDEX lots_open ON lots (wallet_id, unit_id, expires_day, entry_id) WHERE remaining > 0;

CREATE TABLE ledger_draws (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES ledger_entries (id),
  lot_id INTEGER NOT NULL REFERENCES lots (entry_id),
  -- Negative where a reversed redemption gives back.
  amount INTEGER NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX ledger_draws_by_entry ON ledger_draws (entry_id, lot_id, amount);
CREATE INDEX ledger_draws_by_lot ON ledger_draws (lot_id, amount);
`;

const derived = `
CREATE TABLE balances (
  wallet_id INTEGER NOT NULL REFERENCES wallets (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  balance INTEGER NOT NULL,
  carry_num INTEGER NOT NULL,
  carry_den INTEGER NOT NULL,
  PRIMARY KEY (wallet_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_stats (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  first_day INTEGER,
  last_day INTEGER,
  last_at INTEGER,
  visits INTEGER NOT NULL,
  check_ins INTEGER NOT NULL,
  spend INTEGER NOT NULL,
  amount_check_ins INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_stats_by_last ON customer_stats (last_at, customer_id);
CREATE INDEX customer_stats_by_visits ON customer_stats (visits, customer_id);
CREATE INDEX customer_stats_by_spend ON customer_stats (spend, customer_id);

-- age = months since the first visit, prev = previous active month: cohorts and flows are single scans.
CREATE TABLE customer_month (
  month INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  visits INTEGER NOT NULL,
  spend INTEGER NOT NULL,
  age INTEGER NOT NULL,
  prev INTEGER,
  PRIMARY KEY (month, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_month_by_customer ON customer_month (customer_id, month);

CREATE TABLE day_totals (
  business_day INTEGER PRIMARY KEY,
  check_ins INTEGER NOT NULL,
  identified INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  identified_amount INTEGER NOT NULL,
  amount_check_ins INTEGER NOT NULL,
  rewards INTEGER NOT NULL
) STRICT;
`;

const nameIndex = `
CREATE VIRTUAL TABLE customer_names USING fts5 (
  name_folded, content = 'customers', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE VIRTUAL TABLE customer_words USING fts5vocab ('customer_names', 'row');
CREATE TRIGGER customers_named AFTER INSERT ON customers BEGIN
  INSERT INTO customer_names (rowid, name_folded) VALUES (new.id, new.name_folded);
END;
CREATE TRIGGER customers_renamed AFTER UPDATE OF name_folded ON customers BEGIN
  INSERT INTO customer_names (customer_names, rowid, name_folded) VALUES ('delete', old.id, old.name_folded);
  INSERT INTO customer_names (rowid, name_folded) VALUES (new.id, new.name_folded);
END;
`;

const appendOnly = [
  'visits',
  'visit_lines',
  'ledger_entries',
  'ledger_draws',
  'consents',
  'programme_versions',
];

const guards = appendOnly
  .map(
    (table) => `
CREATE TRIGGER ${table}_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`,
  )
  .join('');

/** The first shape of a shop's file: people, visits, the ledger with lots and draws, derived tables, the name index. */
export const firstShop: Migration = {
  number: 10,
  name: 'first-shop',
  up: (execute) => {
    execute(people);
    execute(ledger);
    execute(derived);
    execute(nameIndex);
    execute(guards);
  },
};
