import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-sentence.ts';
import { ErrorState } from '../components/error-state.tsx';
import classes from './full-screen.module.css';

/** When nothing can be shown because the very first calls failed. */
export const CallFailedScreen = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const sentence = useFailureSentence();
  const { t } = useTranslation('common');
  return (
    <main className={classes.page}>
      <p className={classes.wordmark}>{t('appName')}</p>
      <div className={classes.middle}>
        <ErrorState text={sentence(error)} onRetry={onRetry} />
      </div>
    </main>
  );
};
