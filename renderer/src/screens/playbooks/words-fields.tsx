import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordFacts } from '#shared/domain/playbooks/fill-words.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { customerLanguages, languageName } from '../customers/language-name.ts';
import { type PlaybookDraft, problemOf, type WordField, wordFields } from './playbook-draft.ts';
import classes from './playbooks.module.css';

interface WordsFieldsProps {
  readonly draft: PlaybookDraft;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly onWords: (words: PlaybookDraft['words']) => void;
}

/** Which language the words are in, and one more. */
const LanguageChoice = ({ draft, language, onLanguage, onWords }: WordsFieldsProps) => {
  const { t } = useTranslation('playbooks');
  const shopLanguage = useShop().shop.language;
  const written = Object.keys(draft.words);
  const nameOf = (tag: string) => languageName(tag, localeOf(shopLanguage));
  const add = (tag: string | null) => {
    const like = draft.words[shopLanguage] ?? draft.words[language];
    if (tag === null || like === undefined) return;
    onWords({ ...draft.words, [tag]: like });
    onLanguage(tag);
  };
  return (
    <div className={classes.pair}>
      <SegmentedControl
        aria-label={t('edit.language')}
        data={written.map((value) => ({ value, label: nameOf(value) }))}
        value={language}
        onChange={onLanguage}
      />
      <Select
        label={t('edit.addLanguage')}
        description={t('edit.addLanguageHint')}
        data={customerLanguages
          .filter((tag) => !written.includes(tag))
          .map((value) => ({ value, label: nameOf(value) }))}
        value={null}
        onChange={add}
      />
    </div>
  );
};

const WordsField = ({
  field,
  text,
  language,
  onChange,
}: {
  field: WordField;
  text: string;
  language: string;
  onChange: (text: string) => void;
}) => {
  const { t } = useTranslation('playbooks');
  const problem = problemOf(text);
  const common = {
    label: t(`edit.words.${field}`),
    value: text,
    lang: language,
    error: problem === null ? undefined : t(`edit.problem.${problem.what}`, { found: problem.found }),
  };
  return field === 'subject' ? (
    <TextInput {...common} maxLength={120} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxLength={700}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** The words of a language, and what can be filled in. */
export const WordsFields = (props: WordsFieldsProps) => {
  const { draft, language, onWords } = props;
  const { t } = useTranslation('playbooks');
  const words = draft.words[language];
  if (words === undefined) return null;
  const change = (part: Partial<typeof words>) =>
    onWords({ ...draft.words, [language]: { ...words, ...part } });
  return (
    <>
      <LanguageChoice {...props} />
      {wordFields.map((field) => (
        <WordsField
          key={field}
          field={field}
          text={words[field]}
          language={language}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
      <TextInput
        label={t('edit.giftName')}
        lang={language}
        maxLength={60}
        value={words.gift}
        error={words.gift.trim() === '' ? t('edit.problem.empty') : undefined}
        onChange={(event) => change({ gift: event.currentTarget.value })}
      />
      <div>
        <h3>{t('edit.facts')}</h3>
        <dl className={classes.facts}>
          {wordFacts.map((fact) => (
            <div key={fact}>
              <dt>{`{${fact}}`}</dt> <dd>{t(`edit.fact.${fact}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.quiet}>{t('edit.factsHint')}</p>
      </div>
    </>
  );
};
