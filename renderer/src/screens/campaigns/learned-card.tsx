import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './campaigns.module.css';

/** What was done for the people of a campaign and what they answered. Nobody of the staff is named. */
export const LearnedCard = ({ campaignId }: { campaignId: number }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { data, error } = useQuery(orpc.campaigns.learned.queryOptions({ input: { campaignId } }));
  const of = (n: number, whole: number) => t('detail.of', { n: format.number(n), of: format.number(whole) });
  return (
    <Card title={t('detail.learned')} aria-label={t('detail.learned')}>
      <FailureBanner error={error} />
      {data !== undefined && (
        <dl className={`${classes.facts} num`}>
          <dt>{t('detail.turnedTo')}</dt>
          <dd>{of(data.turnedTo, data.people)}</dd>
          {data.outcomes.map(({ outcome, people }) => (
            <div key={outcome} className={classes.fact}>
              <dt>{t(`outcome.${outcome}`)}</dt>
              <dd>{format.number(people)}</dd>
            </div>
          ))}
          {data.giftsIssued > 0 && (
            <div className={classes.fact}>
              <dt>{t('detail.gifts')}</dt>
              <dd>
                {of(data.giftsUsed, data.giftsIssued)}.{' '}
                {t('detail.giftCost', { cost: format.money(data.giftCost) })}
              </dd>
            </div>
          )}
        </dl>
      )}
      {data?.outcomes.length === 0 && <p className={classes.quiet}>{t('detail.noOutcomes')}</p>}
    </Card>
  );
};
