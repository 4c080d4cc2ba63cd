import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { TillScreen } from '../screens/till/till-screen.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: () => null });

const toTill = () => {
  throw redirect({ to: '/till' });
};

const index = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toTill });

const till = createRoute({ getParentRoute: () => root, path: '/till', component: TillScreen });

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRouteComponent(() => import('../screens/customers/customers-screen.tsx'), 'CustomersScreen'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('../screens/customers/profile-screen.tsx'), 'ProfileScreen'),
});

const month = createRoute({
  getParentRoute: () => root,
  path: '/month',
  component: lazyRouteComponent(() => import('../screens/month/month-screen.tsx'), 'MonthScreen'),
});

const loyalty = createRoute({
  getParentRoute: () => root,
  path: '/loyalty',
  component: lazyRouteComponent(() => import('../screens/loyalty/loyalty-screen.tsx'), 'LoyaltyScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../screens/imports/import-screen.tsx'), 'ImportScreen'),
});

/** Hash routes, because `app://` and a reload in the browser both keep them; the till is in the first chunk. */
export const router = createRouter({
  routeTree: root.addChildren([
    index,
    till,
    customers,
    profile,
    month,
    loyalty,
    settings,
    settingsSection,
    imports,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: () => null,
  defaultPendingMs: 400,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
