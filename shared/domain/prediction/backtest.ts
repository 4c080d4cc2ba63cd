import { cadenceOf, type ShopRhythm, shopGapWeeks } from './cadence.ts';
import { fitOneAndBest, type VisitModel } from './fit-visit-model.ts';
import { type VisitOutlook, visitOutlook } from './future-visits.ts';
import { finish, type Steps } from './steps.ts';
import { type CustomerRow, summariseDays, type VisitDays } from './summarise-visits.ts';
import { typicalGap } from './visit-row.ts';

/** How a way to forecast did on the part of the history it had not seen. */
export interface BacktestScore {
  /** Mean squared error of the chance to return; 0 is perfect, always saying one half gives 0.25. */
  readonly brier: number;
  /** Mean -ln of the chance given to what happened; null for the cadence, which says only yes or no. */
  readonly logLoss: number | null;
  /** Mean absolute error of the visits of a customer. */
  readonly meanAbsoluteError: number;
  /** All visits as forecast. */
  readonly visits: number;
}

export type Forecaster = 'oneStage' | 'bestK' | 'cadence';

export interface Backtest {
  /** The last day that the forecasts could see, and how long they looked ahead. */
  readonly cutDay: number;
  readonly weeks: number;
  /** Customers known by then; of them returned; their visit days. */
  readonly customers: number;
  readonly returned: number;
  readonly visits: number;
  /** Null where no model could be fitted by then. */
  readonly oneStage: BacktestScore | null;
  /** Null, too, when the best k is 1. */
  readonly bestK: (BacktestScore & { readonly k: number }) | null;
  readonly cadence: BacktestScore;
  /** The smallest Brier score; of equal ones the simpler. Null when no model could be fitted by then: no contest. */
  readonly winner: Forecaster | null;
}

/** Cadence: whoever is not overdue comes on in the own rhythm, the others do not come. */
const notExpectedFrom = 2;

interface Known {
  readonly row: CustomerRow;
  readonly actual: number;
}

type Guess = (row: CustomerRow) => VisitOutlook;

/**
 * Holds out the last quarter of the history and compares k = 1, the best k and the plain cadence on it
 * (prediction.md §7.3): the winner forecasts the shop. Null without visits or with a history under four days.
 */
export const backtest = (people: readonly VisitDays[], until: number, rhythm: ShopRhythm): Backtest | null =>
  finish(backtestSteps(people, until, rhythm));

/** The same in steps. */
export function* backtestSteps(
  people: readonly VisitDays[],
  until: number,
  rhythm: ShopRhythm,
): Steps<Backtest | null> {
  let first = until;
  for (const { days } of people) first = Math.min(first, days[0] ?? until);
  const cutDay = until - Math.floor((until - first) / 4);
  if (cutDay === until) return null;
  const weeks = (until - cutDay) / 7;
  const known = knownCustomers(people, cutDay, until);
  const rows = known.map(({ row }) => row);
  const typicalGapWeeks = typicalGap(rows);
  const gapWeeks = shopGapWeeks(rows, rhythm, typicalGapWeeks);
  const score = (guess: Guess) => scoreOf(known, guess);
  const byModel =
    (model: VisitModel): Guess =>
    (row) =>
      visitOutlook(model, row, weeks);
  yield;
  const { one, best } = yield* fitOneAndBest(rows, typicalGapWeeks === null ? {} : { typicalGapWeeks });
  yield;
  const oneStage = one.kind === 'model' ? score(byModel(one)) : null;
  yield;
  const bestK = best.kind === 'model' && best.k > 1 ? { k: best.k, ...score(byModel(best)) } : null;
  yield;
  const cadence = score((row) => {
    const state = cadenceOf(row, gapWeeks, row.ageWeeks - row.recencyWeeks);
    const comes = state.ratio <= notExpectedFrom;
    return {
      chance: comes && state.gapWeeks <= weeks ? 1 : 0,
      visits: comes ? weeks / state.gapWeeks : 0,
    };
  });
  return {
    cutDay,
    weeks,
    customers: known.length,
    returned: known.filter(({ actual }) => actual > 0).length,
    visits: known.reduce((sum, { actual }) => sum + actual, 0),
    oneStage,
    bestK,
    cadence: { ...cadence, logLoss: null },
    winner: winnerOf(oneStage, bestK, cadence),
  };
}

function knownCustomers(people: readonly VisitDays[], cutDay: number, until: number): readonly Known[] {
  const known = people.filter(({ days }) => (days[0] ?? until) <= cutDay);
  const rows = summariseDays(known, cutDay);
  return rows.map((row, index) => {
    const days = known[index]?.days ?? [];
    return { row, actual: daysUntil(days, until) - daysUntil(days, cutDay) };
  });
}

/** How many of rising days are not after one. */
function daysUntil(days: readonly number[], until: number): number {
  let count = days.length;
  while (count > 0 && (days[count - 1] ?? until) > until) count -= 1;
  return count;
}

function scoreOf(known: readonly Known[], guess: Guess): BacktestScore & { readonly logLoss: number } {
  let brier = 0;
  let logLoss = 0;
  let errors = 0;
  let total = 0;
  for (const { row, actual } of known) {
    const { chance, visits } = guess(row);
    const came = actual > 0;
    brier += (chance - (came ? 1 : 0)) ** 2;
    // A model never says 0 or 1 but rounding may.
    logLoss -= Math.log(Math.max(1e-12, came ? chance : 1 - chance));
    errors += Math.abs(visits - actual);
    total += visits;
  }
  const count = Math.max(1, known.length);
  return {
    brier: brier / count,
    logLoss: logLoss / count,
    meanAbsoluteError: errors / count,
    visits: total,
  };
}

function winnerOf(
  oneStage: BacktestScore | null,
  bestK: BacktestScore | null,
  cadence: BacktestScore,
): Forecaster | null {
  if (oneStage === null && bestK === null) return null;
  const candidates = [
    { name: 'cadence', score: cadence },
    { name: 'oneStage', score: oneStage },
    { name: 'bestK', score: bestK },
  ] as const;
  let winner: Forecaster = 'cadence';
  let least = cadence.brier;
  for (const { name, score } of candidates) {
    if (score !== null && score.brier < least) {
      winner = name;
      least = score.brier;
    }
  }
  return winner;
}
