import { Button } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ForCall } from '../../../shell/for-call.tsx';

/** From the day's list to its paper, and to what is done in which situation. */
export const WordsButtons = () => {
  const { t } = useTranslation('playbooks');
  const navigate = useNavigate();
  return (
    <>
      <ForCall call="playbooks.save">
        <Button
          variant="default"
          leftSection={<IconBook2 size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/playbooks' })}
        >
          {t('open')}
        </Button>
      </ForCall>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
        onClick={() => void navigate({ to: '/follow-ups/print' })}
      >
        {t('paper.open')}
      </Button>
    </>
  );
};
