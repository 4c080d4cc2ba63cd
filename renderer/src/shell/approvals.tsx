import { lazy, Suspense } from 'react';
import { useWaitingCall } from '../api/approvals.ts';
import { withTexts } from '../i18n/set-up-translations.ts';

const ApprovalDialog = lazy(
  withTexts(async () => ({ default: (await import('./approval-dialog.tsx')).ApprovalDialog })),
);

/** Stands by for calls that need the PIN of somebody higher. */
export const Approvals = () => {
  const waiting = useWaitingCall();
  return (
    waiting !== null && (
      <Suspense fallback={null}>
        <ApprovalDialog key={waiting.askId} waiting={waiting} />
      </Suspense>
    )
  );
};
