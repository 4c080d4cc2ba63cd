import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { withTexts } from '../i18n/set-up-translations.ts';
import { readListView } from '../screens/customers/list-view.ts';
import { readPaperSearch } from '../screens/follow-ups/means/paper-search.ts';
import { readLoyaltyView } from '../screens/loyalty/loyalty-view.ts';
import { readMonthView } from '../screens/month/month-view.ts';
import { readTillLink } from '../screens/till/till-link.ts';
import { TillScreen } from '../screens/till/till-screen.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: () => null });

const toTill = () => redirect({ to: '/till', throw: true });

const index = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toTill });
const elsewhere = createRoute({ getParentRoute: () => root, path: '$', beforeLoad: toTill });

const till = createRoute({
  getParentRoute: () => root,
  path: '/till',
  validateSearch: readTillLink,
  component: TillScreen,
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: readListView,
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/customers-screen.tsx')),
    'CustomersScreen',
  ),
});

const risk = createRoute({
  getParentRoute: () => root,
  path: '/risk',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/risk/risk-screen.tsx')),
    'RiskScreen',
  ),
});

const newCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/new',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/new-customer-screen.tsx')),
    'NewCustomerScreen',
  ),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/profile-screen.tsx')),
    'ProfileScreen',
  ),
});

const editCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/edit',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/edit-customer-screen.tsx')),
    'EditCustomerScreen',
  ),
});

const balance = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/balance',
  validateSearch: (search: Record<string, unknown>): { unit?: number } =>
    Number.isSafeInteger(search.unit) ? { unit: Number(search.unit) } : {},
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/balance-screen.tsx')),
    'BalanceScreen',
  ),
});

const memberCard = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/card',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/member-card-screen.tsx')),
    'MemberCardScreen',
  ),
});

const printCard = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/card/$code/print',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/print-card-screen.tsx')),
    'PrintCardScreen',
  ),
});

const membership = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/membership',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/customers/membership-screen.tsx')),
    'MembershipScreen',
  ),
});

const forgetPerson = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/forget',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/privacy/forget-screen.tsx')),
    'ForgetScreen',
  ),
});

const dataSheet = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/data',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/privacy/data-sheet-screen.tsx')),
    'DataSheetScreen',
  ),
});

const printVoucher = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId/voucher/$code/print',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/vouchers/print-voucher-screen.tsx')),
    'PrintVoucherScreen',
  ),
});

const followUps = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups',
  validateSearch: (search: Record<string, unknown>): { person?: number } =>
    Number.isSafeInteger(search.person) ? { person: Number(search.person) } : {},
  component: lazyRouteComponent(
    withTexts(() => import('../screens/follow-ups/follow-ups-screen.tsx')),
    'FollowUpsScreen',
  ),
});

const playbooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/playbooks/playbooks-screen.tsx')),
    'PlaybooksScreen',
  ),
});

const playbook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$situation',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/playbooks/playbook-screen.tsx')),
    'PlaybookScreen',
  ),
});

const printFollowUps = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups/print',
  validateSearch: readPaperSearch,
  component: lazyRouteComponent(
    withTexts(() => import('../screens/follow-ups/means/paper-screen.tsx')),
    'PaperScreen',
  ),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/home',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/home/home-screen.tsx')),
    'HomeScreen',
  ),
});

const month = createRoute({
  getParentRoute: () => root,
  path: '/month',
  validateSearch: readMonthView,
  component: lazyRouteComponent(
    withTexts(() => import('../screens/month/month-screen.tsx')),
    'MonthScreen',
  ),
});

const closeMonth = createRoute({
  getParentRoute: () => root,
  path: '/month/$month/close',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/close/close-screen.tsx')),
    'CloseScreen',
  ),
});

const closedMonths = createRoute({
  getParentRoute: () => root,
  path: '/month/closes',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/close/closes-screen.tsx')),
    'ClosesScreen',
  ),
});

const closedMonth = createRoute({
  getParentRoute: () => root,
  path: '/month/closes/$number',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/close/closed-month-screen.tsx')),
    'ClosedMonthScreen',
  ),
});

const monthReport = createRoute({
  getParentRoute: () => root,
  path: '/month/$month/report',
  validateSearch: (search: Record<string, unknown>): { number?: number } =>
    Number.isSafeInteger(search.number) && Number(search.number) > 0 ? { number: Number(search.number) } : {},
  component: lazyRouteComponent(
    withTexts(() => import('../screens/report/report-screen.tsx')),
    'ReportScreen',
  ),
});

const segments = createRoute({
  getParentRoute: () => root,
  path: '/segments',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/segments/segments-screen.tsx')),
    'SegmentsScreen',
  ),
});

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/campaigns/campaigns-screen.tsx')),
    'CampaignsScreen',
  ),
});

const newCampaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/new',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/campaigns/campaign-editor-screen.tsx')),
    'CampaignEditorScreen',
  ),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/campaigns/campaign-screen.tsx')),
    'CampaignScreen',
  ),
});

const changeCampaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId/edit',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/campaigns/campaign-editor-screen.tsx')),
    'CampaignEditorScreen',
  ),
});

const loyalty = createRoute({
  getParentRoute: () => root,
  path: '/loyalty',
  validateSearch: readLoyaltyView,
  component: lazyRouteComponent(
    withTexts(() => import('../screens/loyalty/loyalty-screen.tsx')),
    'LoyaltyScreen',
  ),
});

const backup = createRoute({
  getParentRoute: () => root,
  path: '/backup',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/backup/backup-screen.tsx')),
    'BackupScreen',
  ),
});

const recoverySheet = createRoute({
  getParentRoute: () => root,
  path: '/backup/sheet',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/backup/recovery-sheet-screen.tsx')),
    'RecoverySheetScreen',
  ),
});

const restore = createRoute({
  getParentRoute: () => root,
  path: '/backup/restore',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/restore/restore-screen.tsx')),
    'RestoreScreen',
  ),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/settings/settings-screen.tsx')),
    'SettingsScreen',
  ),
});

const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/settings/settings-screen.tsx')),
    'SettingsScreen',
  ),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(
    withTexts(() => import('../screens/imports/import-screen.tsx')),
    'ImportScreen',
  ),
});

/** Hash routes, because `app://` and a reload in the browser both keep them; the till is in the first chunk. */
export const router = createRouter({
  routeTree: root.addChildren([
    index,
    elsewhere,
    till,
    followUps,
    printFollowUps,
    playbooks,
    playbook,
    customers,
    newCustomer,
    profile,
    editCustomer,
    balance,
    memberCard,
    printCard,
    membership,
    printVoucher,
    forgetPerson,
    dataSheet,
    home,
    month,
    risk,
    closeMonth,
    closedMonths,
    closedMonth,
    monthReport,
    segments,
    campaigns,
    newCampaign,
    campaign,
    changeCampaign,
    loyalty,
    backup,
    recoverySheet,
    restore,
    settings,
    settingsSection,
    imports,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: BrokenScreen,
  defaultPendingMs: 400,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
