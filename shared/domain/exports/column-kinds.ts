import { businessDay, businessMonth, formatDay, monthRange } from '../business-day/business-day.ts';

/** How the numbers and texts of a column are to be read. */
export type ColumnKind =
  | 'id'
  | 'number'
  | 'fraction'
  | 'money'
  | 'flag'
  | 'day'
  | 'month'
  | 'moment'
  | 'text'
  | 'json';

const days = [
  ...['business_day', 'customer_since', 'effective_from', 'expires_day', 'issued_day', 'first_day'],
  ...['last_day', 'until_day', 'due_day', 'made_day'],
  ...['from_day', 'to_day', 'started_day', 'stopped_day', 'end_day'],
];
const months = ['month', 'prev', 'business_month'];
const moments = ['at', 'last_at'];
const flags = ['active', 'undo_all', 'complete_later', 'demo', 'granted', 'keeps_changes'];
const texts = [
  ...['name', 'kind', 'country', 'currency', 'time_zone', 'language', 'call', 'role', 'name_folded', 'phone'],
  ...['phone_reversed', 'email', 'allergy', 'preference', 'source', 'external_ref', 'code', 'code_reversed'],
  ...['state', 'purpose', 'text', 'file_name', 'file_hash', 'field', 'before', 'after', 'category', 'reason'],
  ...['outcome', 'channel', 'words', 'tone', 'arm', 'colour'],
  ...['void_reason', 'hash', 'previous_hash', 'step', 'metric', 'request_id'],
];
const jsons = [
  'detail',
  'others',
  'why',
  'rules',
  'report',
  'undone',
  'details',
  'benefit',
  'prices',
  'filter',
  'found',
  'whom',
  'variants',
  'test',
];
const money = ['price', 'give_limit', 'unit_price', 'spend', 'cost', 'identified_amount'];
/** Ids by another name. */
const ids = ['created_by', 'issued_by', 'published_by', 'saved_by', 'undone_by', 'voided_by'];

/** What does not mean the same in every table. */
const special: Readonly<Record<string, ColumnKind>> = {
  'preferences.value': 'json',
  'requests.content': 'text',
  'month_closes.content': 'json',
  'parked_check_ins.content': 'json',
  'visits.amount': 'money',
  'day_totals.amount': 'money',
  'goals.target': 'fraction',
  'experiments.base': 'fraction',
  'experiments.effect': 'fraction',
};

/** How a column of a table of the shop is to be read. */
export function kindOfColumn(table: string, column: string): ColumnKind {
  const known = special[`${table}.${column}`];
  if (known) return known;
  if (days.includes(column)) return 'day';
  if (months.includes(column)) return 'month';
  if (moments.includes(column) || column.endsWith('_at')) return 'moment';
  if (flags.includes(column)) return 'flag';
  if (texts.includes(column)) return 'text';
  if (jsons.includes(column)) return 'json';
  if (money.includes(column)) return 'money';
  return column === 'id' || column.endsWith('_id') || ids.includes(column) ? 'id' : 'number';
}

/** What a readable copy of a column is, for the kinds that have one. */
export const isoKindOf = { day: 'isoDay', month: 'isoMonth', moment: 'isoMoment' } as const;

const isDated = (kind: ColumnKind): kind is keyof typeof isoKindOf => kind in isoKindOf;

/** What the readable copy of a column is called and is; null for a column without one. */
export function isoColumn(kind: ColumnKind, column: string) {
  return isDated(kind) ? { name: `${column}_iso`, kind: isoKindOf[kind] } : null;
}

/** The furthest moment a date can tell. */
const furthest = 8.64e15;

/** A day, month or moment as ISO 8601 (moments in UTC); null for what is none. */
export function isoText(kind: ColumnKind, value: string | number | null): string | null {
  if (typeof value !== 'number') return null;
  switch (kind) {
    case 'day':
      return formatDay(businessDay(value));
    case 'month':
      return formatDay(monthRange(businessMonth(value)).from).slice(0, 'YYYY-MM'.length);
    case 'moment':
      return Math.abs(value) <= furthest ? new Date(value).toISOString() : null;
    default:
      return null;
  }
}
