import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import classes from './sheet.module.css';

/** The recovery sheet as it comes out of the printer; the print dialog opens by itself once. */
export const RecoverySheetScreen = () => {
  const { t } = useTranslation('backup');
  const navigate = useNavigate();
  const asked = useQuery({ ...orpc.backups.recoverySheet.queryOptions(), gcTime: 0 });
  const sheet = asked.data;
  const isReady = sheet !== undefined && sheet.passphrase !== null;

  const printed = useRef(false);
  useEffect(() => {
    if (!isReady || printed.current) return;
    printed.current = true;
    // After the fonts: the words must not come out in a substitute.
    void document.fonts.ready.then(() => globalThis.print());
  }, [isReady]);

  const back = () => void navigate({ to: '/backup' });
  return (
    <div className={classes.page}>
      <div className={`${classes.barOfPage} no-print`}>
        <Button variant="default" px={15} aria-label={t('sheet.back')} onClick={back}>
          <IconArrowLeft size={22} stroke={2} aria-hidden />
        </Button>
        <h1 className={classes.title}>{t('sheet.title')}</h1>
        <p className={classes.intro}>{t('sheet.intro')}</p>
        <Button
          disabled={!isReady}
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('sheet.again')}
        </Button>
      </div>
      <FailureBanner error={asked.error} />
      {sheet !== undefined && sheet.passphrase === null && (
        <HintRow
          tone="quiet"
          action={
            <Button variant="default" onClick={back}>
              {t('sheet.noneOpen')}
            </Button>
          }
        >
          {t('sheet.none')}
        </HintRow>
      )}
      {sheet !== undefined && sheet.passphrase !== null && (
        <RecoverySheet {...sheet} passphrase={sheet.passphrase} />
      )}
    </div>
  );
};
