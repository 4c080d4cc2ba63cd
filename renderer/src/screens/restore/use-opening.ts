import { type Dispatch, useEffect } from 'react';
import { client } from '../../api/client.ts';
import { toFailure } from '../../api/failure-sentence.ts';
import type { Wizard, WizardAction } from './wizard.ts';

/** Opens the chosen backup while the wizard is at that step; leaving the step stops it. */
export const useOpening = (wizard: Wizard, dispatch: Dispatch<WizardAction>): void => {
  const file = wizard.step === 'opening' ? wizard.chosen.file : null;
  const passphrase = wizard.step === 'opening' ? wizard.passphrase : null;
  useEffect(() => {
    if (file === null) return;
    const abort = new AbortController();
    const open = async () => {
      const events = await client.restore.compare({ file, passphrase }, { signal: abort.signal });
      for await (const event of events) {
        if (abort.signal.aborted) return;
        if (event.kind === 'progress') dispatch({ kind: 'progress', percent: event.percent });
        else dispatch({ kind: 'opened', comparison: event.comparison });
      }
    };
    open().catch((failure: unknown) => {
      if (abort.signal.aborted) return;
      const { code, data } = toFailure(failure);
      const why = code === 'BackupRefused' ? String(data.why) : null;
      dispatch({ kind: 'refused', failure, why, hint: typeof data.hint === 'string' ? data.hint : '' });
    });
    return () => abort.abort();
  }, [file, passphrase, dispatch]);
};
