import { useTranslation } from 'react-i18next';
import type { GoalMetric, GoalState } from '#shared/contract/goals.ts';
import { fewestPeopleForRate, rateOf } from '#shared/domain/statistics/index.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useGoalWords } from '../goals/use-goal-words.ts';

type Measured = Pick<GoalState['current'], 'value' | 'numerator' | 'denominator'>;

/** A figure as it may be said: "12 of 18" where a percentage would promise too much. */
export const useHomeWords = () => {
  const { t } = useTranslation(['home', 'month']);
  const format = useFormat();
  const words = useGoalWords();

  const isFew = (metric: GoalMetric, { denominator }: Measured): boolean =>
    metric === 'retention' && denominator !== null && denominator > 0 && denominator < fewestPeopleForRate;

  const shown = (metric: GoalMetric, one: Measured): string => {
    if (isFew(metric, one)) {
      return t('month:retention.of', {
        part: format.number(one.numerator ?? 0),
        whole: format.number(one.denominator ?? 0),
      });
    }
    return words.figure(metric, one.value);
  };

  /** What retention rests on, in people and with its range; nothing where the figure says it already, and for others. */
  const basis = (metric: GoalMetric, one: Measured): string => {
    if (metric !== 'retention' || one.numerator === null || one.denominator === null) return '';
    const { say, interval } = rateOf(one.numerator, one.denominator);
    if (say !== 'percent' || interval === null) return '';
    return t('people', {
      part: format.number(one.numerator),
      whole: format.number(one.denominator),
      range: t('month:figures.range', {
        low: format.percent(interval.low, 0),
        high: format.percent(interval.high, 0),
      }),
    });
  };

  /** How far away a target is. */
  const gap = (metric: GoalMetric, missing: number): string =>
    metric === 'retention'
      ? t('month:figures.points', { n: format.number(missing * 100, 1) })
      : metric === 'frequency'
        ? format.number(missing, 2)
        : words.figure(metric, missing);

  return { shown, basis, gap, isFew };
};
