import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusinessMonth, businessMonth } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { GoalsDrawer } from '../goals/goals-drawer.tsx';
import classes from './close.module.css';
import { firstDay } from './month-name.ts';
import { useNextMonth } from './use-next-month.ts';
import { useTryWords } from './use-try-words.ts';

/** What a month leaves for the next: at most two things to try, with their names, and the goal in people. */
export const NextMonthCard = ({ at }: { at: BusinessMonth }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const navigate = useNavigate();
  const words = useTryWords(at);
  const next = useNextMonth(at, true);
  const [changing, setChanging] = useState(false);
  if (next === null) return null;
  const { month, tries, goal, suggestion, goals } = next;
  const named = { month: format.month(businessMonth(at + 1)) };
  const title = t('next.title', named);
  return (
    <Card title={title} aria-label={title}>
      <p className={classes.text}>
        {t(tries.length === 0 ? 'next.nothing' : 'next.from', { month: format.month(at) })}
      </p>
      <ul className={classes.tries}>
        {tries.map((one) => (
          <li key={one.kind}>
            <p className={classes.tryTitle}>{words.title(one)}</p>
            <p className={classes.text}>{words.basis(one, month)}</p>
            <button
              type="button"
              className={classes.linkButton}
              onClick={() =>
                void navigate({
                  to: '/month',
                  search: { period: firstDay(at).slice(0, 7), names: words.names(one, month) },
                })
              }
            >
              {t('next.names')}
              <span className="visually-hidden">. {words.title(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.nextGoal}>
        <div>
          <h3>{t('next.goal', named)}</h3>
          <p className={classes.text}>
            {goal !== null
              ? words.goal(goal)
              : suggestion !== null
                ? `${t('next.noGoal')} ${words.suggestion(suggestion)}`
                : t('next.noGoal')}
          </p>
        </div>
        <Button variant="default" aria-haspopup="dialog" onClick={() => setChanging(true)}>
          {t(goal === null ? 'next.setGoal' : 'next.changeGoal')}
        </Button>
      </div>
      <GoalsDrawer goals={goals} opened={changing} onClose={() => setChanging(false)} />
    </Card>
  );
};
