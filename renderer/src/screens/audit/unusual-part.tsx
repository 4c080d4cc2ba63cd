import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnusualLog } from '#shared/contract/audit.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './audit.module.css';
import { ThresholdsDialog } from './thresholds-dialog.tsx';

/** How much is worth a look, and the way to say from when on it is. */
export const UnusualPart = ({ log }: { log: UnusualLog }) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const { days, total, entries } = log;
  return (
    <>
      <strong className={classes.day} role="status">
        {total > 0 && t('found', { count: total, n: format.number(total), days: format.number(days) })}
        {total > entries.length && ` ${t('newestOf', { n: format.number(entries.length) })}`}
      </strong>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        {t('thresholds.open')}
      </Button>
      {choosing && <ThresholdsDialog thresholds={log.thresholds} onClose={() => setChoosing(false)} />}
    </>
  );
};
