import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/use-format.ts';

/** A smaller chance is not told to the per cent. */
const least = 0.01;

/** Nobody is certain to come back, whatever rounding says. */
const most = 0.99;

/** A chance (0 to 1) in whole per cent; with `isLess` it is smaller than the per cent that is told. */
export const chanceOf = (chance: number, format: Format) => ({
  isLess: chance < least,
  percent: format.percent(Math.min(most, Math.max(least, chance)), 0),
});

/** A chance (0 to 1) as the board, the profile and the data sheet say it. */
export const chanceWords = (t: TFunction<'outlook'>, chance: number, format: Format): string => {
  const { isLess, percent } = chanceOf(chance, format);
  return isLess ? t('lessThan', { percent }) : percent;
};
