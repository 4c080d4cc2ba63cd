import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resources } from '#shared/i18n/resources.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import classes from './training.module.css';

type Situation = keyof Resources['training']['situations'];

const situations: readonly Situation[] = [
  'newCustomer',
  'forgottenCard',
  'pointsDispute',
  'complaint',
  'refund',
];

const fourSteps = ['one', 'two', 'three', 'four'] as const;

/** Steps of a situation; the complaint has the fifth: to find out what led to it. */
const Steps = ({ situation }: { situation: Situation }) => {
  const { t } = useTranslation('training');
  return (
    <ol className={classes.steps}>
      {fourSteps.map((step) => (
        <li key={step}>{t(`situations.${situation}.steps.${step}`)}</li>
      ))}
      {situation === 'complaint' && <li>{t('situations.complaint.steps.five')}</li>}
    </ol>
  );
};

const phrases = ['one', 'two', 'three', 'four', 'five', 'six'] as const;

/** One situation after another, to be played by two. */
export const SituationsDrawer = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('training');
  const [place, setPlace] = useState(0);
  const situation = situations[place] ?? 'newCustomer';
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('drawer.title')}>
      <p className={classes.quiet}>{t('drawer.text')}</p>
      <ul className={classes.choices} aria-label={t('drawer.choose')}>
        {situations.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={index === place}
              onClick={() => setPlace(index)}
            >
              {t(`situations.${each}.title`)}
            </button>
          </li>
        ))}
      </ul>
      <section
        className={classes.situation}
        aria-live="polite"
        aria-label={t(`situations.${situation}.title`)}
      >
        <h3 className={classes.small}>{t('drawer.says')}</h3>
        <p className={classes.says}>{t(`situations.${situation}.says`)}</p>
        <h3 className={classes.small}>{t('drawer.steps')}</h3>
        <Steps situation={situation} />
        <h3 className={classes.small}>{t('drawer.done')}</h3>
        <p>{t(`situations.${situation}.done`)}</p>
        <Button variant="default" onClick={() => setPlace((place + 1) % situations.length)}>
          {t('drawer.next')}
        </Button>
      </section>
      <section aria-label={t('phrases.title')}>
        <h3 className={classes.heading}>{t('phrases.title')}</h3>
        <ul className={classes.phrases}>
          {phrases.map((each) => (
            <li key={each}>{t(`phrases.${each}`)}</li>
          ))}
        </ul>
      </section>
    </SideDrawer>
  );
};
