import { useTranslation } from 'react-i18next';
import classes from './restore.module.css';
import { RestoreWizard } from './restore-wizard.tsx';
import { useComputerFormat } from './restore-words.ts';
import type { ChosenBackup } from './wizard.ts';

/** The restore where there is no shop to show a rail of: the first run, or a file that cannot be opened. */
export const RestoreFullScreen = ({
  place,
  first = null,
  onCancel,
}: {
  place: 'firstRun' | 'damaged';
  first?: ChosenBackup | null;
  onCancel: () => void;
}) => {
  const { t } = useTranslation('common');
  const format = useComputerFormat();
  return (
    <main className={classes.fullScreen}>
      <p className={classes.wordmark}>{t('appName')}</p>
      <RestoreWizard format={format} place={place} first={first} onCancel={onCancel} />
    </main>
  );
};
