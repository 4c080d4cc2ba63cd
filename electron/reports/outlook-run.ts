import { createHash } from 'node:crypto';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  type CustomerForecast,
  forecastCustomer,
  forecastShop,
  type LoggedVisit,
  type Pause,
  type ShopForecast,
  type ShopRhythm,
} from '#shared/domain/prediction/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { refusedProfiling } from '../repositories/consents.ts';
import type { OutlookRow } from '../repositories/outlooks.ts';
import { absencesInForce, closedDaysInForce } from '../repositories/pauses.ts';
import { eachCustomerDays } from './customer-days.ts';
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
      readonly columns: OutlookColumns;
    };

interface ReadShop {
  readonly visits: readonly LoggedVisit[];
  readonly closed: readonly Pause[];
  readonly absences: ReadonlyMap<number, readonly Pause[]>;
  readonly dataHash: string;
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
  const hash = createHash('sha256');
  hash.update(JSON.stringify([today, rhythm, weeksAhead, closed, [...absences], [...refused]]));
  const visits: LoggedVisit[] = [];
  await eachCustomerDays(
    db,
    { end: addDays(today, 1) },
    (rows) => {
      for (const { customerId, day, amount } of rows) {
        if (refused.has(customerId)) continue;
        visits.push({ customerId, day, amount });
        hash.update(`${customerId} ${day} ${amount}\n`);
      }
    },
    async (done, total) => {
      run.tell({ stage: 'reading', done, total });
      await run.pause();
    },
  );
  return { visits, closed, absences, dataHash: hash.digest('base64url') };
}

/** Days of a year, up to the last visit: whoever stays away for long does not seem to be worth less. */
const yearDays = 365;

/** What everybody spent in a year, by customer, minor units. */
function yearSpends(
  visits: readonly LoggedVisit[],
  lastDays: ReadonlyMap<number, number>,
): Map<number, number> {
  const spends = new Map<number, number>();
  for (const { customerId, day, amount } of visits) {
    const id = Number(customerId);
    if (day > (lastDays.get(id) ?? day) - yearDays) spends.set(id, (spends.get(id) ?? 0) + (amount ?? 0));
  }
  return spends;
}

function rowOf(
  customerId: number,
  {
    lastDay,
    yearSpend,
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
    year_spend: yearSpend,
    year_value: yearValue === null ? null : Math.round(yearValue),
    recent_gap: risk.slowing?.recentGapDays ?? null,
    earlier_gap: risk.slowing?.earlierGapDays ?? null,
  };
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
  const { visits, closed, absences, dataHash } = await readShop(db, question, run);
  if (dataHash === knownHash) return { kind: 'same' };
  run.tell({ stage: 'fitting', done: 0, total: 1 });
  await run.pause();
  const shop: ShopForecast = forecastShop(visits, today, rhythm);
  const lastDays = new Map(shop.rows.map((row) => [Number(row.customerId), row.lastDay]));
  const spends = yearSpends(visits, lastDays);
  const rows: OutlookRow[] = [];
  for (const [index, row] of shop.rows.entries()) {
    if (index % forecastAtOnce === 0) {
      run.tell({ stage: 'forecasting', done: index, total: shop.rows.length });
      await run.pause();
    }
    const customerId = Number(row.customerId);
    const pauses = [...closed, ...(absences.get(customerId) ?? [])];
    const forecast = forecastCustomer(shop, row, { today, weeks: weeksAhead, pauses });
    const yearSpend = spends.get(customerId) ?? 0;
    rows.push(rowOf(customerId, { lastDay: row.lastDay, yearSpend, today }, forecast));
  }
  return { kind: 'new', dataHash, model: keptModel(shop), columns: outlookColumns(rows) };
}
