import { IconCheck } from '@tabler/icons-react';
import type { Format } from '../../i18n/use-format.ts';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';
import type { Wizard } from './wizard.ts';

const steps = ['choose', 'passphrase', 'compare', 'restore'] as const;

const presentOf: Readonly<Record<Wizard['step'], number>> = {
  choose: 0,
  passphrase: 1,
  opening: 1,
  compare: 2,
};

const useNotes = (wizard: Wizard, format: Format): readonly string[] => {
  const { t, when } = useRestoreWords(format);
  const at =
    wizard.step === 'compare' ? wizard.comparison.at : wizard.step === 'choose' ? null : wizard.chosen.at;
  const unlocked = wizard.step === 'compare' ? (wizard.chosen.encrypted ? 'Opened' : 'None') : 'Note';
  const seconds = wizard.step === 'compare' ? wizard.comparison.seconds : null;
  return [
    at === null ? t('steps.chooseNote') : when(at),
    t(`steps.passphrase${unlocked}`),
    t('steps.compareNote'),
    seconds === null ? '' : t('steps.restoreNote', { seconds: t('seconds', { count: seconds }) }),
  ];
};

/** The four steps, what became of each, and where one is. */
export const StepList = ({ wizard, isOver, format }: { wizard: Wizard; isOver: boolean; format: Format }) => {
  const { t } = useRestoreWords(format);
  const notes = useNotes(wizard, format);
  const present = isOver ? steps.length : presentOf[wizard.step];
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < present ? 'done' : undefined}
          aria-current={index === present ? 'step' : undefined}
        >
          <span className={classes.number} aria-hidden>
            {index < present ? <IconCheck size={22} stroke={2.4} /> : index + 1}
          </span>
          <span className={classes.stepWords}>
            <b aria-hidden={index < present || undefined}>{t(`steps.${step}`)}</b>
            {index < present && (
              <span className="visually-hidden">{t('steps.done', { step: t(`steps.${step}`) })}</span>
            )}
            <span>{notes[index]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};
