import { type Backtest, backtestSteps } from './backtest.ts';
import { type ShopRhythm, shopGapWeeks } from './cadence.ts';
import { fitSteps } from './fit-visit-model.ts';
import { visitOutlook } from './future-visits.ts';
import type { Pause } from './pauses.ts';
import { type Risk, type RiskShop, riskOf } from './risk.ts';
import { fitSpendModel, type SpendModel } from './spend-model.ts';
import { finish, type Steps } from './steps.ts';
import { type CustomerRow, summariseDays, type VisitDays } from './summarise-visits.ts';
import { typicalGap } from './visit-row.ts';
import { type ValueOptions, yearValue } from './year-value.ts';

/** All that forecasting the customers of a shop needs: made once per night or on demand, off the main thread. */
export interface ShopForecast {
  readonly rows: readonly CustomerRow[];
  readonly risk: RiskShop;
  readonly spend: SpendModel;
  /** Null while the history is too short to hold a quarter of it out. */
  readonly backtest: Backtest | null;
}

/**
 * Fits the shop's visits and spend up to the day `until`, with the k that forecast the last quarter best; where the plain
 * cadence did better than both, the risk follows the cadence. A shop too young to be tested takes the best k.
 */
export const forecastShop = (people: readonly VisitDays[], until: number, rhythm: ShopRhythm): ShopForecast =>
  finish(forecastSteps(people, until, rhythm));

/** The same in steps: none takes longer than a fraction of a second, also of a large shop. */
export function* forecastSteps(
  people: readonly VisitDays[],
  until: number,
  rhythm: ShopRhythm,
): Steps<ShopForecast> {
  const rows = summariseDays(people, until);
  yield;
  const tested = yield* backtestSteps(people, until, rhythm);
  yield;
  const typicalGapWeeks = typicalGap(rows);
  const model = yield* fitSteps(rows, {
    k: tested?.winner === 'oneStage' ? 1 : 'auto',
    ...(typicalGapWeeks === null ? {} : { typicalGapWeeks }),
  });
  yield;
  const spend = fitSpendModel(rows);
  yield;
  return {
    rows,
    risk: {
      model,
      gapWeeks: shopGapWeeks(rows, rhythm, typicalGapWeeks),
      use: model.kind === 'none' || tested?.winner === 'cadence' ? 'cadence' : 'model',
    },
    spend,
    backtest: tested,
  };
}

/** What is said of one customer. Everything but the risk is null where the model is not used: no figure out of nothing. */
export interface CustomerForecast {
  readonly risk: Risk;
  /** Probability of a visit in the next `weeks`, and visits expected in them. */
  readonly returns: number | null;
  readonly visits: number | null;
  /** Expected value of the next 12 months, minor units. */
  readonly yearValue: number | null;
}

export interface ForecastOptions extends ValueOptions {
  readonly today: number;
  /** How far the chance to return looks ahead. */
  readonly weeks: number;
  readonly pauses?: readonly Pause[];
}

export function forecastCustomer(
  { risk: shop, spend }: Pick<ShopForecast, 'risk' | 'spend'>,
  row: CustomerRow,
  { today, weeks, pauses = [], ...value }: ForecastOptions,
): CustomerForecast {
  const risk = riskOf(row, shop, today, pauses);
  if (shop.use === 'cadence' || shop.model.kind === 'none') {
    return { risk, returns: null, visits: null, yearValue: null };
  }
  // The clock stands still in a pause for every figure alike.
  const seen = { ...row, ageWeeks: row.recencyWeeks + risk.waitedDays / 7 };
  const { chance, visits } = visitOutlook(shop.model, seen, weeks);
  return {
    risk,
    returns: chance,
    visits,
    yearValue: yearValue(shop.model, spend, seen, value),
  };
}
