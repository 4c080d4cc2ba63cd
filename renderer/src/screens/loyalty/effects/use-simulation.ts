import { useCallback, useEffect, useRef, useState } from 'react';
import type { SimulatedMonth } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { client } from '../../../api/client.ts';
import { rulesToSend } from '../rules-to-send.ts';
import { replayedSince } from './replayed-since.ts';

/** How far a simulation is, or what came of it. */
export type Simulation =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'done';
      /** The rules that were replayed, to tell whether they have been changed since. */
      readonly rules: ProgrammeRules;
      readonly months: readonly SimulatedMonth[];
      /** First day that was replayed, when its month began before it. */
      readonly since: string | null;
      /** Share of what is earned that is used, as observed; null = nothing was. */
      readonly redemptionRate: number | null;
    };

/** Replays a draft on the last months' visits, one run at a time; leaving the screen stops it. */
export const useSimulation = () => {
  const [state, setState] = useState<Simulation>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback(async (rules: ProgrammeRules, months: number, today: string): Promise<void> => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', done: 0, total: 0 });
    try {
      const events = await client.loyalty.simulate(
        { rules: rulesToSend(rules), months },
        { signal: controller.signal },
      );
      for await (const event of events) {
        if (event.kind === 'progress') setState({ kind: 'running', done: event.done, total: event.total });
        else {
          const { months: replayed, redemptionRate } = event;
          const since = replayedSince(today, months);
          setState({ kind: 'done', rules, months: replayed, since, redemptionRate });
        }
      }
    } catch (error) {
      // A stopped run throws an ordinary error, so the signal tells whether it was stopped.
      setState(controller.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
    } finally {
      running.current = null;
    }
  }, []);
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, run, stop };
};
