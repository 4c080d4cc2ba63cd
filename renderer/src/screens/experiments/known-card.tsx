import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import classes from './experiments.module.css';
import { type OverExperiment, useVerdictWords } from './use-verdict-words.ts';

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
          <Known key={one.campaignId} experiment={one} />
        ))}
      </ul>
    </Card>
  );
};

const Known = ({ experiment }: { experiment: OverExperiment }) => {
  const { t } = useTranslation('experiments');
  const words = useVerdictWords();
  return (
    <li>
      <Link to="/campaigns/$campaignId" params={{ campaignId: String(experiment.campaignId) }}>
        {experiment.name}
      </Link>
      {experiment.comparisons.map((comparison) => {
        const { chip, tone } = words(experiment, comparison);
        return (
          <p key={comparison.of} className={classes.said}>
            {experiment.comparisons.length > 1 && <span>{t(`question.${comparison.of}`)}</span>}
            <span className={classes.chip} data-tone={tone}>
              {chip}
            </span>
          </p>
        );
      })}
    </li>
  );
};
