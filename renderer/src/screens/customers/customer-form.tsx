import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { CareFields, FoundUsFields } from './care-fields.tsx';
import { ConsentQuestions } from './consent-questions.tsx';
import { type CustomerDraft, draftProblems } from './customer-draft.ts';
import classes from './customer-form.module.css';
import { DuplicateHints } from './duplicate-hints.tsx';
import { useToday } from './use-day-words.ts';
import { WhoFields } from './who-fields.tsx';

/** The form of a new or known person. Leaving it keeps a draft. */
export const CustomerForm = ({
  title,
  submitLabel,
  isNew,
  exceptId,
  allergyHidden = false,
  draft,
  isDraft,
  pending,
  error,
  onChange,
  onSubmit,
  onDiscard,
}: {
  title: ReactNode;
  submitLabel: ReactNode;
  isNew: boolean;
  /** The person being edited is no duplicate of themselves. */
  exceptId: number | null;
  /** There is an allergy that whoever fills this in may not read. */
  allergyHidden?: boolean;
  draft: CustomerDraft;
  isDraft: boolean;
  pending: boolean;
  error: unknown;
  onChange: (draft: CustomerDraft) => void;
  onSubmit: () => void;
  onDiscard: () => void;
}) => {
  const { t } = useTranslation(['customers', 'common']);
  const today = useToday();
  const [tried, setTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const problems = draftProblems(draft, today);
  const saidNo = isNew && draft.membership === false;
  const mustAsk = isNew && draft.membership === null;
  const submit = () => {
    if (saidNo) return onDiscard();
    setTried(true);
    if (problems.name) nameField.current?.focus();
    else if (problems.birthday === null && !mustAsk && !pending) onSubmit();
  };
  const set = (change: Partial<CustomerDraft>) => onChange({ ...draft, ...change });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PageTitle title={title} subtitle={isDraft ? t('form.draft') : '\u00a0'}>
        {!saidNo && (
          <Button variant="default" onClick={onDiscard}>
            {isDraft ? t('form.discard') : t('common:cancel')}
          </Button>
        )}
        <Button type="submit" loading={pending}>
          {saidNo ? t('form.discard') : submitLabel}
        </Button>
      </PageTitle>
      <div className={classes.messages}>
        <FailureBanner error={error} />
        <DuplicateHints name={draft.name} phone={draft.phone} exceptId={exceptId} />
        {tried && (problems.name || problems.birthday !== null) && (
          <HintRow tone="warn" live>
            {t(`form.error.${problems.name ? 'name' : (problems.birthday ?? 'name')}`)}
          </HintRow>
        )}
      </div>
      <div className={classes.columns}>
        <WhoFields draft={draft} problems={tried ? problems : null} nameField={nameField} onChange={set} />
        <CareFields draft={draft} allergyHidden={allergyHidden} onChange={set} />
        <div className={classes.column}>
          <FoundUsFields draft={draft} onChange={set} />
          {isNew && <ConsentQuestions draft={draft} isAsked={tried && mustAsk} onChange={set} />}
        </div>
      </div>
    </form>
  );
};
