import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { Answers } from './answers.tsx';
import classes from './experiments.module.css';

/** Every experiment that has come to its end, with what it said; nothing before the first one. */
export const KnownCard = () => {
  const { t } = useTranslation('experiments');
  const { data } = useQuery(orpc.experiments.list.queryOptions());
  const ended = data?.experiments.filter((one) => one.state === 'over') ?? [];
  if (ended.length === 0) return null;
  return (
    <Card title={t('known')} aria-label={t('known')}>
      <ul className={classes.known}>
        {ended.map((one) => (
          <li key={one.campaignId}>
            <Link to="/campaigns/$campaignId" params={{ campaignId: String(one.campaignId) }}>
              {one.name}
            </Link>
            <Answers experiment={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
};
