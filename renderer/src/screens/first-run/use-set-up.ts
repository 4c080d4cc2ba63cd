import { useEffect, useRef, useState } from 'react';
import type { ShopFacts } from '#shared/contract/settings.ts';
import { client } from '../../api/client.ts';
import { toFailure } from '../../api/failure-sentence.ts';

/** How far the making of the shop is. */
export type SetUpState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly demo: boolean; readonly done: number; readonly total: number }
  /** The shop is there, and the owner's recovery code waits to be printed. */
  | { readonly kind: 'paper'; readonly recoveryCode: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What the first run asks for. */
export interface FirstShop {
  readonly shop: ShopFacts;
  readonly ownerName: string;
  /** Null where nobody signs in. */
  readonly pin: string | null;
  readonly start: 'empty' | 'demo';
}

const asked = ({ shop, ownerName, pin, start }: FirstShop) => {
  const name = ownerName.trim();
  return {
    shop: { ...shop, name: shop.name.trim() },
    ...(name === '' ? {} : { ownerName: name }),
    ...(pin === null ? {} : { pin }),
    start,
  };
};

/** Makes the shop and follows the progress; `stop` ends it, after which nothing is there. */
export const useSetUp = () => {
  const [state, setState] = useState<SetUpState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (first: FirstShop, onDone: () => Promise<void>): Promise<void> => {
    const abort = new AbortController();
    running.current = abort;
    const demo = first.start === 'demo';
    setState({ kind: 'running', demo, done: 0, total: 0 });
    try {
      let recoveryCode: string | null = null;
      const events = await client.settings.setUp(asked(first), { signal: abort.signal });
      for await (const event of events) {
        if (event.kind === 'progress') {
          setState({ kind: 'running', demo, done: event.done, total: event.total });
        } else recoveryCode = event.recoveryCode;
      }
      if (abort.signal.aborted) return;
      if (recoveryCode === null) await onDone();
      else setState({ kind: 'paper', recoveryCode });
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
