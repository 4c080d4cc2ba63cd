import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ExperimentCard } from './experiment-card.tsx';
import classes from './experiments.module.css';

/** The last experiment with a result, else the one that is running; where there is none, the way to one. */
export const TestCard = () => {
  const { t } = useTranslation('experiments');
  const { data } = useQuery(orpc.experiments.list.queryOptions());
  if (data === undefined) return null;
  const all = data.experiments;
  const shown = all.find(({ state }) => state === 'over') ?? all.find(({ state }) => state === 'running');
  if (shown !== undefined) return <ExperimentCard experiment={shown} brief />;
  return (
    <Card className={classes.invite} aria-label={t('plan.title')}>
      <IconFlask size={24} stroke={1.8} aria-hidden />
      <p className={classes.text}>{t('invite')}</p>
      <Button variant="default" component={Link} to="/campaigns">
        {t('toCampaigns')}
      </Button>
    </Card>
  );
};
