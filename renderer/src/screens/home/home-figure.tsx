import { useTranslation } from 'react-i18next';
import type { GoalMetric, GoalState } from '#shared/contract/goals.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { GoalBar } from '../goals/goal-bar.tsx';
import { useGoalWords } from '../goals/use-goal-words.ts';
import { Definition } from '../month/definition.tsx';
import monthClasses from '../month/month.module.css';
import { monthNumber } from '../month/period.ts';
import classes from './home.module.css';
import { useHomeWords } from './use-home-words.ts';

/** One figure: now, before, goal. */
export const HomeFigure = ({
  goal,
}: {
  goal: GoalState & { readonly metric: Extract<GoalMetric, 'retention' | 'averageSpend' | 'frequency'> };
}) => {
  const { t } = useTranslation(['home', 'goals']);
  const format = useFormat();
  const words = useGoalWords();
  const { shown, basis, gap, isFew } = useHomeWords();
  const { metric, current, history, progress } = goal;
  const before = history.at(-1);
  const title = t(`goals:metric.${metric}`);
  const [from, to] = [parseDay(current.from), parseDay(current.to)];
  if (from === null || to === null) return null;
  return (
    <Card aria-label={title} className={classes.figure ?? ''}>
      <div className={monthClasses.cardHead}>
        <h2>{title}</h2>
        <Definition figure={title}>{t(`define.${metric}`, { days: format.number(to - from) })}</Definition>
      </div>
      <p className={classes.when}>
        {t('now', {
          from: format.dayOfMonth(current.from),
          to: format.dayOfMonth(formatDay(addDays(to, -1))),
        })}
      </p>
      <p className={`${classes.now} num`}>{shown(metric, current)}</p>
      <p className={`${classes.basis} num`}>{basis(metric, current)}</p>
      <dl className={classes.rows}>
        {before !== undefined && (
          <div>
            <dt>{t('before', { month: format.month(monthNumber(before.month)) })}</dt>
            <dd className="num">{shown(metric, before)}</dd>
          </div>
        )}
        <div>
          <dt>{t('goal')}</dt>
          <dd className="num">{goal.goal === null ? t('noGoal') : words.figure(metric, goal.goal.target)}</dd>
        </div>
      </dl>
      {progress !== null && !isFew(metric, current) && (
        <>
          <GoalBar filled={progress.filled} reached={progress.reached} />
          <p className={classes.state}>
            {progress.reached
              ? t('reached')
              : t('notReached', { missing: gap(metric, progress.missing ?? 0) })}
          </p>
        </>
      )}
    </Card>
  );
};
