import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Fragment, lazy, Suspense, useEffect, useRef } from 'react';
import type { StaffDoor } from '#shared/contract/staff.ts';
import { onLocked } from '../api/approvals.ts';
import { orpc } from '../api/queries.ts';
import { withTexts } from '../i18n/set-up-translations.ts';
import { CallFailedScreen } from './call-failed-screen.tsx';
import { router } from './router.ts';
import { ShopProvider } from './shop-context.tsx';
import { StaffProvider, showDoor } from './staff-context.tsx';

const FirstRunScreen = lazy(
  withTexts(async () => ({
    default: (await import('../screens/first-run/first-run-screen.tsx')).FirstRunScreen,
  })),
);
const LockScreen = lazy(
  withTexts(async () => ({ default: (await import('../screens/lock/lock-screen.tsx')).LockScreen })),
);
const TrainingFrame = lazy(
  withTexts(async () => ({
    default: (await import('../screens/training/training-frame.tsx')).TrainingFrame,
  })),
);
const OpenFailedScreen = lazy(
  withTexts(async () => ({
    default: (await import('./open-failed-screen.tsx')).OpenFailedScreen,
  })),
);

/** Unlocks the screens: the same person goes on where they were, anybody else begins at the till. */
const useUnlock = () => {
  const cache = useQueryClient();
  const last = useRef<number | null>(null);
  useEffect(
    () => onLocked(() => void cache.invalidateQueries({ queryKey: orpc.staff.door.queryKey() })),
    [cache],
  );
  return {
    remember: (door: StaffDoor) => {
      last.current = door.signedIn?.staffId ?? last.current;
    },
    unlock: async (door: StaffDoor) => {
      // Not waited for: with no screen there yet, the router never says that it has arrived.
      if (door.signedIn?.staffId !== last.current) void router.navigate({ to: '/till' });
      showDoor(door);
      await cache.invalidateQueries({ queryKey: orpc.settings.get.queryKey() });
    },
  };
};

/** The opened shop: its settings and who is there, then the screens or the lock. */
const OpenShop = ({ training }: { training: boolean }) => {
  const settings = useQuery(orpc.settings.get.queryOptions());
  const door = useQuery(orpc.staff.door.queryOptions());
  const { remember, unlock } = useUnlock();
  const opened = door.data;
  useEffect(() => {
    if (opened) remember(opened);
  });
  const failed = [settings, door].find((query) => query.data === undefined && query.isError);
  if (failed) return <CallFailedScreen error={failed.error} onRetry={() => void failed.refetch()} />;
  if (settings.data === undefined || opened === undefined) return null;
  const Around = training ? TrainingFrame : Fragment;
  return (
    <ShopProvider settings={settings.data}>
      <StaffProvider door={opened}>
        <Suspense fallback={null}>
          <Around>
            {opened.pinsOn && opened.signedIn === null ? (
              <LockScreen door={opened} onUnlocked={(next) => void unlock(next)} />
            ) : (
              <RouterProvider router={router} />
            )}
          </Around>
        </Suspense>
      </StaffProvider>
    </ShopProvider>
  );
};

/** Asks for the state of the shop first, and shows the first run, the reason it cannot open, or the shop. */
export const SystemGate = () => {
  const cache = useQueryClient();
  const state = useQuery(orpc.system.state.queryOptions());
  if (state.data === undefined) {
    return state.isError ? (
      <CallFailedScreen error={state.error} onRetry={() => void state.refetch()} />
    ) : null;
  }
  switch (state.data.state) {
    case 'ready':
      return <OpenShop training={state.data.training} />;
    case 'firstRun':
      return (
        <Suspense fallback={null}>
          <FirstRunScreen
            onDone={async (path) => {
              await router.navigate({ to: path });
              await cache.invalidateQueries();
            }}
          />
        </Suspense>
      );
    case 'failed':
      return (
        <Suspense fallback={null}>
          <OpenFailedScreen failure={state.data.failure} version={state.data.version} />
        </Suspense>
      );
  }
};
