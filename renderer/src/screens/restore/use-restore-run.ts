import { useCallback, useRef, useState } from 'react';
import type { RestoreReport } from '#shared/contract/backups.ts';
import { client } from '../../api/client.ts';
import { useRequestIds } from '../../api/request-id.ts';

/** How far a restore, or the way back from one, is. */
export type RestoreState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'done'; readonly report: RestoreReport }
  | { readonly kind: 'failed'; readonly error: unknown };

type RestoreEvents = Awaited<ReturnType<typeof client.restore.run>>;

/** Puts a backup in the place of the shop, or takes that back. Once begun it is not stopped from the screen. */
export const useRestoreRun = () => {
  const [state, setState] = useState<RestoreState>({ kind: 'idle' });
  const busy = useRef(false);
  const requestIdOf = useRequestIds();

  const follow = useCallback(async (begin: () => Promise<RestoreEvents>, onDone?: () => void) => {
    if (busy.current) return;
    busy.current = true;
    setState({ kind: 'running', percent: 0 });
    try {
      for await (const event of await begin()) {
        if (event.kind === 'progress') setState({ kind: 'running', percent: event.percent });
        else if (onDone === undefined) setState({ kind: 'done', report: event.report });
        else onDone();
      }
    } catch (error) {
      setState({ kind: 'failed', error });
    } finally {
      busy.current = false;
    }
  }, []);

  const run = useCallback(
    (file: string, passphrase: string | null) =>
      follow(() => client.restore.run({ requestId: requestIdOf({ file }), file, passphrase })),
    [follow, requestIdOf],
  );
  const goBack = useCallback(
    (onDone: () => void) => follow(() => client.restore.goBack({ requestId: requestIdOf('goBack') }), onDone),
    [follow, requestIdOf],
  );
  return { state, run, goBack };
};
