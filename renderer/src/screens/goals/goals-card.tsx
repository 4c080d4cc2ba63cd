import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalState } from '#shared/contract/goals.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { FigureCard } from '../month/figure-card.tsx';
import { GoalBar } from './goal-bar.tsx';
import classes from './goals.module.css';
import { GoalsDrawer } from './goals-drawer.tsx';
import { useGoalWords } from './use-goal-words.ts';

/** Where the shop stands against its goals today, and the way to change them. */
export const GoalsCard = () => {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const [changing, setChanging] = useState(false);
  const answer = useQuery(orpc.goals.list.queryOptions());
  const all = answer.data?.goals;
  const set = all?.filter(({ goal }) => goal !== null) ?? [];
  return (
    <FigureCard
      title={t('title')}
      define={t('define')}
      aside={set.length > 0 ? t('asOfToday') : undefined}
      asOf={t('asOfToday')}
      table={
        set.length === 0
          ? undefined
          : {
              head: [t('goal'), t('current'), t('wanted'), t('state')],
              rows: set.map((each) => [
                t(`metric.${each.metric}`),
                words.figure(each.metric, each.current.value),
                words.target(each).replace(/^\/\s/u, ''),
                each.progress === null ? '' : t(each.progress.reached ? 'reached' : 'notReached'),
              ]),
            }
      }
    >
      <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />
      {all !== undefined && set.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      {set.map((goal) => (
        <GoalRow key={goal.metric} goal={goal} />
      ))}
      {all !== undefined && (
        <Button
          variant="default"
          className={`${classes.change} no-print`}
          aria-haspopup="dialog"
          onClick={() => setChanging(true)}
        >
          {t(set.length === 0 ? 'setFirst' : 'change')}
        </Button>
      )}
      <GoalsDrawer goals={all ?? []} opened={changing} onClose={() => setChanging(false)} />
    </FigureCard>
  );
};

const GoalRow = ({ goal }: { goal: GoalState }) => {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const { metric, current, progress } = goal;
  return (
    <div className={classes.row}>
      <p className={classes.rowHead}>
        <span className={classes.name}>{t(`metric.${metric}`)}</span>
        <span className="num">
          <b>{words.figure(metric, current.value)}</b> {words.target(goal)}
        </span>
      </p>
      <GoalBar filled={progress?.filled ?? 0} reached={progress?.reached ?? false} />
      {progress !== null && (
        <span className="visually-hidden">{t(progress.reached ? 'reached' : 'notReached')}</span>
      )}
    </div>
  );
};
