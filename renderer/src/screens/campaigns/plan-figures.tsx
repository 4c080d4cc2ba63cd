import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExperimentTest } from '#shared/contract/campaigns.ts';
import type { ExperimentPlanFigures } from '#shared/contract/experiments.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useSpanWords } from '../experiments/use-span-words.ts';
import { type CampaignState, lengthOf, testOf } from './campaign-form-state.ts';
import classes from './campaigns.module.css';

const typingMs = 300;

/** What the experiment needs, as it is worked out from the shop's own past. */
export const PlanFigures = ({ state }: { state: CampaignState }) => {
  const { t } = useTranslation('experiments');
  const test = testOf(state);
  const { whom, channel, ways } = state;
  const input = {
    whom,
    channel,
    ways: ways.length === 2 ? (2 as const) : (1 as const),
    test: test ?? { holdoutPercent: 30, windowDays: 21, effectOf100: 10 },
    length: Math.max(1, Math.min(366, lengthOf(state))),
  };
  const [asked] = useDebouncedValue(JSON.stringify(input), typingMs);
  const plan = useQuery({
    ...orpc.experiments.plan.queryOptions({ input }),
    enabled: test !== null && asked === JSON.stringify(input),
    placeholderData: keepPreviousData,
  });
  if (test === null) return null;
  return (
    <div className={classes.plan} role="status">
      <FailureBanner error={plan.error} />
      {plan.data === undefined ? (
        plan.error === null && <p>{t('plan.counting')}</p>
      ) : (
        <Sentences plan={plan.data} test={test} />
      )}
    </div>
  );
};

const Sentences = ({ plan, test }: { plan: ExperimentPlanFigures; test: ExperimentTest }) => {
  const { windowDays, holdoutPercent } = test;
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const span = useSpanWords();
  const { people, base, neededTreated, neededControl, isEnough, days, detectable } = plan;
  const of100 = (share: number) => format.number(Math.round(share * 100));
  if (people === 0) return <p>{t('plan.nobody')}</p>;
  return (
    <>
      <p className={classes.strong}>{t('plan.peopleNow', { count: people, n: format.number(people) })}</p>
      <p>
        {base === null
          ? t('plan.noBase')
          : t('plan.base', {
              share: of100(base.share),
              window: format.number(windowDays),
              watched: format.number(base.watched),
            })}
      </p>
      <p>
        {t(holdoutPercent > 0 ? 'plan.needed' : 'plan.neededWays', {
          total: format.number(neededTreated + neededControl),
          treated: format.number(neededTreated),
          control: format.number(neededControl),
        })}
      </p>
      <p className={classes.strong}>
        {isEnough || days === null
          ? t('plan.enough', { day: format.date(plan.endDay) })
          : t('plan.notEnough', { time: span(days) })}
      </p>
      {!isEnough && (
        <p>
          {detectable === null
            ? t('plan.undetectable')
            : t('plan.detectable', { share: format.number(Math.ceil(detectable * 100)) })}
        </p>
      )}
    </>
  );
};
