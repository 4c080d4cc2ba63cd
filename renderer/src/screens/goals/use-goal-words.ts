import { useTranslation } from 'react-i18next';
import type { GoalMetric, GoalRealism, GoalState } from '#shared/contract/goals.ts';
import { peopleForShare } from '#shared/domain/goals/goal.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from './target-text.ts';

/** Values of a metric and what can be said about a target, in the shop's language. */
export const useGoalWords = () => {
  const { t } = useTranslation('goals');
  const format = useFormat();

  const figure = (metric: GoalMetric, value: number | null): string => {
    if (value === null) return t('noData');
    switch (kindOf(metric)) {
      case 'share':
        return format.percent(value);
      case 'money':
        return format.money(Math.round(value));
      case 'number':
        return format.number(value, 1);
      case 'count':
        return format.number(value);
    }
  };

  /** The target behind the value: "/ 90 %", "/ at most 3.5 %". */
  const target = ({ metric, direction, goal }: GoalState): string =>
    goal === null ? '' : t(`target.${direction}`, { target: figure(metric, goal.target) });

  /** Whether a target is realistic, from the shop's own months and nothing else. */
  const realism = ({ kind, asLarge, changes, periodsReached, periods }: GoalRealism): string => {
    const counts = { asLarge: format.number(asLarge), changes: format.number(changes) };
    const words = t(`realism.${kind}`, counts);
    if (periods === 0) return words;
    return `${words} ${t('reachedIn', { n: format.number(periodsReached), of: format.number(periods) })}`;
  };

  /** What a share means in people; null for other metrics and without anybody to keep. */
  const people = ({ metric, current }: GoalState, share: number): string | null => {
    if (metric !== 'retention' || current.denominator === null || current.denominator === 0) return null;
    return t('meansKeeping', {
      n: format.number(peopleForShare(share, current.denominator)),
      of: format.number(current.denominator),
    });
  };

  return { figure, target, realism, people };
};
