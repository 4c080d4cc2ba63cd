import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { switchTraining } from './switch-training.ts';

/** The way into the training from the lock: staff have no use for the settings. */
export const PractiseButton = () => {
  const { t } = useTranslation('training');
  const begin = useMutation({ mutationFn: () => switchTraining('enter') });
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconSchool size={20} stroke={1.8} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {t('lock')}
      </Button>
      <FailureBanner error={begin.error} />
    </>
  );
};
