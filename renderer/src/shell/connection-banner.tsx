import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { retryConnection, useConnectionLost } from '../api/connection.ts';
import classes from './connection-banner.module.css';

const askAgainMilliseconds = 2000;

/** A row across the screen while the program behind it does not answer; it asks again by itself. */
export const ConnectionBanner = () => {
  const { t } = useTranslation(['shell', 'common']);
  const lost = useConnectionLost();
  useEffect(() => {
    if (!lost) return;
    const timer = setInterval(() => void retryConnection(), askAgainMilliseconds);
    return () => clearInterval(timer);
  }, [lost]);
  return (
    <div role="alert">
      {lost && (
        <div className={classes.banner}>
          <IconPlugConnectedX size={24} stroke={1.9} aria-hidden />
          <p className={classes.text}>
            <strong>{t('connection.lost')}</strong> {t('connection.safe')}
          </p>
          <Button variant="default" onClick={() => void retryConnection()}>
            {t('common:tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
};
