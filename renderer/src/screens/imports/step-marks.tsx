import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './import.module.css';
import type { Wizard } from './wizard.ts';

const marks = ['file', 'columns', 'check', 'done'] as const;

const markOf: Readonly<Record<Wizard['step'], (typeof marks)[number]>> = {
  file: 'file',
  columns: 'columns',
  checking: 'check',
  check: 'check',
  writing: 'done',
  done: 'done',
};

/** The four steps and where one is. */
export const StepMarks = ({ step }: { step: Wizard['step'] }) => {
  const { t } = useTranslation('imports');
  const present = marks.indexOf(markOf[step]);
  const reached = step === 'done' ? present + 1 : present;
  return (
    <ol className={classes.marks} aria-label={t('steps.label')}>
      {marks.map((mark, index) => (
        <li
          key={mark}
          className={classes.mark}
          data-done={index < reached || undefined}
          aria-current={index === present ? 'step' : undefined}
        >
          <span className={classes.markNumber} aria-hidden>
            {index < reached ? <IconCheck size={18} stroke={2.4} /> : index + 1}
          </span>
          {t(`steps.${mark}`)}
        </li>
      ))}
    </ol>
  );
};
