import { useTranslation } from 'react-i18next';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import { detailPart } from '#shared/domain/month-close/detail-figures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { shareWords } from '../month/share-words.ts';
import { isOwnFigure, rollForwardPart } from './figure-parts.ts';
import { useDetailName } from './use-detail-name.ts';

/** A figure's name, value and basis in the shop's language. */
export const useFigureWords = () => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const detailName = useDetailName();

  /** A stamp card has a name of its own, points have none. */
  const unitOf = (unitName: string | null): string =>
    unitName === null || unitName === '' ? t('points') : unitName;

  const nameOf = ({ figure, unitName }: Pick<MonthFigure, 'figure' | 'unitName'>): string => {
    if (isOwnFigure(figure)) return t(`figure.${figure}`);
    const detail = detailPart(figure);
    if (detail !== null) return detailName(detail, unitName);
    const part = rollForwardPart(figure);
    if (part === null) return figure;
    const words = { unit: unitOf(unitName), column: t(`column.${part.column}`).toLocaleLowerCase() };
    return part.cost ? t('ofUnitCost', words) : t('ofUnit', words);
  };

  const written = ({ kind, value }: Pick<MonthFigure, 'kind' | 'value'>): string => {
    if (value === null) return t('noData');
    switch (kind) {
      case 'share':
        return format.percent(value);
      case 'money':
        return format.money(Math.round(value));
      case 'number':
        return format.number(value, 1);
      case 'count':
      case 'points':
        return format.number(value);
    }
  };

  /** As it may be shown: a share of fewer than 20 people or check-ins as counts. */
  const shownOf = (figure: MonthFigure): string => {
    const { kind, numerator, denominator, high } = figure;
    // Only shares of people and check-ins have an interval; a share of money is never too small to be told.
    if (kind === 'share' && high !== null && numerator !== null && denominator !== null) {
      const words = shareWords(numerator, denominator);
      if (words.kind === 'counts') {
        return t('of', { part: format.number(words.part), whole: format.number(words.whole) });
      }
    }
    return written(figure);
  };

  const basisOf = ({ figure, numerator, denominator, kind }: MonthFigure): string => {
    if (numerator === null || denominator === null) return '';
    const part =
      kind === 'money' || figure === 'rewardCostShare' ? format.money(numerator) : format.number(numerator);
    const whole = figure === 'rewardCostShare' ? format.money(denominator) : format.number(denominator);
    return t('divided', { part, whole });
  };

  return { unitOf, nameOf, written, shownOf, basisOf };
};
