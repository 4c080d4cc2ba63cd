import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#shared/contract/items.ts';
import type { Programme } from '#shared/contract/loyalty.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { useStayHere } from '../../shell/stay-here.ts';
import { PointsCard, StampsCard } from './earning-cards.tsx';
import classes from './loyalty.module.css';
import { PreviewCard } from './preview-card.tsx';
import { type Problem, type ProgrammeDraft, problemsOf, sameDraft, toPublish } from './programme-draft.ts';
import { RewardsCard } from './rewards-card.tsx';
import { spendScale } from './spend-scale.ts';

/** Edits one version of the programme and publishes the next. */
export const ProgrammeEditor = ({
  programme,
  first,
  items,
  justPublished,
  onPublished,
}: {
  programme: Programme;
  first: ProgrammeDraft;
  items: readonly Item[];
  justPublished: boolean;
  onPublished: () => void;
}) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const cache = useQueryClient();
  const settings = useShop();
  const [draft, setDraft] = useState(first);
  const requestIdFor = useRequestIds();
  const changed = !sameDraft(first, draft);
  useStayHere(changed);
  const publish = useMutation(
    orpc.loyalty.publish.mutationOptions({
      onSuccess: async (published) => {
        onPublished();
        cache.setQueryData(orpc.loyalty.programme.queryKey(), published);
        await cache.invalidateQueries({ queryKey: orpc.till.key() });
      },
    }),
  );
  const problems = changed ? problemsOf(draft) : [];
  const rules = toPublish(draft);
  const sentence = (problem: Problem): string =>
    t(`problem.${problem.kind}`, { name: 'name' in problem ? problem.name : '' });
  return (
    <>
      <PageTitle
        title={t('title')}
        subtitle={t('subtitle', { number: programme.number, date: format.date(programme.effectiveFrom) })}
      >
        {changed && (
          <Button variant="default" onClick={() => setDraft(first)}>
            {t('discard')}
          </Button>
        )}
        <Button
          disabled={!changed || rules === null}
          loading={publish.isPending}
          onClick={() => rules !== null && publish.mutate({ requestId: requestIdFor(rules), ...rules })}
        >
          {t('publish')}
        </Button>
      </PageTitle>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <FailureBanner error={publish.error} />
          {justPublished && !changed && (
            <HintRow tone="good" live>
              {t('published', { number: programme.number })}
            </HintRow>
          )}
          {problems.map((problem) => (
            <HintRow key={sentence(problem)} tone="warn">
              {sentence(problem)}
            </HintRow>
          ))}
          <PointsCard draft={draft} onChange={setDraft} />
          <StampsCard draft={draft} onChange={setDraft} />
          <RewardsCard draft={draft} items={items} onChange={setDraft} />
        </div>
        <div className={classes.aside}>
          <PreviewCard
            draft={draft}
            {...spendScale(settings.shop.kind, settings.till.largestWithoutQuestion, settings.currencyDigits)}
          />
        </div>
      </div>
    </>
  );
};
