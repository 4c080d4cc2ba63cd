import type { PointsRule } from './programme.ts';

/** What a shop of a kind starts with; ids and names are given by whoever writes it. */
export interface ProgrammePreset {
  readonly points: PointsRule;
  readonly stamps: { readonly size: number; readonly stampsPerVisit: number } | null;
  /** Price of the points reward. */
  readonly pointsPrice: number;
  /** Money off of the points reward, minor units; null when it is a thing. */
  readonly amountOff: number | null;
}

/** Whole units of money that earn one point: about one euro, a round figure in each currency. */
const unitsPerPoint: Readonly<Record<string, number>> = {
  TRY: 10,
  HUF: 100,
  IDR: 1000,
  JPY: 100,
  MYR: 1,
  CZK: 10,
  SEK: 10,
  NOK: 10,
  DKK: 10,
};

/**
 * Starter programmes: a café gives a stamp a visit and the eleventh coffee (give-back about 9 %) beside points for
 * money; a salon a longer card; any other shop points alone, 100 points for five points' worth of money.
 * @param digits decimal digits of the currency
 */
export function programmePreset(
  kind: 'cafe' | 'salon' | 'other',
  currency: string,
  digits: number,
): ProgrammePreset {
  const per = (unitsPerPoint[currency] ?? 1) * 10 ** digits;
  const points = { points: 1, per };
  if (kind === 'cafe')
    return { points, stamps: { size: 10, stampsPerVisit: 1 }, pointsPrice: 500, amountOff: null };
  if (kind === 'salon')
    return { points, stamps: { size: 8, stampsPerVisit: 1 }, pointsPrice: 400, amountOff: null };
  return { points, stamps: null, pointsPrice: 100, amountOff: 5 * per };
}
