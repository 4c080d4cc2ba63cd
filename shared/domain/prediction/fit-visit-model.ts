import { type Refusal, refusalOf } from './accept-fit.ts';
import { dataStanding, type TooLittle } from './data-standing.ts';
import {
  bestOf,
  fitStages,
  parametersOf,
  polished,
  type StageFit,
  type StageFitOptions,
  searchStages,
  usualStart,
} from './fit-stages.ts';
import { finish, type Steps } from './steps.ts';
import type { Family, VisitParameters } from './visit-parameters.ts';
import { checkVisitRow, type VisitRow } from './visit-row.ts';
import { type VisitTable, visitTable } from './visit-table.ts';

export interface VisitModel extends VisitParameters {
  readonly kind: 'model';
  /** 'rough': status by cadence, totals only as rough; 'early': say it is an early estimate; 'full' (prediction.md §8). */
  readonly standing: 'rough' | 'early' | 'full';
  /** ln L of the customers fitted, comparable between k. */
  readonly logLikelihood: number;
  /** ln L + ln prior without its constant; equal to ln L when fitted without the prior. */
  readonly penalisedLogLikelihood: number;
  /** Of every k that was tried. */
  readonly penalisedByK: readonly { readonly k: number; readonly penalisedLogLikelihood: number }[];
  readonly typicalGapWeeks: number;
  readonly customers: number;
}

/** Under the cut-offs or refused: use the cadence, show no probability. */
export interface NoVisitModel {
  readonly kind: 'none';
  readonly reason: TooLittle | Refusal;
  readonly typicalGapWeeks: number | null;
}

export interface FitVisitOptions {
  /** MBG unless said otherwise. */
  readonly family?: Family;
  /** A fixed k; 'auto' (the default) takes the k with the best likelihood. */
  readonly k?: number | 'auto';
  /** The small-shop prior; on unless switched off. */
  readonly prior?: boolean;
  /** The shop's median gap where the rows do not carry their gaps. */
  readonly typicalGapWeeks?: number;
}

const fewestGapsForStages = 30;
const fewestCustomersWithGaps = 10;
/** Above this many customers a part of them is fitted. */
const mostCustomers = 50_000;
const sampleSize = 20_000;

/** What the fits of a shop share. */
interface Prepared {
  readonly table: VisitTable;
  readonly standing: VisitModel['standing'];
  readonly customers: number;
  readonly options: StageFitOptions;
  /** k is looked for up to here. */
  readonly mostStages: number;
}

function prepare(
  rows: readonly VisitRow[],
  { family = 'MBG', prior = true, typicalGapWeeks: knownGapWeeks }: FitVisitOptions,
): Prepared | NoVisitModel {
  for (const row of rows) checkVisitRow(row);
  const standing = dataStanding(rows, knownGapWeeks);
  if (standing.kind === 'none') return standing;
  const { kind, typicalGapWeeks } = standing;
  return {
    table: visitTable(rows.length > mostCustomers ? sampleOf(rows) : rows),
    standing: kind,
    customers: rows.length,
    options: { family, typicalGapWeeks, prior },
    mostStages: allowsStages(rows) ? 12 : 1,
  };
}

/** The best of some fits as a model, or why it may not be used. */
function* modelOf(
  { table, standing, customers, options }: Prepared,
  fits: readonly StageFit[],
): Steps<VisitModel | NoVisitModel> {
  const { family, typicalGapWeeks } = options;
  const found = bestOf(fits);
  if (found === undefined) throw new Error('unreachable: at least k = 1 was fitted');
  const best = polished(table, found, options);
  yield;
  const refusal = refusalOf(table, best, options);
  if (refusal !== null) return { kind: 'none', reason: refusal, typicalGapWeeks };
  return {
    kind: 'model',
    standing,
    ...parametersOf(best, family),
    logLikelihood: best.likelihood.logLikelihood(best.minimum.at, new Float64Array(4)),
    penalisedLogLikelihood: best.penalised,
    penalisedByK: fits.map((fit) => ({ k: fit.k, penalisedLogLikelihood: fit.penalised })),
    typicalGapWeeks,
    customers,
  };
}

/**
 * Fits MBG/CNBD-k or BG/CNBD-k to the customers of a shop (prediction.md §3, 7, 8), the small-shop prior included.
 * Gives no model where the data are too few or the fit may not be trusted, with the reason.
 * @throws RangeError for rows that no visits can give, or a k that is not a whole number from 1 to 12
 */
export const fitVisitModel = (
  rows: readonly VisitRow[],
  options: FitVisitOptions = {},
): VisitModel | NoVisitModel => finish(fitSteps(rows, options));

/** The same in steps. */
export function* fitSteps(
  rows: readonly VisitRow[],
  options: FitVisitOptions = {},
): Steps<VisitModel | NoVisitModel> {
  const { k = 'auto' } = options;
  if (k !== 'auto' && !(Number.isInteger(k) && k >= 1 && k <= 12)) throw new RangeError(`Not a k: ${k}`);
  const shop = prepare(rows, options);
  if ('kind' in shop) return shop;
  yield;
  const { table, options: stages, mostStages } = shop;
  const fits =
    k === 'auto'
      ? yield* searchStages(table, stages, mostStages)
      : [fitStages(table, k, stages, usualStart(stages.typicalGapWeeks, k))];
  return yield* modelOf(shop, fits);
}

export interface OneAndBest {
  readonly one: VisitModel | NoVisitModel;
  readonly best: VisitModel | NoVisitModel;
}

/** The models with k = 1 and with the best k: what fitting each alone gives, with k = 1 fitted only once. */
export function* fitOneAndBest(
  rows: readonly VisitRow[],
  options: Omit<FitVisitOptions, 'k'> = {},
): Steps<OneAndBest> {
  const shop = prepare(rows, options);
  if ('kind' in shop) return { one: shop, best: shop };
  yield;
  const fits = yield* searchStages(shop.table, shop.options, shop.mostStages);
  const one = yield* modelOf(shop, fits.slice(0, 1));
  yield;
  return { one, best: yield* modelOf(shop, fits) };
}

function allowsStages(rows: readonly VisitRow[]): boolean {
  let gaps = 0;
  let returned = 0;
  for (const { repeatVisits } of rows) {
    gaps += repeatVisits;
    if (repeatVisits > 0) returned += 1;
  }
  return gaps >= fewestGapsForStages && returned >= fewestCustomersWithGaps;
}

/** Evenly spread over the rows as they come, so the same rows always give the same fit. */
function sampleOf(rows: readonly VisitRow[]): readonly VisitRow[] {
  const stride = rows.length / sampleSize;
  return Array.from({ length: sampleSize }, (_, index) => rows[Math.floor(index * stride)]).filter(
    (row) => row !== undefined,
  );
}
