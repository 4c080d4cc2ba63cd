import { useEffect, useRef, useState } from 'react';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { client } from '../../api/client.ts';
import { toFailure } from '../../api/failure-sentence.ts';

/** What became of the last try. */
export type SignInState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'waitOver' }
  | { readonly kind: 'failed'; readonly error: unknown };

const afterFailure = (error: unknown): SignInState => {
  const { code, data } = toFailure(error);
  if (code === 'PinWrong') return { kind: 'wrong', left: Number(data.left) };
  if (code === 'PinWait') return { kind: 'waiting', seconds: Number(data.seconds) };
  return { kind: 'failed', error };
};

/** A second less to wait; afterwards it says that the wait is over. */
const aSecondLater = (state: SignInState): SignInState => {
  if (state.kind !== 'waiting') return state;
  return state.seconds > 1 ? { kind: 'waiting', seconds: state.seconds - 1 } : { kind: 'waitOver' };
};

/** Tries a PIN or a staff card, one at a time; after too many wrong ones it counts the wait down. */
export const useSignIn = (onUnlocked: (door: StaffDoor) => void) => {
  const [state, setState] = useState<SignInState>({ kind: 'ready' });
  const busy = useRef(false);
  const waits = state.kind === 'waiting';

  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => setState(aSecondLater), 1_000);
    return () => clearInterval(timer);
  }, [waits]);

  const attempt = async (ask: () => Promise<StaffDoor>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setState({ kind: 'checking' });
    try {
      const door = await ask();
      setState({ kind: 'ready' });
      onUnlocked(door);
    } catch (error) {
      setState(afterFailure(error));
    } finally {
      busy.current = false;
    }
  };

  return {
    state,
    forget: () => setState({ kind: 'ready' }),
    withPin: (staffId: number, pin: string) => attempt(() => client.staff.signIn({ staffId, pin })),
    withBadge: (codes: readonly string[]) =>
      attempt(() => client.staff.signInWithBadge({ codes: codes.slice(0, 6) })),
  };
};
