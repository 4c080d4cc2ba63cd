import { Button, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import type { CustomerDraft } from './customer-draft.ts';
import classes from './customer-form.module.css';

/**
 * Two spoken questions with nothing pre-selected, and the card that follows a yes. Without a yes to the first nothing
 * is kept.
 */
export const ConsentQuestions = ({
  draft,
  isAsked,
  onChange,
}: {
  draft: CustomerDraft;
  /** The first question stands in the way of saving. */
  isAsked: boolean;
  onChange: (change: Partial<CustomerDraft>) => void;
}) => {
  const { t } = useTranslation(['customers', 'common']);
  const questions = [
    ['membership', t('form.askMembership')],
    ['contact', t('form.askContact')],
  ] as const;
  return (
    <Card title={t('form.ask')} aside={t('form.askNote')} className={classes.fields ?? ''}>
      {questions.map(([purpose, words]) => (
        <fieldset key={purpose} className={classes.question}>
          <legend>{words}</legend>
          {[true, false].map((answer) => (
            <Button
              key={String(answer)}
              variant={draft[purpose] === answer ? 'light' : 'default'}
              aria-pressed={draft[purpose] === answer}
              onClick={() => onChange({ [purpose]: answer })}
            >
              {t(answer ? 'common:yes' : 'common:no')}
            </Button>
          ))}
        </fieldset>
      ))}
      {isAsked && (
        <HintRow tone="warn" live>
          {t('form.askFirst')}
        </HintRow>
      )}
      {draft.membership === false && (
        <HintRow tone="quiet" live>
          {t('form.saidNo')}
        </HintRow>
      )}
      {draft.membership !== false && (
        <Switch
          label={t('form.issueCard')}
          classNames={{ label: classes.switchLabel ?? '' }}
          description={t('form.issueCardHint')}
          checked={draft.issueCard}
          onChange={(event) => onChange({ issueCard: event.currentTarget.checked })}
        />
      )}
    </Card>
  );
};
