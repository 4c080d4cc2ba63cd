import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import type { Schema } from '#electron/db/schema.ts';
import { migrations } from '#migrations/index.ts';
import { campaignColumns } from './campaign-columns.ts';
import { followUpColumns } from './follow-up-columns.ts';
import { interestColumns } from './interest-columns.ts';
import { playbookColumns } from './playbook-columns.ts';
import { privacyColumns } from './privacy-columns.ts';
import { staffColumns } from './staff-columns.ts';
import { tagColumns } from './tag-columns.ts';

/** How SQLite declares a column of a type; `?` = may be NULL. */
type Declared<V> = V extends string ? 'TEXT' : V extends number ? 'INTEGER' | 'REAL' : never;
type Column<V> = null extends V ? `${Declared<NonNullable<V>>}?` : Declared<V>;
type Declarations = {
  readonly [T in keyof Schema]: { readonly [C in keyof Schema[T]]: Column<Schema[T][C]> };
};

/** The row types of `Schema` as values: the compiler keeps this list equal to them. */
const declared: Declarations = {
  ...followUpColumns,
  shop: {
    id: 'INTEGER',
    name: 'TEXT',
    kind: 'TEXT',
    country: 'TEXT',
    currency: 'TEXT',
    time_zone: 'TEXT',
    cutoff_minutes: 'INTEGER',
    language: 'TEXT',
    till_number: 'INTEGER',
    demo: 'INTEGER',
    created_at: 'INTEGER',
  },
  preferences: { name: 'TEXT', value: 'TEXT' },
  counters: { name: 'TEXT', value: 'INTEGER' },
  requests: { request_id: 'TEXT', call: 'TEXT', content: 'TEXT', subject_id: 'INTEGER', at: 'INTEGER' },
  staff: { id: 'INTEGER', name: 'TEXT', role: 'TEXT', active: 'INTEGER', created_at: 'INTEGER' },
  imports: {
    id: 'INTEGER',
    request_id: 'TEXT',
    kind: 'TEXT',
    file_name: 'TEXT',
    file_hash: 'TEXT',
    at: 'INTEGER',
    staff_id: 'INTEGER',
    report: 'TEXT',
    keeps_changes: 'INTEGER',
    undone_at: 'INTEGER?',
    undone_by: 'INTEGER?',
    undone: 'TEXT?',
  },
  import_changes: {
    import_id: 'INTEGER',
    customer_id: 'INTEGER',
    field: 'TEXT',
    before: 'TEXT',
    after: 'TEXT',
  },
  wallets: { id: 'INTEGER', created_at: 'INTEGER', moved_into_id: 'INTEGER?', moved_by_id: 'INTEGER?' },
  customers: {
    id: 'INTEGER',
    request_id: 'TEXT?',
    wallet_id: 'INTEGER',
    name: 'TEXT',
    name_folded: 'TEXT',
    phone: 'TEXT?',
    phone_reversed: 'TEXT?',
    email: 'TEXT?',
    birth_day: 'INTEGER?',
    birth_month: 'INTEGER?',
    birth_year: 'INTEGER?',
    language: 'TEXT?',
    allergy: 'TEXT?',
    preference: 'TEXT?',
    source: 'TEXT?',
    referred_by_id: 'INTEGER?',
    customer_since: 'INTEGER',
    complete_later: 'INTEGER',
    external_ref: 'TEXT?',
    import_id: 'INTEGER?',
    created_at: 'INTEGER',
    created_by: 'INTEGER',
    merged_into_id: 'INTEGER?',
  },
  cards: {
    code: 'TEXT',
    code_reversed: 'TEXT',
    customer_id: 'INTEGER',
    state: 'TEXT',
    issued_at: 'INTEGER',
    issued_by: 'INTEGER',
  },
  customer_notes: {
    id: 'INTEGER',
    request_id: 'TEXT',
    customer_id: 'INTEGER',
    text: 'TEXT',
    at: 'INTEGER',
    business_day: 'INTEGER',
    staff_id: 'INTEGER',
  },
  items: {
    id: 'INTEGER',
    request_id: 'TEXT?',
    name: 'TEXT',
    category: 'TEXT',
    price: 'INTEGER',
    active: 'INTEGER',
    quick_position: 'INTEGER?',
    created_at: 'INTEGER',
  },
  units: { id: 'INTEGER', kind: 'TEXT', name: 'TEXT', created_at: 'INTEGER' },
  programme_versions: {
    id: 'INTEGER',
    request_id: 'TEXT',
    number: 'INTEGER',
    effective_from: 'INTEGER',
    rules: 'TEXT',
    published_at: 'INTEGER',
    published_by: 'INTEGER',
  },
  visits: {
    id: 'INTEGER',
    request_id: 'TEXT',
    sign: 'INTEGER',
    customer_id: 'INTEGER?',
    at: 'INTEGER',
    business_day: 'INTEGER',
    business_month: 'INTEGER',
    amount: 'INTEGER?',
    staff_id: 'INTEGER',
    source: 'TEXT',
    programme_version_id: 'INTEGER?',
    reverses_id: 'INTEGER?',
    refunds_id: 'INTEGER?',
    moved_from_id: 'INTEGER?',
    import_id: 'INTEGER?',
    reason: 'TEXT?',
  },
  visit_lines: {
    visit_id: 'INTEGER',
    line: 'INTEGER',
    item_id: 'INTEGER',
    name: 'TEXT',
    quantity: 'INTEGER',
    unit_price: 'INTEGER',
  },
  ledger_entries: {
    id: 'INTEGER',
    wallet_id: 'INTEGER',
    unit_id: 'INTEGER',
    customer_id: 'INTEGER',
    visit_id: 'INTEGER?',
    kind: 'TEXT',
    change: 'INTEGER',
    carry_num: 'INTEGER',
    carry_den: 'INTEGER',
    at: 'INTEGER',
    business_day: 'INTEGER',
    business_month: 'INTEGER',
    staff_id: 'INTEGER',
    programme_version_id: 'INTEGER',
    reverses_id: 'INTEGER?',
    refunds_id: 'INTEGER?',
    why: 'TEXT',
  },
  lots: {
    entry_id: 'INTEGER',
    wallet_id: 'INTEGER',
    unit_id: 'INTEGER',
    amount: 'INTEGER',
    remaining: 'INTEGER',
    business_day: 'INTEGER',
    expires_day: 'INTEGER?',
    programme_version_id: 'INTEGER',
  },
  ledger_draws: { id: 'INTEGER', entry_id: 'INTEGER', lot_id: 'INTEGER', amount: 'INTEGER' },
  balances: {
    wallet_id: 'INTEGER',
    unit_id: 'INTEGER',
    balance: 'INTEGER',
    carry_num: 'INTEGER',
    carry_den: 'INTEGER',
  },
  customer_stats: {
    customer_id: 'INTEGER',
    first_day: 'INTEGER?',
    last_day: 'INTEGER?',
    last_at: 'INTEGER?',
    visits: 'INTEGER',
    check_ins: 'INTEGER',
    spend: 'INTEGER',
    amount_check_ins: 'INTEGER',
  },
  customer_month: {
    month: 'INTEGER',
    customer_id: 'INTEGER',
    visits: 'INTEGER',
    spend: 'INTEGER',
    age: 'INTEGER',
    prev: 'INTEGER?',
  },
  day_totals: {
    business_day: 'INTEGER',
    check_ins: 'INTEGER',
    identified: 'INTEGER',
    amount: 'INTEGER',
    identified_amount: 'INTEGER',
    amount_check_ins: 'INTEGER',
    rewards: 'INTEGER',
  },
  programme_draft: {
    id: 'INTEGER',
    rules: 'TEXT',
    effective_from: 'INTEGER?',
    saved_at: 'INTEGER',
    saved_by: 'INTEGER',
  },
  reward_counts: { reward_id: 'INTEGER', given: 'INTEGER' },
  tier_holds: {
    customer_id: 'INTEGER',
    tier_id: 'INTEGER',
    until_day: 'INTEGER?',
    at: 'INTEGER',
    staff_id: 'INTEGER',
  },
  customer_tiers: { customer_id: 'INTEGER', tier_id: 'INTEGER?', rank: 'INTEGER?' },
  daily_runs: { name: 'TEXT', business_day: 'INTEGER', at: 'INTEGER' },
  vouchers: {
    id: 'INTEGER',
    code: 'TEXT',
    customer_id: 'INTEGER',
    kind: 'TEXT',
    name: 'TEXT',
    benefit: 'TEXT',
    cost: 'INTEGER',
    issued_at: 'INTEGER',
    issued_day: 'INTEGER',
    issued_by: 'INTEGER',
    expires_day: 'INTEGER',
    voided_at: 'INTEGER?',
    voided_by: 'INTEGER?',
    void_reason: 'TEXT?',
  },
  voucher_uses: { voucher_id: 'INTEGER', visit_id: 'INTEGER' },
  price_holds: {
    id: 'INTEGER',
    tier_id: 'INTEGER?',
    customer_id: 'INTEGER?',
    until_day: 'INTEGER',
    prices: 'TEXT',
    at: 'INTEGER',
    staff_id: 'INTEGER',
    ended_at: 'INTEGER?',
  },
  merges: {
    id: 'INTEGER',
    kept_id: 'INTEGER',
    merged_id: 'INTEGER',
    at: 'INTEGER',
    staff_id: 'INTEGER',
    undone_at: 'INTEGER?',
    details: 'TEXT',
  },
  wallet_transfers: { out_id: 'INTEGER', in_id: 'INTEGER', merge_id: 'INTEGER?' },
  parked_check_ins: {
    id: 'INTEGER',
    customer_id: 'INTEGER?',
    content: 'TEXT',
    at: 'INTEGER',
    staff_id: 'INTEGER',
  },
  parked_reserves: { parked_id: 'INTEGER', wallet_id: 'INTEGER', unit_id: 'INTEGER', amount: 'INTEGER' },
  month_closes: {
    number: 'INTEGER',
    month: 'INTEGER',
    content: 'TEXT',
    previous_hash: 'TEXT?',
    hash: 'TEXT',
    at: 'INTEGER',
    staff_id: 'INTEGER',
  },
  month_reopenings: { number: 'INTEGER', at: 'INTEGER', staff_id: 'INTEGER', reason: 'TEXT' },
  close_steps: {
    month: 'INTEGER',
    step: 'TEXT',
    state: 'TEXT',
    found: 'TEXT',
    reason: 'TEXT?',
    at: 'INTEGER',
    staff_id: 'INTEGER',
  },
  goals: { id: 'INTEGER', metric: 'TEXT', target: 'REAL?', at: 'INTEGER', staff_id: 'INTEGER' },
  segments: { id: 'INTEGER', name: 'TEXT', filter: 'TEXT', at: 'INTEGER', staff_id: 'INTEGER' },
  customer_outlook: {
    customer_id: 'INTEGER',
    business_day: 'INTEGER',
    last_day: 'INTEGER',
    state: 'TEXT',
    because: 'TEXT',
    active: 'REAL?',
    returns: 'REAL?',
    usual_gap: 'REAL',
    waited: 'INTEGER',
    expected_day: 'INTEGER',
    worry_day: 'INTEGER?',
    visits_ahead: 'REAL?',
    year_spend: 'INTEGER',
    year_value: 'INTEGER?',
    recent_gap: 'REAL?',
    earlier_gap: 'REAL?',
  },
  outlook_runs: {
    id: 'INTEGER',
    business_day: 'INTEGER',
    at: 'INTEGER',
    customers: 'INTEGER',
    data_hash: 'TEXT',
    model: 'TEXT',
  },
  closed_days: {
    id: 'INTEGER',
    request_id: 'TEXT',
    from_day: 'INTEGER',
    to_day: 'INTEGER',
    at: 'INTEGER',
    staff_id: 'INTEGER',
    ended_at: 'INTEGER?',
  },
  absences: {
    id: 'INTEGER',
    request_id: 'TEXT',
    customer_id: 'INTEGER',
    from_day: 'INTEGER',
    to_day: 'INTEGER',
    at: 'INTEGER',
    staff_id: 'INTEGER',
    ended_at: 'INTEGER?',
  },
  ...playbookColumns,
  ...interestColumns,
  ...tagColumns,
  ...campaignColumns,
  ...staffColumns,
  ...privacyColumns,
};

interface TableRow {
  readonly name: string;
  readonly type: string;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

function realColumns(): Record<string, Record<string, string>> {
  const database = new BetterSqlite3(':memory:');
  migrate(database, migrations, () => undefined);
  const tables = (database.pragma('table_list') as TableRow[]).filter(
    ({ name, type }) => type === 'table' && !name.startsWith('sqlite_'),
  );
  const columnsOf = (table: string) => {
    const rows = database.pragma(`table_info(${table})`) as ColumnRow[];
    // A key is never NULL, said or not.
    return Object.fromEntries(
      rows.map(({ name, type, notnull, pk }) => [name, notnull === 1 || pk > 0 ? type : `${type}?`]),
    );
  };
  const real = Object.fromEntries(tables.map(({ name }) => [name, columnsOf(name)]));
  database.close();
  return real;
}

describe('the row types', () => {
  it('are those of the tables that the migrations leave', () => {
    expect(realColumns()).toEqual(declared);
  });
});
