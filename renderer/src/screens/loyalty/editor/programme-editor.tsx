import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, Programme } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { newRequestId } from '../../../api/request-id.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { CompareDrawer } from '../effects/compare-drawer.tsx';
import { CostCard } from '../effects/cost-card.tsx';
import { PreviewCard } from '../effects/preview-card.tsx';
import { SimulationCard } from '../effects/simulation-card.tsx';
import classes from '../loyalty.module.css';
import { LoyaltyTabs } from '../loyalty-tabs.tsx';
import { rulesToSend } from '../rules-to-send.ts';
import { VersionsDrawer } from '../versions/versions-drawer.tsx';
import { BonusCard } from './bonus-card.tsx';
import { EarningCard } from './earning-card.tsx';
import { EditorHead } from './editor-head.tsx';
import { ExampleMenu, TakenHint } from './example-menu.tsx';
import { ExpiryCard } from './expiry-card.tsx';
import { GiftsCard } from './gifts-card.tsx';
import { mayStart } from './issues-at.ts';
import { RewardsCard } from './rewards-card.tsx';
import { TiersCard } from './tiers-card.tsx';
import { useDraft } from './use-draft.ts';

/** Discards and publishes the draft; both bring the draft to go on with. */
const useDraftActs = (go: (draft: Draft) => void) => {
  const cache = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const settle = async () => {
    setRequestId(newRequestId());
    await cache.invalidateQueries({ queryKey: orpc.loyalty.key(), predicate: isNotDraft });
    go(await cache.fetchQuery({ ...orpc.loyalty.draft.queryOptions(), staleTime: 0 }));
    await cache.invalidateQueries({ queryKey: orpc.till.key() });
  };
  const publish = useMutation(orpc.loyalty.publish.mutationOptions({ onSuccess: settle }));
  const discard = useMutation(
    orpc.loyalty.discardDraft.mutationOptions({
      onSuccess: (draft) => {
        cache.setQueryData(orpc.loyalty.draft.queryKey(), draft);
        go(draft);
      },
    }),
  );
  return { publish, discard, requestId };
};

/** The draft on the screen is newer than the one that would be fetched. */
const isNotDraft = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  JSON.stringify(queryKey) !== JSON.stringify(orpc.loyalty.draft.queryKey());

/** Edits the draft of the programme, shows what it would mean, and starts it on a day. */
export const ProgrammeEditor = ({ programme, draft }: { programme: Programme; draft: Draft }) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const edited = useDraft(draft);
  const { rules, effectiveFrom, issues, change } = edited;
  const { publish, discard, requestId } = useDraftActs(edited.start);
  const [drawer, setDrawer] = useState<'compare' | 'versions' | null>(null);
  const [before, setBefore] = useState<ProgrammeRules | null>(null);
  const versions = useQuery(orpc.loyalty.versions.queryOptions()).data?.versions ?? [];
  const next = versions.find(({ state }) => state === 'future');
  const setRules = (next: ProgrammeRules) => change({ rules: next });
  const take = (taken: ProgrammeRules) => {
    setBefore(rules);
    setRules(taken);
  };
  const cards = { rules, issues, onChange: setRules };
  const isBlocked = !mayStart(issues);
  return (
    <>
      <EditorHead
        programme={programme}
        isKept={edited.isKept}
        effectiveFrom={effectiveFrom}
        canStart={!isBlocked && edited.isKept}
        isStarting={publish.isPending}
        canDiscard={draft.savedAt !== null || !edited.isKept}
        onDay={(day) => change({ effectiveFrom: day })}
        onCompare={() => setDrawer('compare')}
        onDiscard={() => discard.mutate(undefined)}
        onStart={() => publish.mutate({ requestId, rules: rulesToSend(rules), effectiveFrom })}
      />
      <LoyaltyTabs>
        <ExampleMenu onTake={take} onVersions={() => setDrawer('versions')} />
      </LoyaltyTabs>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <FailureBanner error={publish.error ?? discard.error ?? edited.error} />
          {publish.isSuccess && edited.isKept && (
            <HintRow tone="good" live>
              {t(publish.data.effectiveFrom > format.dayAt(Date.now()) ? 'startsLater' : 'started', {
                number: publish.data.number,
                date: format.date(publish.data.effectiveFrom),
              })}
            </HintRow>
          )}
          {next !== undefined && !publish.isSuccess && (
            <HintRow tone="quiet">
              {t('waiting', { number: next.number, date: format.date(next.effectiveFrom) })}
            </HintRow>
          )}
          {isBlocked && (
            <HintRow tone="bad" live>
              {t('blocked')}
            </HintRow>
          )}
          {before !== null && (
            <TakenHint
              onBack={() => {
                setBefore(null);
                setRules(before);
              }}
            />
          )}
          <EarningCard {...cards} />
          <TiersCard {...cards} settled={edited.settled} />
          <RewardsCard {...cards} />
          <BonusCard {...cards} />
          <GiftsCard {...cards} />
          <ExpiryCard {...cards} />
        </div>
        <div className={classes.aside}>
          <PreviewCard rules={rules} />
          <CostCard today={programme.rules} rules={rules} onChange={setRules} />
        </div>
      </div>
      <div className={classes.below}>
        <SimulationCard rules={rules} />
      </div>
      <CompareDrawer opened={drawer === 'compare'} rules={edited.settled} onClose={() => setDrawer(null)} />
      <VersionsDrawer
        opened={drawer === 'versions'}
        onTake={(taken) => {
          setDrawer(null);
          take(taken);
        }}
        onClose={() => setDrawer(null)}
      />
    </>
  );
};
