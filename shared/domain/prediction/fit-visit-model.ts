import { type Refusal, refusalOf } from './accept-fit.ts';
import { dataStanding, type TooLittle } from './data-standing.ts';
import { bestOf, fitStages, parametersOf, polished, searchStages, usualStart } from './fit-stages.ts';
import type { Family, VisitParameters } from './visit-parameters.ts';
import { checkVisitRow, type VisitRow } from './visit-row.ts';
import { visitTable } from './visit-table.ts';

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

/**
 * Fits MBG/CNBD-k or BG/CNBD-k to the customers of a shop (prediction.md §3, 7, 8), the small-shop prior included.
 * Gives no model where the data are too few or the fit may not be trusted, with the reason.
 * @throws RangeError for rows that no visits can give, or a k that is not a whole number from 1 to 12
 */
export function fitVisitModel(
  rows: readonly VisitRow[],
  options: FitVisitOptions = {},
): VisitModel | NoVisitModel {
  const { family = 'MBG', k = 'auto', prior = true } = options;
  if (k !== 'auto' && !(Number.isInteger(k) && k >= 1 && k <= 12)) throw new RangeError(`Not a k: ${k}`);
  for (const row of rows) checkVisitRow(row);
  const standing = dataStanding(rows, options.typicalGapWeeks);
  if (standing.kind === 'none') return standing;
  const { typicalGapWeeks } = standing;
  const table = visitTable(rows.length > mostCustomers ? sampleOf(rows) : rows);
  const stageOptions = { family, typicalGapWeeks, prior };
  const fits =
    k === 'auto'
      ? searchStages(table, stageOptions, allowsStages(rows) ? 12 : 1)
      : [fitStages(table, k, stageOptions, usualStart(typicalGapWeeks, k))];
  const found = bestOf(fits);
  if (found === undefined) throw new Error('unreachable: at least k = 1 was fitted');
  const best = polished(table, found, stageOptions);
  const refusal = refusalOf(table, best, stageOptions);
  if (refusal !== null) return { kind: 'none', reason: refusal, typicalGapWeeks };
  return {
    kind: 'model',
    standing: standing.kind,
    ...parametersOf(best, family),
    logLikelihood: best.likelihood.logLikelihood(best.minimum.at, new Float64Array(4)),
    penalisedLogLikelihood: best.penalised,
    penalisedByK: fits.map((fit) => ({ k: fit.k, penalisedLogLikelihood: fit.penalised })),
    typicalGapWeeks,
    customers: rows.length,
  };
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
