import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { client } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import { lockScreen, showDoor, useDoor } from './staff-context.tsx';
import { mustStayHere } from './stay-here.ts';

/**
 * What a scanned staff card does while somebody is signed in: its holder takes over at the till, where the open check-in
 * stays. A card that opens nothing locks the screen, which says so when it is tried there. Null where nobody signs in.
 */
export const useBadgeSwitch = (): ((codes: readonly string[]) => void) | null => {
  const navigate = useNavigate();
  const before = useDoor()?.signedIn?.staffId ?? null;
  const take = useCallback(
    async (codes: readonly string[]) => {
      if (mustStayHere()) return;
      try {
        const door = await client.staff.signInWithBadge({ codes: codes.slice(0, 6) });
        if (door.signedIn?.staffId !== before) await navigate({ to: '/till' });
        showDoor(door);
        // What only the one before may see does not wait in memory for the next.
        queryClient.removeQueries({ type: 'inactive' });
        await queryClient.invalidateQueries();
      } catch {
        await lockScreen();
      }
    },
    [before, navigate],
  );
  return before === null ? null : (codes) => void take(codes);
};
