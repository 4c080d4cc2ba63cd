import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Campaign, Variant } from '#shared/contract/campaigns.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ExperimentCard } from '../experiments/experiment-card.tsx';
import { CampaignActs } from './campaign-acts.tsx';
import { stateOfCampaign } from './campaign-form-state.ts';
import classes from './campaigns.module.css';
import { LearnedCard } from './learned-card.tsx';
import { PlanFigures } from './plan-figures.tsx';
import { useWhomWords } from './use-whom-words.ts';

/** One campaign: what is planned, what came of it, and its experiment. */
export const CampaignScreen = () => {
  const { campaignId: text } = useParams({ strict: false });
  const campaignId = Number(text);
  const answer = useQuery({
    ...orpc.campaigns.get.queryOptions({ input: { campaignId } }),
    enabled: Number.isSafeInteger(campaignId) && campaignId > 0,
  });
  return (
    <div className={classes.page}>
      <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />
      {answer.data !== undefined && <Shown campaign={answer.data} />}
    </div>
  );
};

const Shown = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const whom = useWhomWords();
  const { state, people, stoppedDay } = campaign;
  const days = t('fromTo', { from: format.date(campaign.fromDay), to: format.date(campaign.toDay) });
  const who =
    people === null
      ? whom(campaign)
      : `${whom(campaign)}, ${t('people', { count: people, n: format.number(people) })}`;
  return (
    <>
      <PageTitle title={campaign.name} subtitle={`${t(`state.${state}`)}. ${days}. ${who}.`}>
        <Button variant="default" size="lg" component={Link} to="/campaigns">
          {t('list')}
        </Button>
        <CampaignActs campaign={campaign} />
      </PageTitle>
      {stoppedDay !== null && (
        <p className={classes.quiet}>{t('detail.stoppedOn', { day: format.date(stoppedDay) })}</p>
      )}
      <ByItself campaign={campaign} />
      {state !== 'draft' && campaign.endDay !== null && <Result campaignId={campaign.campaignId} />}
      <div className={classes.columns}>
        <WaysCard campaign={campaign} />
        {state === 'draft' ? (
          <PlanCard campaign={campaign} />
        ) : (
          <LearnedCard campaignId={campaign.campaignId} />
        )}
      </div>
    </>
  );
};

/** What it does without anybody: when it starts, who joins it, when it ends, and what is in the way. */
const ByItself = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { state, hindrance, fromDay, toDay, test, joined } = campaign;
  const today = format.dayAt(Date.now());
  if (state === 'stopped' || state === 'over' || (state === 'draft' && toDay < today)) return null;
  const lines =
    state === 'draft'
      ? [
          fromDay > today ? t('detail.startsOn', { day: format.date(fromDay) }) : t('detail.startsNext'),
          t(test === null ? 'detail.open' : 'detail.fixedLater'),
        ]
      : [
          t('detail.endsOn', { day: format.date(toDay) }),
          t(test === null ? 'detail.open' : 'detail.fixed'),
          ...(joined > 0 ? [t('detail.joined', { count: joined, n: format.number(joined) })] : []),
        ];
  return (
    <>
      {hindrance !== null && (
        <HintRow tone="warn">
          <strong>{t(`hindrance.${state}`)}</strong> {t(`hindrance.${hindrance}`)}
        </HintRow>
      )}
      <p className={`${classes.quiet} num`}>{lines.join(' ')}</p>
    </>
  );
};

const Result = ({ campaignId }: { campaignId: number }) => {
  const answer = useQuery(orpc.experiments.result.queryOptions({ input: { campaignId } }));
  return (
    <>
      <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />
      {answer.data !== undefined && <ExperimentCard experiment={answer.data} />}
    </>
  );
};

const PlanCard = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const today = format.dayAt(Date.now());
  if (campaign.test === null) return null;
  return (
    <Card title={t('plan.title')} aria-label={t('plan.title')}>
      <PlanFigures state={stateOfCampaign(campaign, '', today)} />
    </Card>
  );
};

const WaysCard = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation('campaigns');
  return (
    <Card
      title={t('detail.what')}
      aside={`${t(`channel.${campaign.channel}`)}, ${t(`tone.${campaign.tone}`)}`}
      aria-label={t('detail.what')}
    >
      <div className={classes.fields}>
        {campaign.variants.map((way) => (
          <WayWords key={way.name} way={way} />
        ))}
      </div>
    </Card>
  );
};

const WayWords = ({ way: { name, words, gift } }: { way: Variant }) => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <section aria-label={name}>
      <h3 className={classes.wayName}>{name}</h3>
      {gift !== null && (
        <p className="num">
          {t('detail.gift', {
            name: gift.name,
            cost: format.money(gift.cost),
            days: format.number(gift.days),
          })}
        </p>
      )}
      {(['en', 'fi'] as const).map(
        (language) =>
          words[language] !== '' && (
            <blockquote key={language} lang={language} className={classes.words}>
              {words[language]}
            </blockquote>
          ),
      )}
      {words.en === '' && words.fi === '' && (
        <p className={classes.quiet}>{t(gift === null ? 'detail.asPlaybook' : 'detail.noWords')}</p>
      )}
    </section>
  );
};
