import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import classes from './privacy.module.css';

/** In the place of the profile of somebody who was forgotten. */
export const PersonGone = () => {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  return (
    <div className={classes.screen}>
      <EmptyState
        icon={IconUserOff}
        text={
          <>
            <strong className={classes.doneTitle}>{t('gone.title')}</strong>
            {t('gone.text')}
          </>
        }
      >
        <Button size="lg" onClick={() => void navigate({ to: '/customers' })}>
          {t('forget.toCustomers')}
        </Button>
      </EmptyState>
    </div>
  );
};
