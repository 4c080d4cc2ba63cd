import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { orpc } from '../api/queries.ts';
import { withTexts } from '../i18n/set-up-translations.ts';
import { CallFailedScreen } from './call-failed-screen.tsx';
import { router } from './router.ts';
import { ShopProvider } from './shop-context.tsx';

const FirstRunScreen = lazy(
  withTexts(async () => ({
    default: (await import('../screens/first-run/first-run-screen.tsx')).FirstRunScreen,
  })),
);
const OpenFailedScreen = lazy(
  withTexts(async () => ({
    default: (await import('./open-failed-screen.tsx')).OpenFailedScreen,
  })),
);

/** The opened shop: its settings, then the screens. */
const OpenShop = () => {
  const settings = useQuery(orpc.settings.get.queryOptions());
  if (settings.data !== undefined) {
    return (
      <ShopProvider settings={settings.data}>
        <RouterProvider router={router} />
      </ShopProvider>
    );
  }
  if (settings.isError) {
    return <CallFailedScreen error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return null;
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
      return <OpenShop />;
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
