import { IconScan } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scanFeed } from '../../scanner/scan-feed.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

/** Shows that the scanner works: while this row is on screen, scans come here instead of to the till. */
export const ScannerTestRow = () => {
  const { t } = useTranslation('settings');
  const [code, setCode] = useState<string | null>(null);
  useEffect(
    () =>
      scanFeed.listen({
        scanned: ({ candidates }) => setCode(candidates[0] ?? null),
        typingStarts: () => undefined,
        typingTakenBack: () => undefined,
      }),
    [],
  );
  return (
    <SettingRow
      label={t('till.scanner')}
      note={
        <span role="status">
          {code === null ? t('till.scannerTry') : t('till.scannerWorks', { tail: code.slice(-4) })}
        </span>
      }
    >
      {() =>
        code !== null && (
          <span className={classes.works}>
            <IconScan size={20} stroke={2} aria-hidden />
            {t('till.scannerOk')}
          </span>
        )
      }
    </SettingRow>
  );
};
