import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import formClasses from './know-form.module.css';
import { useTillState, useTillStore } from './till-context.tsx';
import type { Answer, NewCustomerForm } from './till-panels.ts';

const answers = ['yes', 'no'] as const satisfies readonly Answer[];

const Ask = ({
  words,
  why,
  isAsked,
  value,
  mark,
  onAnswer,
}: {
  words: string;
  why: string;
  isAsked: boolean;
  value: Answer | null;
  mark: 'membership' | 'contact';
  onAnswer: (answer: Answer, isPointer: boolean) => void;
}) => {
  const { t } = useTranslation('common');
  return (
    <fieldset className={formClasses.ask} aria-label={words}>
      <span className={formClasses.askWords}>
        <strong>{words}</strong>
        <span className={isAsked ? formClasses.asked : undefined} role={isAsked ? 'alert' : undefined}>
          {why}
        </span>
      </span>
      {answers.map((answer) => (
        <button
          key={answer}
          type="button"
          className={formClasses.answer}
          aria-pressed={value === answer}
          data-till-keep-focus
          data-till-answer={`${mark}-${answer}`}
          onClick={({ detail }: MouseEvent) => onAnswer(answer, detail > 0)}
        >
          {t(answer)}
        </button>
      ))}
    </fieldset>
  );
};

/** Two questions to be spoken, with nothing pre-selected. */
export const ConsentAsks = ({
  form,
  onAnswered,
}: {
  form: NewCustomerForm;
  /** Both were answered by tap or click: the next thing is the amount. */
  onAnswered: () => void;
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { question } = useTillState();
  const isAsked = question === 'membership';
  const why = (): string => {
    if (isAsked) return t('newCustomer.askFirst');
    return t(form.membership === 'no' ? 'newCustomer.saidNo' : 'newCustomer.whyMembership');
  };
  const answer = (fields: Partial<NewCustomerForm>, isPointer: boolean): void => {
    dispatch({ type: 'fillForm', fields });
    const after = { ...form, ...fields };
    if (isPointer && after.membership !== null && after.contact !== null) onAnswered();
  };
  return (
    <div className={formClasses.asks} data-asked={isAsked || undefined}>
      <Ask
        words={t('newCustomer.askMembership')}
        why={why()}
        isAsked={isAsked}
        value={form.membership}
        mark="membership"
        onAnswer={(membership, isPointer) => answer({ membership }, isPointer)}
      />
      <Ask
        words={t('newCustomer.askContact')}
        why={t('newCustomer.whyContact')}
        isAsked={false}
        value={form.contact}
        mark="contact"
        onAnswer={(contact, isPointer) => answer({ contact }, isPointer)}
      />
    </div>
  );
};
