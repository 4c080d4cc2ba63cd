import { createContext, type ReactNode, useContext } from 'react';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { giveUpWaiting } from '../api/approvals.ts';
import { client } from '../api/client.ts';
import { orpc, queryClient } from '../api/queries.ts';

const DoorContext = createContext<StaffDoor | null>(null);

/** Makes known to every screen who is signed in. */
export const StaffProvider = ({ door, children }: { door: StaffDoor; children: ReactNode }) => (
  <DoorContext value={door}>{children}</DoorContext>
);

/** Who is signed in and who could be; null before a shop is open. */
export const useDoor = (): StaffDoor | null => useContext(DoorContext);

/** What whoever sits before the screen is; the owner where nobody signs in. */
export const useRole = (): 'owner' | 'manager' | 'staff' => useDoor()?.signedIn?.role ?? 'owner';

/** Puts what became of the door on the screen: unlocked for somebody, or locked. */
export const showDoor = (door: StaffDoor): void => {
  queryClient.setQueryData(orpc.staff.door.queryKey(), door);
};

/** What stays known while the screen is locked: nothing of customers. */
const keptWhileLocked = [
  orpc.staff.door.queryKey(),
  orpc.settings.get.queryKey(),
  orpc.system.state.queryKey(),
].map((key) => JSON.stringify(key));

/** Locks the screen. What was known of customers is forgotten at once, whatever the program answers. */
export const lockScreen = async (): Promise<void> => {
  giveUpWaiting();
  const door = await client.staff.lock();
  showDoor(door);
  queryClient.removeQueries({
    predicate: ({ queryKey }) => !keptWhileLocked.includes(JSON.stringify(queryKey)),
  });
};
