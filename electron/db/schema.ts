import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { CampaignTables } from './campaign-tables.ts';
import type { FollowUpTables } from './follow-up-tables.ts';
import type { InterestTables } from './interest-tables.ts';
import type { PlaybookTables } from './playbook-tables.ts';
import type { PrivacyTables } from './privacy-tables.ts';
import type { StaffTables } from './staff-tables.ts';
import type { TagTables } from './tag-tables.ts';

/** Row types of every table, as the migrations leave them. Days are numbers since 1970-01-01, moments epoch ms. */
export interface Schema
  extends ProgrammeTables,
    MonthEndTables,
    ImportTables,
    OutlookTables,
    FollowUpTables,
    PlaybookTables,
    InterestTables,
    TagTables,
    CampaignTables,
    StaffTables,
    PrivacyTables {
  shop: {
    id: number;
    name: string;
    kind: 'cafe' | 'salon' | 'other';
    country: string;
    currency: string;
    time_zone: string;
    cutoff_minutes: number;
    language: string;
    till_number: number;
    demo: number;
    created_at: number;
  };
  preferences: { name: string; value: string };
  counters: { name: string; value: number };
  requests: { request_id: string; call: string; content: string; subject_id: number; at: number };
  staff: {
    id: number;
    name: string;
    role: 'owner' | 'manager' | 'staff';
    active: number;
    created_at: number;
  };
  wallets: { id: number; created_at: number; moved_into_id: number | null; moved_by_id: number | null };
  customers: CustomersTable;
  cards: {
    code: string;
    code_reversed: string;
    customer_id: number;
    state: 'active' | 'blocked';
    issued_at: number;
    issued_by: number;
  };
  customer_notes: {
    id: number;
    request_id: string;
    customer_id: number;
    text: string;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
  };
  items: {
    id: number;
    request_id: string | null;
    name: string;
    category: string;
    price: number;
    active: number;
    quick_position: number | null;
    created_at: number;
  };
  units: { id: number; kind: 'points' | 'stamps'; name: string; created_at: number };
  programme_versions: {
    id: number;
    request_id: string;
    number: number;
    effective_from: BusinessDay;
    rules: string;
    published_at: number;
    published_by: number;
  };
  visits: VisitsTable;
  visit_lines: {
    visit_id: number;
    line: number;
    item_id: number;
    name: string;
    quantity: number;
    unit_price: number;
  };
  ledger_entries: LedgerEntriesTable;
  lots: {
    entry_id: number;
    wallet_id: number;
    unit_id: number;
    amount: number;
    remaining: number;
    business_day: BusinessDay;
    programme_version_id: number;
    expires_day: BusinessDay | null;
  };
  ledger_draws: { id: number; entry_id: number; lot_id: number; amount: number };
  balances: { wallet_id: number; unit_id: number; balance: number; carry_num: number; carry_den: number };
  customer_stats: CustomerStatsTable;
  customer_month: {
    month: BusinessMonth;
    customer_id: number;
    visits: number;
    spend: number;
    age: number;
    prev: BusinessMonth | null;
  };
  day_totals: {
    business_day: BusinessDay;
    check_ins: number;
    identified: number;
    amount: number;
    identified_amount: number;
    amount_check_ins: number;
    rewards: number;
  };
}

export interface ProgrammeTables {
  programme_draft: {
    id: number;
    rules: string;
    effective_from: BusinessDay | null;
    saved_at: number;
    saved_by: number;
  };
  reward_counts: { reward_id: number; given: number };
  tier_holds: {
    customer_id: number;
    tier_id: number;
    until_day: BusinessDay | null;
    at: number;
    staff_id: number;
  };
  customer_tiers: { customer_id: number; tier_id: number | null; rank: number | null };
  daily_runs: { name: string; business_day: BusinessDay; at: number };
  vouchers: VouchersTable;
  voucher_uses: { voucher_id: number; visit_id: number };
  price_holds: {
    id: number;
    tier_id: number | null;
    customer_id: number | null;
    until_day: BusinessDay;
    prices: string;
    at: number;
    staff_id: number;
    ended_at: number | null;
  };
  merges: {
    id: number;
    kept_id: number;
    merged_id: number;
    at: number;
    staff_id: number;
    undone_at: number | null;
    details: string;
  };
  wallet_transfers: { out_id: number; in_id: number; merge_id: number | null };
  parked_check_ins: {
    id: number;
    customer_id: number | null;
    content: string;
    at: number;
    staff_id: number;
  };
  parked_reserves: { parked_id: number; wallet_id: number; unit_id: number; amount: number };
}

export interface MonthEndTables {
  month_closes: {
    number: number;
    month: BusinessMonth;
    content: string;
    previous_hash: string | null;
    hash: string;
    at: number;
    staff_id: number;
  };
  month_reopenings: { number: number; at: number; staff_id: number; reason: string };
  close_steps: {
    month: BusinessMonth;
    step: string;
    state: 'confirmed' | 'skipped' | 'saved';
    found: string;
    reason: string | null;
    at: number;
    staff_id: number;
  };
  goals: { id: number; metric: string; target: number | null; at: number; staff_id: number };
  segments: { id: number; name: string; filter: string; at: number; staff_id: number };
}

export interface ImportTables {
  imports: {
    id: number;
    request_id: string;
    kind: 'visits' | 'customers' | 'balances';
    file_name: string;
    file_hash: string;
    at: number;
    staff_id: number;
    report: string;
    keeps_changes: number;
    undone_at: number | null;
    undone_by: number | null;
    undone: string | null;
  };
  import_changes: {
    import_id: number;
    customer_id: number;
    field:
      | ('created' | 'name' | 'ref' | 'phone' | 'email' | 'birthday' | 'since' | 'card' | 'note' | 'entry')
      | ('tag' | 'tagMade');
    before: string;
    after: string;
  };
}

export interface OutlookTables {
  customer_outlook: {
    customer_id: number;
    business_day: BusinessDay;
    last_day: BusinessDay;
    state: 'new' | 'onTrack' | 'slipping' | 'atRisk' | 'late';
    because: 'inTime' | 'slowing' | 'late' | 'probablyLeft';
    active: number | null;
    returns: number | null;
    usual_gap: number;
    waited: number;
    expected_day: BusinessDay;
    worry_day: BusinessDay | null;
    visits_ahead: number | null;
    year_spend: number;
    year_value: number | null;
    recent_gap: number | null;
    earlier_gap: number | null;
  };
  outlook_runs: {
    id: number;
    business_day: BusinessDay;
    at: number;
    customers: number;
    data_hash: string;
    model: string;
  };
  closed_days: {
    id: number;
    request_id: string;
    from_day: BusinessDay;
    to_day: BusinessDay;
    at: number;
    staff_id: number;
    ended_at: number | null;
  };
  absences: {
    id: number;
    request_id: string;
    customer_id: number;
    from_day: BusinessDay;
    to_day: BusinessDay;
    at: number;
    staff_id: number;
    ended_at: number | null;
  };
}

export interface VouchersTable {
  id: number;
  code: string;
  customer_id: number;
  kind: 'birthday' | 'winBack' | 'referral' | 'surprise' | 'recovery';
  name: string;
  benefit: string;
  cost: number;
  issued_at: number;
  issued_day: BusinessDay;
  issued_by: number;
  expires_day: BusinessDay;
  voided_at: number | null;
  voided_by: number | null;
  void_reason: string | null;
}

export interface CustomersTable {
  id: number;
  request_id: string | null;
  wallet_id: number;
  name: string;
  name_folded: string;
  phone: string | null;
  phone_reversed: string | null;
  email: string | null;
  birth_day: number | null;
  birth_month: number | null;
  birth_year: number | null;
  language: string | null;
  allergy: string | null;
  preference: string | null;
  source: string | null;
  referred_by_id: number | null;
  customer_since: BusinessDay;
  complete_later: number;
  external_ref: string | null;
  import_id: number | null;
  created_at: number;
  created_by: number;
  merged_into_id: number | null;
}

export interface VisitsTable {
  id: number;
  request_id: string;
  sign: 1 | 0 | -1;
  customer_id: number | null;
  at: number;
  business_day: BusinessDay;
  business_month: BusinessMonth;
  amount: number | null;
  staff_id: number;
  source: 'till' | 'import' | 'demo';
  programme_version_id: number | null;
  reverses_id: number | null;
  refunds_id: number | null;
  moved_from_id: number | null;
  import_id: number | null;
  reason: string | null;
}

export interface LedgerEntriesTable {
  id: number;
  wallet_id: number;
  unit_id: number;
  customer_id: number;
  visit_id: number | null;
  kind: 'earn' | 'gift' | 'redeem' | 'reverse' | 'adjust' | 'expire' | 'transfer';
  change: number;
  carry_num: number;
  carry_den: number;
  at: number;
  business_day: BusinessDay;
  business_month: BusinessMonth;
  staff_id: number;
  programme_version_id: number;
  reverses_id: number | null;
  refunds_id: number | null;
  why: string;
}

export interface CustomerStatsTable {
  customer_id: number;
  first_day: BusinessDay | null;
  last_day: BusinessDay | null;
  last_at: number | null;
  visits: number;
  check_ins: number;
  spend: number;
  amount_check_ins: number;
}
