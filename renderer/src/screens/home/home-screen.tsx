import { Button } from '@mantine/core';
import { IconArrowRight, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GoalState } from '#shared/contract/goals.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { GoalsCard } from '../goals/goals-card.tsx';
import { Asked } from '../month/asked.tsx';
import classes from './home.module.css';
import { HomeFigure } from './home-figure.tsx';
import { NextCard } from './next-card.tsx';

const headline = ['retention', 'averageSpend', 'frequency'] as const;

/** The owner's first page: retention, average spend and visit frequency, now, before and as they should be. */
export const HomeScreen = () => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const { shop } = useShop();
  const span = useQuery(orpc.reports.span.queryOptions());
  const goals = useQuery(orpc.goals.list.queryOptions());
  if (span.data === undefined) {
    return span.isError ? (
      <ErrorState text={sentence(span.error)} onRetry={() => void span.refetch()} />
    ) : null;
  }
  const { firstDay, today } = span.data;
  const title = (
    <PageTitle title={t('title')} subtitle={t('subtitle', { shop: shop.name, date: format.date(today) })}>
      {firstDay !== null && (
        <Button
          rightSection={<IconArrowRight size={20} stroke={2} aria-hidden />}
          onClick={() => void navigate({ to: '/month' })}
        >
          {t('open')}
        </Button>
      )}
    </PageTitle>
  );
  if (firstDay === null) {
    return (
      <div className={classes.page}>
        {title}
        <Card>
          <EmptyState icon={IconHome} text={t('empty')}>
            <Button size="lg" onClick={() => void navigate({ to: '/till' })}>
              {t('toTill')}
            </Button>
          </EmptyState>
        </Card>
      </div>
    );
  }
  return (
    <div className={classes.page}>
      {title}
      <Asked answer={goals} queryKey={orpc.goals.list.key()}>
        {(data) => <Figures goals={data.goals} />}
      </Asked>
      <div className={classes.lower}>
        <GoalsCard />
        <NextCard today={today} firstDay={firstDay} />
      </div>
    </div>
  );
};

const Figures = ({ goals }: { goals: readonly GoalState[] }) => (
  <div className={classes.figures}>
    {headline.map((metric) => {
      const goal = goals.find((each) => each.metric === metric);
      return goal === undefined ? null : <HomeFigure key={metric} goal={{ ...goal, metric }} />;
    })}
  </div>
);
