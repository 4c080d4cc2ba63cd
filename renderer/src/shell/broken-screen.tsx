import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './full-screen.module.css';

/** Shown in place of a screen that threw; the rail and the other screens keep working. */
export const BrokenScreen = ({ reset }: ErrorComponentProps) => {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.middle} role="alert">
      <h1 className={classes.title}>{t('screenBroke.title')}</h1>
      <p className={classes.text}>{t('screenBroke.safe')}</p>
      <Button size="lg" onClick={reset}>
        {t('screenBroke.reload')}
      </Button>
    </div>
  );
};
