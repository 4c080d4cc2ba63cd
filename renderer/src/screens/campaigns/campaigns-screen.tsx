import { Button } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { KnownCard } from '../experiments/known-card.tsx';
import { TestCard } from '../experiments/test-card.tsx';
import { CampaignCalendar } from './campaign-calendar.tsx';
import classes from './campaigns.module.css';
import { ReachCard, SilentCard } from './reach-cards.tsx';
import { useWhomWords } from './use-whom-words.ts';

/** All campaigns with their days, the last experiment, and who has heard nothing. */
export const CampaignsScreen = () => {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(orpc.campaigns.list.queryOptions());
  const reach = useQuery(orpc.campaigns.reach.queryOptions());
  const isEmpty = data?.campaigns.length === 0;
  const newOne = (
    <Button size="lg" component={Link} to="/campaigns/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {t('new')}
    </Button>
  );
  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} subtitle={t('subtitle')}>
        {!isEmpty && newOne}
      </PageTitle>
      <FailureBanner error={error ?? reach.error} onRetry={() => void refetch()} />
      {isEmpty && (
        <EmptyState icon={IconSpeakerphone} text={t('empty')}>
          {newOne}
        </EmptyState>
      )}
      {data !== undefined && !isEmpty && (
        <>
          <CampaignCalendar campaigns={data.campaigns} />
          <TestCard />
        </>
      )}
      <div className={classes.columns}>
        {data !== undefined && !isEmpty && <AllCampaigns campaigns={data.campaigns} />}
        {reach.data !== undefined && (
          <div className={classes.column}>
            {!isEmpty && <KnownCard />}
            {!isEmpty && <ReachCard reach={reach.data} />}
            <SilentCard key={reach.data.alarmDays} reach={reach.data} />
          </div>
        )}
      </div>
    </div>
  );
};

const AllCampaigns = ({ campaigns }: { campaigns: readonly Campaign[] }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const whom = useWhomWords();
  return (
    <Card title={t('list')} aria-label={t('list')}>
      <ul className={classes.rows}>
        {campaigns.map((campaign) => {
          const { campaignId, name, state, people } = campaign;
          return (
            <li key={campaignId}>
              <Link
                className={classes.row}
                to="/campaigns/$campaignId"
                params={{ campaignId: String(campaignId) }}
              >
                <span className={classes.rowName}>
                  <b>{name}</b>
                  <span className={classes.quiet}>
                    {whom(campaign)}
                    {people !== null && `, ${t('people', { count: people, n: format.number(people) })}`}
                  </span>
                </span>
                <span className={`${classes.quiet} num`}>
                  {t('fromTo', {
                    from: format.dayOfMonth(campaign.fromDay),
                    to: format.date(campaign.toDay),
                  })}
                </span>
                <span className={classes.state} data-state={state}>
                  {t(`state.${state}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
