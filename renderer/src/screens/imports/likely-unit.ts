import type { Unit } from '#shared/domain/loyalty/programme.ts';

const stampWords = /stamp|leima/i;

/** What the balances of a file are by the heading of their column: stamps where it says so, else points, if there are any. */
export const likelyUnit = (
  units: readonly Pick<Unit, 'unitId' | 'kind'>[],
  heading: string,
): number | undefined => {
  const kind = stampWords.test(heading) ? 'stamps' : 'points';
  return (units.find((unit) => unit.kind === kind) ?? units[0])?.unitId;
};
