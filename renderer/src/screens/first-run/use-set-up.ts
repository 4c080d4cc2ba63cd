import { useEffect, useRef, useState } from 'react';
import type { ShopFacts } from '#shared/contract/settings.ts';
import { client } from '../../api/client.ts';
import { toFailure } from '../../api/failure-sentence.ts';

/** How far the making of the shop is. */
export type SetUpState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly demo: boolean; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Makes the shop and follows the progress; `stop` ends it, after which nothing is there. */
export const useSetUp = () => {
  const [state, setState] = useState<SetUpState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (
    shop: ShopFacts,
    start: 'empty' | 'demo',
    onDone: () => Promise<void>,
  ): Promise<void> => {
    const abort = new AbortController();
    running.current = abort;
    const demo = start === 'demo';
    setState({ kind: 'running', demo, done: 0, total: 0 });
    try {
      const events = await client.settings.setUp(
        { shop: { ...shop, name: shop.name.trim() }, start },
        { signal: abort.signal },
      );
      for await (const event of events) {
        if (event.kind === 'progress') {
          setState({ kind: 'running', demo, done: event.done, total: event.total });
        }
      }
      if (!abort.signal.aborted) await onDone();
    } catch (error) {
      if (abort.signal.aborted) setState({ kind: 'idle' });
      // Another window, or a first try that seemed to fail, was quicker: the shop is there.
      else if (toFailure(error).code === 'AlreadySetUp') await onDone();
      else setState({ kind: 'failed', error });
    }
  };

  const stop = (): void => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };

  return { state, run, stop };
};
