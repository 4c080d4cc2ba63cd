import { createHash } from 'node:crypto';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  type CustomerForecast,
  forecastCustomer,
  forecastSteps,
  type Pause,
  type ShopRhythm,
  type VisitDays,
} from '#shared/domain/prediction/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { refusedProfiling } from '../repositories/consents.ts';
import { eachOutlook, type OutlookRow, outlookColumnNames } from '../repositories/outlooks.ts';
import { absencesInForce, closedDaysInForce } from '../repositories/pauses.ts';
import { eachCustomerDays, type PaidDay } from './customer-days.ts';
import { type OutlookColumns, outlookColumns } from './outlook-columns.ts';
import { type KeptModel, keptModel } from './outlook-model.ts';
import type { Run } from './run.ts';

/** How far the chance to return looks ahead, in weeks. */
export const weeksAhead = 6;

/** Customers forecast before other questions get their turn. */
const forecastAtOnce = 500;

export interface OutlookQuestion {
  readonly today: BusinessDay;
  readonly rhythm: ShopRhythm;
  /** Of the visits of the last run: with the same nothing is worked out again. Null: in any case. */
  readonly knownHash: string | null;
}

export interface OutlookProgress {
  readonly stage: 'reading' | 'fitting' | 'forecasting';
  readonly done: number;
  readonly total: number;
}

export type OutlookAnswer =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'new';
      readonly dataHash: string;
      readonly model: KeptModel;
      /** How many people there is an outlook of. */
      readonly people: number;
      /** Those that differ from what is kept. */
      readonly changed: OutlookColumns;
      /** Whose outlook is kept and does not hold any more: merged, forgotten, said no, or without a visit left. */
      readonly gone: readonly number[];
    };

interface ReadShop {
  readonly people: readonly VisitDays[];
  readonly closed: readonly Pause[];
  readonly absences: ReadonlyMap<number, readonly Pause[]>;
  readonly dataHash: string;
}

/** Gathers the days of each customer, who come one after another, and what tells whether anything has changed. */
class PeopleRead {
  readonly people: VisitDays[] = [];
  readonly #hash = createHash('sha256');
  #customerId: number | null = null;
  #days: number[] = [];
  #amounts: number[] = [];

  /** @param besides what decides the outcome besides the visits */
  constructor(besides: unknown) {
    this.#hash.update(JSON.stringify(besides));
  }

  add(rows: readonly PaidDay[], refused: ReadonlySet<number>): void {
    const seen = new Float64Array(3 * rows.length);
    let at = 0;
    for (const { customerId, day, amount } of rows) {
      if (refused.has(customerId)) continue;
      if (customerId !== this.#customerId) this.#begin(customerId);
      this.#days.push(day);
      this.#amounts.push(amount);
      seen[at] = customerId;
      seen[at + 1] = day;
      seen[at + 2] = amount;
      at += 3;
    }
    this.#hash.update(seen.subarray(0, at));
  }

  #begin(customerId: number): void {
    this.#customerId = customerId;
    this.#days = [];
    this.#amounts = [];
    this.people.push({ customerId, days: this.#days, amounts: this.#amounts });
  }

  dataHash(): string {
    return this.#hash.digest('base64url');
  }
}

/** Visit days of everybody about whom something may be estimated, up to today; what an import dated later is not there yet. */
async function readShop(
  db: ReadDb,
  { today, rhythm }: OutlookQuestion,
  run: Run<OutlookProgress>,
): Promise<ReadShop> {
  const refused = await refusedProfiling(db);
  const closed = await closedDaysInForce(db);
  const absences = await absencesInForce(db);
  const read = new PeopleRead([today, rhythm, weeksAhead, closed, [...absences], [...refused]]);
  await eachCustomerDays(
    db,
    { end: addDays(today, 1) },
    (rows) => read.add(rows, refused),
    async (done, total) => {
      run.tell({ stage: 'reading', done, total });
      await run.pause();
    },
  );
  return { people: read.people, closed, absences, dataHash: read.dataHash() };
}

/** Days of a year, up to the last visit: whoever stays away for long does not seem to be worth less. */
const yearDays = 365;

/** What somebody spent in the year up to their last visit, minor units. */
function yearSpend({ days, amounts }: VisitDays): number {
  const before = (days.at(-1) ?? 0) - yearDays;
  let spend = 0;
  for (let index = days.length - 1; index >= 0 && (days[index] ?? before) > before; index -= 1) {
    spend += amounts[index] ?? 0;
  }
  return spend;
}

function rowOf(
  customerId: number,
  {
    lastDay,
    yearSpend: spend,
    today,
  }: { readonly lastDay: number; readonly yearSpend: number; readonly today: BusinessDay },
  { risk, returns, visits, yearValue }: CustomerForecast,
): OutlookRow {
  return {
    customer_id: customerId,
    business_day: today,
    last_day: lastDay as BusinessDay,
    state: risk.state,
    because: risk.because,
    active: risk.active,
    returns,
    usual_gap: risk.usualGapDays,
    waited: risk.waitedDays,
    expected_day: risk.expectedDay as BusinessDay,
    worry_day: risk.worryDay as BusinessDay | null,
    visits_ahead: visits,
    year_spend: spend,
    year_value: yearValue === null ? null : Math.round(yearValue),
    recent_gap: risk.slowing?.recentGapDays ?? null,
    earlier_gap: risk.slowing?.earlierGapDays ?? null,
  };
}

/** Other questions are answered between the steps. */
async function inSteps<T>(steps: Generator<undefined, T, undefined>, run: Run<OutlookProgress>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await run.pause();
  }
}

/** What has to be written so that exactly these outlooks are kept. */
async function besideKept(
  db: ReadDb,
  rows: readonly OutlookRow[],
): Promise<{ readonly changed: OutlookColumns; readonly gone: readonly number[] }> {
  const left = new Map(rows.map((row) => [row.customer_id, row]));
  const gone: number[] = [];
  await eachOutlook(db, (values) => {
    const customerId = Number(values[0]);
    const row = left.get(customerId);
    if (row === undefined) gone.push(customerId);
    else if (outlookColumnNames.every((name, index) => row[name] === values[index])) left.delete(customerId);
  });
  return { changed: outlookColumns([...left.values()]), gone };
}

/**
 * How it stands with every customer on a day: the model is fitted to the shop's own visits, tried on its last quarter, and
 * every customer is forecast. Nobody is forecast who said no to estimates about themselves.
 */
export async function outlookRun(
  db: ReadDb,
  question: OutlookQuestion,
  run: Run<OutlookProgress>,
): Promise<OutlookAnswer> {
  const { today, rhythm, knownHash } = question;
  const { people, closed, absences, dataHash } = await readShop(db, question, run);
  if (dataHash === knownHash) return { kind: 'same' };
  run.tell({ stage: 'fitting', done: 0, total: 1 });
  await run.pause();
  const shop = await inSteps(forecastSteps(people, today, rhythm), run);
  const rows: OutlookRow[] = [];
  for (const [index, row] of shop.rows.entries()) {
    if (index % forecastAtOnce === 0) {
      run.tell({ stage: 'forecasting', done: index, total: shop.rows.length });
      await run.pause();
    }
    const customerId = Number(row.customerId);
    const own = absences.get(customerId);
    const pauses = own ? [...closed, ...own] : closed;
    const forecast = forecastCustomer(shop, row, { today, weeks: weeksAhead, pauses });
    // Everybody read came by today, so the rows are theirs in the same order.
    const person = people[index];
    rows.push(
      rowOf(customerId, { lastDay: row.lastDay, yearSpend: person ? yearSpend(person) : 0, today }, forecast),
    );
  }
  const { changed, gone } = await besideKept(db, rows);
  return { kind: 'new', dataHash, model: keptModel(shop), people: rows.length, changed, gone };
}
