import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useDoor } from '../../shell/staff-context.tsx';
import { SituationsDrawer } from './situations-drawer.tsx';
import { switchTraining } from './switch-training.ts';
import classes from './training.module.css';

/** Above every screen of the training: that nothing counts, what to practise, and the way out. */
export const TrainingBar = () => {
  const { t } = useTranslation('training');
  const [situations, setSituations] = useState(false);
  const [asking, setAsking] = useState(false);
  const change = useMutation({ mutationFn: switchTraining });
  const door = useDoor();
  const locked = door?.pinsOn === true && door.signedIn === null;
  return (
    <>
      <aside className={`${classes.bar} no-print`} aria-label={t('bar.label')}>
        <IconSchool size={24} stroke={1.9} aria-hidden />
        <p className={classes.sentence}>{t('bar.sentence')}</p>
        <Button size="compact-md" variant="default" onClick={() => setSituations(true)}>
          {t('bar.situations')}
        </Button>
        {!locked && (
          <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
            {t('bar.reset')}
          </Button>
        )}
        <Button
          size="compact-md"
          loading={change.isPending && change.variables === 'leave'}
          onClick={() => change.mutate('leave')}
        >
          {t('bar.leave')}
        </Button>
      </aside>
      <FailureBanner error={change.error} />
      <div className={classes.watermark} aria-hidden>
        {t('watermark')}
      </div>
      <SituationsDrawer opened={situations} onClose={() => setSituations(false)} />
      <ConfirmModal
        opened={asking}
        title={t('resetAsk.title')}
        confirmLabel={t('resetAsk.confirm')}
        pending={change.isPending}
        onConfirm={() => change.mutate('reset', { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        <p>{t('resetAsk.text')}</p>
      </ConfirmModal>
    </>
  );
};
