import { type RawBuilder, sql } from 'kysely';

type Sql = RawBuilder<unknown>;

/** Whom an erasure is about, inside a query. */
export interface Erased {
  /** A subquery: the ids of all entries of the person. */
  readonly people: Sql;
  /** What stands in the place of a name. */
  readonly label: string;
}

/** `kept`: says nothing of a person, or nothing that leads to them. Otherwise what is put in its place. */
type ColumnPlan = 'kept' | ((erased: Erased) => Sql);

export interface TablePlan {
  /** Which rows are the person's. */
  readonly rows?: (erased: Erased) => Sql;
  /** The rows go whole. */
  readonly rowsGo?: true;
  readonly columns: Readonly<Record<string, ColumnPlan>>;
}

const keeps = (...columns: readonly string[]): Readonly<Record<string, 'kept'>> =>
  Object.fromEntries(columns.map((column) => [column, 'kept']));

const ofCustomer = ({ people }: Erased) => sql`customer_id IN (${people})`;
const nothing = () => sql`NULL`;
const emptied = () => sql`''`;

const people: Readonly<Record<string, TablePlan>> = {
  // First those that are found by what goes later. A hash of a name and a number can be guessed.
  requests: {
    rows: ({ people: ids }) => sql`call LIKE 'customers.%' AND (subject_id IN (${ids})
      OR call = 'customers.addNote' AND subject_id IN (SELECT id FROM customer_notes WHERE customer_id IN (${ids})))
      OR call IN ('tags.putOn', 'tags.takeOff') AND subject_id IN (${ids})
      OR call = 'interests.add' AND subject_id IN (SELECT id FROM interests WHERE customer_id IN (${ids}))
      OR call = 'privacy.addCareNote' AND subject_id IN (SELECT id FROM care_notes WHERE customer_id IN (${ids}))`,
    columns: { ...keeps('request_id', 'call'), content: emptied },
  },
  customer_notes: { rows: ofCustomer, rowsGo: true, columns: keeps('request_id', 'text') },
  care_notes: { rows: ofCustomer, rowsGo: true, columns: keeps('request_id', 'kind', 'text') },
  kept_people: { rows: ofCustomer, rowsGo: true, columns: {} },
  staff_customers: { rows: ofCustomer, rowsGo: true, columns: {} },
  interests: { rows: ofCustomer, rowsGo: true, columns: keeps('request_id', 'words') },
  // A tag says something of whoever wears it.
  customer_tags: { rows: ofCustomer, rowsGo: true, columns: {} },
  cards: { rows: ofCustomer, rowsGo: true, columns: keeps('code', 'code_reversed', 'state') },
  parked_check_ins: { rows: ofCustomer, rowsGo: true, columns: keeps('content') },
  absences: { rows: ofCustomer, rowsGo: true, columns: keeps('request_id') },
  customer_outlook: { rows: ofCustomer, rowsGo: true, columns: keeps('state', 'because') },
  follow_up_list: { rows: ofCustomer, rowsGo: true, columns: keeps('reason', 'detail', 'others') },
  surprises: { rows: ofCustomer, rowsGo: true, columns: {} },
  follow_up_facts: {
    rows: ofCustomer,
    columns: {
      ...keeps('request_id', 'reason', 'outcome', 'channel', 'tone', 'situation'),
      words: () => sql`CASE WHEN words IS NULL THEN NULL ELSE '' END`,
      detail: () => sql`json_object('kind', reason)`,
    },
  },
  promises: { rows: ofCustomer, columns: { ...keeps('request_id'), text: emptied } },
  import_changes: { rows: ofCustomer, rowsGo: true, columns: keeps('field', 'before', 'after') },
  // The rows of a file that were not understood, and names of those an undo left, stand in reports.
  imports: {
    columns: {
      ...keeps('request_id', 'kind', 'file_name', 'file_hash'),
      report:
        () => sql`CASE WHEN json_type(report, '$.problems') = 'array' THEN json_set(report, '$.problems', json('[]'))
        ELSE report END`,
      undone: () => sql`CASE WHEN json_type(undone, '$.stays') = 'array' THEN json_set(undone, '$.stays', (
        SELECT json_group_array(json_set(stay.value, '$.names', json('[]'))) FROM json_each(undone, '$.stays') AS stay))
        ELSE undone END`,
    },
  },
  merges: {
    rows: ({ people: ids }) => sql`kept_id IN (${ids}) OR merged_id IN (${ids})`,
    columns: { details: () => sql`'{}'` },
  },
  vouchers: {
    rows: ofCustomer,
    columns: {
      ...keeps('kind', 'benefit'),
      code: () => sql`'-' || id`,
      name: ({ label }) => sql`${label}`,
      void_reason: () => sql`CASE WHEN void_reason IS NULL THEN NULL ELSE '' END`,
    },
  },
  audit_facts: {
    rows: ({ people: ids }) =>
      sql`number IN (SELECT number FROM audit_entries WHERE customer_id IN (${ids}))`,
    rowsGo: true,
    columns: keeps('salt', 'facts'),
  },
  visits: {
    rows: (erased) => sql`reason IS NOT NULL AND ${ofCustomer(erased)}`,
    columns: { ...keeps('request_id', 'source'), reason: nothing },
  },
  customers: {
    rows: ({ people: ids }) => sql`id IN (${ids})`,
    columns: {
      ...keeps('request_id'),
      name: ({ label }) => sql`${label}`,
      name_folded: emptied,
      phone: nothing,
      phone_reversed: nothing,
      email: nothing,
      birth_day: nothing,
      birth_month: nothing,
      birth_year: nothing,
      language: nothing,
      allergy: nothing,
      preference: nothing,
      source: nothing,
      referred_by_id: nothing,
      external_ref: nothing,
      import_id: nothing,
      complete_later: () => sql`0`,
    },
  },
};

const transferred = sql`why ->> '$.kind' = 'transferred'`;
const ownTransfers = ({ people: ids }: Erased) =>
  sql`SELECT id FROM ledger_entries WHERE ${transferred} AND customer_id IN (${ids})`;

/**
 * Written words of an entry go; so does the name of who gave or got, in the entries of the other side. Each part is written
 * as its index is, because reading every entry would hold up the till.
 */
const ledger: TablePlan = {
  rows: (erased) => sql`id IN (
    SELECT id FROM ledger_entries WHERE why ->> '$.reason' <> '' AND ${ofCustomer(erased)}
    UNION SELECT id FROM ledger_entries AS t WHERE t.id IN (${ownTransfers(erased)}
      UNION SELECT in_id FROM wallet_transfers WHERE out_id IN (${ownTransfers(erased)})
      UNION SELECT out_id FROM wallet_transfers WHERE in_id IN (${ownTransfers(erased)}))
      AND t.why ->> '$.name' <> ${erased.label})`,
  columns: {
    ...keeps('kind'),
    why: ({ label }) => sql`CASE WHEN why ->> '$.kind' = 'transferred' THEN json_set(why, '$.name', ${label})
      ELSE json_set(why, '$.reason', '') END`,
  },
};

/** Figures, rules, settings and facts of the shop; the index of names follows the names by itself. */
const shop: Readonly<Record<string, TablePlan>> = Object.fromEntries(
  Object.entries({
    audit_entries: ['call', 'outcome', 'facts_hash', 'previous_hash', 'hash'],
    campaign_people: ['arm', 'situation'],
    campaigns: ['name', 'whom', 'channel', 'tone', 'variants', 'test', 'hindrance'],
    close_steps: ['step', 'state', 'found', 'reason'],
    closed_days: ['request_id'],
    consents: ['purpose', 'place'],
    counters: ['name'],
    customer_names: ['name_folded'],
    customer_names_config: ['k', 'v'],
    customer_names_data: ['block'],
    customer_names_docsize: ['sz'],
    customer_names_idx: ['segid', 'term', 'pgno'],
    customer_words: ['term', 'doc', 'cnt'],
    daily_runs: ['name'],
    erasures: ['fingerprint', 'cause'],
    goals: ['metric'],
    items: ['request_id', 'name', 'category'],
    month_closes: ['content', 'previous_hash', 'hash'],
    month_reopenings: ['reason'],
    outlook_runs: ['data_hash', 'model'],
    playbook_versions: ['situation', 'content'],
    preferences: ['name', 'value'],
    price_holds: ['prices'],
    programme_draft: ['rules'],
    programme_versions: ['request_id', 'rules'],
    segments: ['name', 'filter'],
    shop: ['name', 'kind', 'country', 'currency', 'time_zone', 'language'],
    staff: ['name', 'role'],
    staff_keys: ['kind', 'salt', 'hash'],
    tags: ['name', 'name_folded', 'colour'],
    units: ['kind', 'name'],
    visit_lines: ['name'],
  }).map(([table, columns]) => [table, { columns: keeps(...columns) }]),
);

/**
 * What forgetting a person does to every column that can hold text, in the order in which it is done. A test compares it
 * with the tables: a new column must say what becomes of it.
 */
export const erasePlan: Readonly<Record<string, TablePlan>> = { ...people, ledger_entries: ledger, ...shop };
