import { Button } from '@mantine/core';
import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ForCall } from '../../shell/for-call.tsx';
import classes from './backup.module.css';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { TestPassphraseDialog } from './test-passphrase-dialog.tsx';
import type { Overview } from './use-overview.ts';

/** Whether backups are locked, and the ways to set, change and test the passphrase. */
export const PassphraseRow = ({ passphrase }: { passphrase: Overview['passphrase'] }) => {
  const { t } = useTranslation('backup');
  const [open, setOpen] = useState<'set' | 'test' | null>(null);
  const close = () => setOpen(null);
  const Icon = passphrase.set ? IconLock : IconLockOpen2;
  return (
    <div className={classes.lock}>
      <Icon size={24} stroke={1.9} aria-hidden />
      <p className={classes.lockWords}>
        {passphrase.set ? (
          <>
            {t('lock.locked')} <strong>{t('lock.lockedEnd')}</strong>
          </>
        ) : (
          <>
            <strong>{t('lock.open')}</strong> {t('lock.openEnd')}
          </>
        )}
      </p>
      {passphrase.set ? (
        <>
          <ForCall call="backups.testPassphrase">
            <Button variant="default" aria-label={t('lock.testLabel')} onClick={() => setOpen('test')}>
              {t('lock.test')}
            </Button>
          </ForCall>
          <ForCall call="backups.setPassphrase">
            <Button variant="default" aria-label={t('lock.changeLabel')} onClick={() => setOpen('set')}>
              {t('lock.change')}
            </Button>
          </ForCall>
        </>
      ) : (
        <ForCall call="backups.setPassphrase">
          <Button variant="default" onClick={() => setOpen('set')}>
            {t('lock.set')}
          </Button>
        </ForCall>
      )}
      {open === 'set' && <PassphraseDialog passphrase={passphrase} onClose={close} />}
      {open === 'test' && <TestPassphraseDialog hint={passphrase.hint} onClose={close} />}
    </div>
  );
};
