import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';

/** How far looking at everybody is. */
export type OutlookRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly stage: 'reading' | 'fitting' | 'forecasting';
      readonly share: number;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Looks at all customers, one run at a time; leaving the screen ends it. */
export const useOutlookRun = () => {
  const cache = useQueryClient();
  const [state, setState] = useState<OutlookRun>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback(async (): Promise<void> => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', stage: 'reading', share: 0 });
    try {
      for await (const event of await client.outlook.run(undefined, { signal: controller.signal })) {
        if (event.kind === 'done') continue;
        setState({
          kind: 'running',
          stage: event.stage,
          share: event.total > 0 ? event.done / event.total : 0,
        });
      }
      await cache.invalidateQueries({ queryKey: orpc.outlook.key() });
      setState({ kind: 'idle' });
    } catch (error) {
      // A stopped run throws an ordinary error, so the signal tells whether it was stopped.
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', error });
    } finally {
      running.current = null;
    }
  }, [cache]);
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, run, stop };
};
