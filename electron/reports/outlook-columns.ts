import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type OutlookRow, outlookNumbers } from '../repositories/outlooks.ts';

const states = [
  'new',
  'onTrack',
  'slipping',
  'atRisk',
  'late',
] as const satisfies readonly OutlookRow['state'][];
const reasons = [
  'inTime',
  'slowing',
  'late',
  'probablyLeft',
] as const satisfies readonly OutlookRow['because'][];

type NumberColumn = (typeof outlookNumbers)[number];

/**
 * Outlooks by columns: rows of fifty thousand customers would keep the till's thread busy for a while only to arrive. What is
 * not known is not a number; states and reasons are their places in the lists above.
 */
export interface OutlookColumns {
  readonly count: number;
  readonly states: Uint8Array;
  readonly reasons: Uint8Array;
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>;
}

export function outlookColumns(rows: readonly OutlookRow[]): OutlookColumns {
  const column = (name: NumberColumn): Float64Array => {
    const values = new Float64Array(rows.length);
    for (let index = 0; index < rows.length; index += 1) values[index] = rows[index]?.[name] ?? Number.NaN;
    return values;
  };
  return {
    count: rows.length,
    states: Uint8Array.from(rows, (row) => states.indexOf(row.state)),
    reasons: Uint8Array.from(rows, (row) => reasons.indexOf(row.because)),
    numbers: Object.fromEntries(
      outlookNumbers.map((name) => [name, column(name)]),
    ) as OutlookColumns['numbers'],
  };
}

function rowAt(columns: OutlookColumns, index: number): OutlookRow {
  const known = (name: NumberColumn): number => columns.numbers[name][index] ?? Number.NaN;
  const orNull = (name: NumberColumn): number | null => {
    const value = known(name);
    return Number.isNaN(value) ? null : value;
  };
  const state = states[columns.states[index] ?? 0];
  const because = reasons[columns.reasons[index] ?? 0];
  if (state === undefined || because === undefined) throw new RangeError(`no outlook at ${index}`);
  return {
    customer_id: known('customer_id'),
    business_day: known('business_day') as BusinessDay,
    last_day: known('last_day') as BusinessDay,
    state,
    because,
    active: orNull('active'),
    returns: orNull('returns'),
    usual_gap: known('usual_gap'),
    waited: known('waited'),
    expected_day: known('expected_day') as BusinessDay,
    worry_day: orNull('worry_day') as BusinessDay | null,
    visits_ahead: orNull('visits_ahead'),
    year_spend: known('year_spend'),
    year_value: orNull('year_value'),
    recent_gap: orNull('recent_gap'),
    earlier_gap: orNull('earlier_gap'),
  };
}

/** Some of the outlooks as rows, from one place to before another. */
export function outlookRows(columns: OutlookColumns, from: number, to: number): readonly OutlookRow[] {
  const end = Math.min(to, columns.count);
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => rowAt(columns, from + index));
}
