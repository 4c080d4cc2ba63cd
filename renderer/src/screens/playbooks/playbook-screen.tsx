import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/contract/playbooks.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState, FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { BackButton } from '../customers/back-button.tsx';
import { GiftFields } from './gift-fields.tsx';
import { HistoryCard } from './history-card.tsx';
import { LearnedCard } from './learned-card.tsx';
import { draftOfPlaybook, type PlaybookDraft, playbookToSave } from './playbook-draft.ts';
import classes from './playbooks.module.css';
import { useChangedWords } from './use-changed-words.ts';
import { usePlaybookSentence } from './use-playbook-sentence.ts';
import { WaysInOrder } from './ways-in-order.tsx';
import { WordsFields } from './words-fields.tsx';
import { WordsPreview } from './words-preview.tsx';

const route = getRouteApi('/playbooks/$situation');

/** One playbook: the way, the gift and the words, with what a customer would hear beside them. */
export const PlaybookScreen = () => {
  const { situation } = route.useParams();
  const sentence = useFailureSentence();
  const answer = useQuery(orpc.playbooks.list.queryOptions());
  const playbook = answer.data?.playbooks.find((one) => one.situation === situation);
  if (playbook === undefined) {
    return answer.isError ? (
      <ErrorState text={sentence(answer.error)} onRetry={() => void answer.refetch()} />
    ) : null;
  }
  return <Editor key={`${situation} ${playbook.versionId ?? 0}`} playbook={playbook} />;
};

const useSaving = (playbook: Playbook) => {
  const cache = useQueryClient();
  const idFor = useRequestIds();
  const { situation } = playbook;
  const changed = () => cache.invalidateQueries({ queryKey: orpc.playbooks.key() });
  const save = useMutation(orpc.playbooks.save.mutationOptions({ onSuccess: changed }));
  const reset = useMutation(orpc.playbooks.reset.mutationOptions({ onSuccess: changed }));
  return {
    isBusy: save.isPending || reset.isPending,
    error: save.error ?? reset.error,
    save: (draft: PlaybookDraft) => {
      const content = playbookToSave(draft);
      if (content === null || save.isPending) return;
      const asked = { situation, content };
      save.mutate({ requestId: idFor(asked), ...asked });
    },
    reset: () => reset.mutate({ requestId: idFor({ reset: playbook.versionId }), situation }),
  };
};

const Editor = ({ playbook }: { playbook: Playbook }) => {
  const { t } = useTranslation('playbooks');
  const shopLanguage = useShop().shop.language;
  const changed = useChangedWords();
  const sentence = usePlaybookSentence();
  const saving = useSaving(playbook);
  const [draft, setDraft] = useState(() => draftOfPlaybook(playbook));
  const written = Object.keys(draft.words);
  const [chosen, setLanguage] = useState(shopLanguage as string);
  const language = written.includes(chosen) ? chosen : (written[0] ?? shopLanguage);
  const change = (part: Partial<PlaybookDraft>) => setDraft((old) => ({ ...old, ...part }));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOfPlaybook(playbook));
  return (
    <div className={classes.screen}>
      <div className={classes.headRow}>
        <BackButton fallback="/playbooks" />
        <PageTitle title={t(`situation.${playbook.situation}`)} subtitle={sentence(playbook)} />
        <div className={classes.acts}>
          {!playbook.isPreset && (
            <Button
              variant="default"
              disabled={saving.isBusy}
              leftSection={<IconRestore size={20} stroke={1.9} aria-hidden />}
              onClick={saving.reset}
            >
              {t('edit.toPreset')}
            </Button>
          )}
          <Button
            disabled={!isChanged || saving.isBusy || playbookToSave(draft) === null}
            onClick={() => saving.save(draft)}
          >
            {t('edit.save')}
          </Button>
        </div>
      </div>
      <p role="status" className={classes.quiet}>
        {isChanged ? '' : changed(playbook)}
      </p>
      <FailureBanner error={saving.error} />
      <div className={classes.editor}>
        <Card>
          <div className={classes.fields}>
            <WaysInOrder draft={draft} change={change} />
            <WordsFields
              draft={draft}
              language={language}
              onLanguage={setLanguage}
              onWords={(words) => change({ words })}
            />
            <GiftFields draft={draft} change={change} />
          </div>
        </Card>
        <div className={classes.column}>
          <LearnedCard playbook={playbook} />
          <WordsPreview draft={draft} situation={playbook.situation} language={language} />
          <HistoryCard situation={playbook.situation} />
        </div>
      </div>
    </div>
  );
};
