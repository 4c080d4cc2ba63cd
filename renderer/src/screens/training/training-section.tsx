import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { inTraining } from '../../shell/training-room.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import { switchTraining } from './switch-training.ts';
import classes from './training.module.css';

const facts = ['pins', 'paper', 'log'] as const;

/** The way into the training, and what becomes of what is done there. */
export const TrainingSection = () => {
  const { t } = useTranslation('training');
  const begin = useMutation({ mutationFn: () => switchTraining('enter') });
  if (inTraining()) return <HintRow tone="quiet">{t('enter.isOn')}</HintRow>;
  return (
    <>
      <SettingRow label={t('enter.label')} note={t('enter.note')}>
        {(ids) => (
          <Button
            loading={begin.isPending}
            onClick={() => begin.mutate()}
            aria-describedby={ids['aria-describedby']}
          >
            {t('enter.act')}
          </Button>
        )}
      </SettingRow>
      <p role="status" className={classes.busy}>
        {begin.isPending && t('enter.busy')}
      </p>
      <FailureBanner error={begin.error} />
      <h3 className={classes.heading}>{t('enter.what')}</h3>
      <ul className={classes.facts}>
        {facts.map((each) => (
          <li key={each}>{t(`enter.${each}`)}</li>
        ))}
      </ul>
    </>
  );
};
