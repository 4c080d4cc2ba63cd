import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../i18n/use-format.ts';
import classes from './restore.module.css';

/** While the backup is opened in a scratch copy: how far, and a stop. */
export const OpeningStep = ({
  percent,
  format,
  onStop,
}: {
  percent: number;
  format: Format;
  onStop: () => void;
}) => {
  const { t } = useTranslation('restore');
  return (
    <>
      <h2 className={classes.title}>{t('opening.title')}</h2>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={t('opening.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={classes.filled} style={{ width: `${percent}%` }} />
      </div>
      <p className="num">{format.percent(percent / 100, 0)}</p>
      <p className={classes.lead}>{t('opening.note')}</p>
      <div className={classes.foot}>
        <Button size="lg" variant="default" autoFocus onClick={onStop}>
          {t('opening.stop')}
        </Button>
      </div>
    </>
  );
};
