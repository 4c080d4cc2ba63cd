import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './first-run.module.css';

const steps = ['shop', 'pin', 'start'] as const;

export type FirstRunStep = (typeof steps)[number];

/** Wordmark, the steps, and the page of the present step. */
export const FirstRunFrame = ({ step, children }: { step: FirstRunStep; children: ReactNode }) => {
  const { t } = useTranslation(['firstRun', 'common']);
  const present = steps.indexOf(step);
  return (
    <main className={classes.page}>
      <div className={classes.head}>
        <p className={classes.wordmark}>{t('common:appName')}</p>
        <ol className={classes.steps} aria-label={t('steps.label')}>
          {steps.map((each, index) => (
            <li
              key={each}
              className={classes.step}
              data-state={index < present ? 'done' : undefined}
              aria-current={index === present ? 'step' : undefined}
            >
              <span className={classes.number} aria-hidden>
                {index < present ? <IconCheck size={18} stroke={2.4} /> : index + 1}
              </span>
              <span aria-hidden={index < present || undefined}>{t(`steps.${each}`)}</span>
              {index < present && (
                <span className="visually-hidden">{t('steps.done', { step: t(`steps.${each}`) })}</span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {children}
    </main>
  );
};
