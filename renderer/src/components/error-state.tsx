import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../api/failure-sentence.ts';
import { HintRow } from './hint-row.tsx';
import classes from './state.module.css';

/** In place of content that could not be fetched. */
export const ErrorState = ({ text, onRetry }: { text: ReactNode; onRetry: () => void }) => {
  const { t } = useTranslation('common');
  return (
    <div className={classes.state} role="alert">
      <IconPlugConnectedX size={44} stroke={1.6} className={classes.icon} aria-hidden />
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button size="lg" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      </div>
    </div>
  );
};

/** The sentence of a failed call as a row in place; nothing while there is no failure. */
export const FailureBanner = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation('common');
  const sentence = useFailureSentence();
  if (error === null || error === undefined) return null;
  return (
    <div role="alert">
      <HintRow
        tone="bad"
        action={
          onRetry !== undefined && (
            <Button variant="default" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
          )
        }
      >
        {sentence(error)}
      </HintRow>
    </div>
  );
};
