import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillWords, type WordFacts } from '#shared/domain/playbooks/fill-words.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { PersonSearch } from '../../components/person-search.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { type PlaybookDraft, problemOf, type WordField, wordFields } from './playbook-draft.ts';
import classes from './playbooks.module.css';

const spoken: readonly WordField[] = wordFields.filter((field) => field !== 'subject');

/** The words of a language filled in with what is known. */
const Heard = ({ draft, language, facts }: { draft: PlaybookDraft; language: string; facts: WordFacts }) => {
  const { t } = useTranslation('playbooks');
  const words = draft.words[language];
  if (words === undefined) return null;
  return spoken
    .filter((field) => problemOf(words[field]) === null)
    .map((field) => (
      <div key={field} className={classes.heard}>
        <h3>{t(`edit.words.${field}`)}</h3>
        <blockquote lang={language}>{fillWords(words[field], facts)}</blockquote>
      </div>
    ));
};

/** The words as a real customer would hear them while they are being written, and as somebody unknown would. */
export const WordsPreview = ({
  draft,
  situation,
  language,
}: {
  draft: PlaybookDraft;
  situation: PlaybookSituation;
  language: string;
}) => {
  const { t } = useTranslation(['playbooks', 'customers']);
  const { name: shop } = useShop().shop;
  const [customerId, setCustomerId] = useState<number | null>(null);
  const example = useQuery({
    ...orpc.playbooks.example.queryOptions({ input: { situation, customerId, language } }),
    placeholderData: keepPreviousData,
  });
  const gift = draft.hasGift ? (draft.words[language]?.gift ?? '') : '';
  const person = example.data;
  return (
    <>
      {person !== null && person !== undefined && (
        <Card title={t('edit.preview', { name: person.name })}>
          <div className={classes.fields}>
            <Heard draft={draft} language={language} facts={{ ...person.facts, gift }} />
            <PersonSearch label={t('edit.another')} onChoose={(id) => setCustomerId(id)} />
          </div>
        </Card>
      )}
      {person === null && (
        <Card>
          <p className={classes.quiet}>{t('edit.previewNobody')}</p>
        </Card>
      )}
      <FailureBanner error={example.error} />
      <Card title={t('edit.previewBare')}>
        <div className={classes.fields}>
          <Heard draft={draft} language={language} facts={{ shop }} />
        </div>
      </Card>
    </>
  );
};
