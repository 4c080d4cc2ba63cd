import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useCallback, useEffect, useRef } from 'react';
import { client } from '../../api/client.ts';
import { newRequestId } from '../../api/request-id.ts';
import { balanceColumnsOf, customerColumnsOf, type Mapping, visitColumnsOf } from './column-mapping.ts';
import type { Chosen, WizardAction } from './wizard.ts';

const nameLimit = 255;

const startRun = (chosen: Chosen, mapping: Mapping, dryRun: boolean, earn: boolean, signal: AbortSignal) => {
  const input = {
    requestId: newRequestId(),
    fileName: chosen.file.name.slice(0, nameLimit),
    file: chosen.file,
    reading: chosen.reading,
    dryRun,
  };
  switch (chosen.kind) {
    case 'visits':
      return client.imports.visits({ ...input, columns: visitColumnsOf(mapping), earn }, { signal });
    case 'customers':
      return client.imports.customers({ ...input, columns: customerColumnsOf(mapping) }, { signal });
    case 'balances': {
      const { unitId } = chosen;
      if (unitId === null) throw new Error('balances need a unit');
      return client.imports.balances({ ...input, columns: balanceColumnsOf(mapping), unitId }, { signal });
    }
  }
};

/**
 * Runs a check or an import and tells the wizard about it. Only one runs at a time; leaving the screen stops
 * it, and what was being written is taken back as a whole.
 */
export const useImportRun = (dispatch: Dispatch<WizardAction>) => {
  const cache = useQueryClient();
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (chosen: Chosen, mapping: Mapping, mode: { readonly dryRun: boolean; readonly earn: boolean }) => {
      if (running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      dispatch({ kind: mode.dryRun ? 'startCheck' : 'startWriting' });
      try {
        const events = await startRun(chosen, mapping, mode.dryRun, mode.earn, controller.signal);
        for await (const event of events) {
          if (event.kind === 'done') dispatch({ kind: 'finished', report: event.report });
          else dispatch({ kind: 'progress', progress: event });
        }
        if (!mode.dryRun) await cache.invalidateQueries();
      } catch (error) {
        // A stopped run throws an ordinary error, so the signal tells whether it was stopped.
        const stopped = controller.signal.aborted;
        dispatch({ kind: 'ended', note: stopped ? { kind: 'stopped' } : { kind: 'failed', error } });
      } finally {
        running.current = null;
      }
    },
    [cache, dispatch],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  return { run, stop };
};
