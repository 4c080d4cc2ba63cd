import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { MovePanel } from './move-panel.tsx';
import type { NewCustomerPanel } from './new-customer-panel.tsx';
import type { RefundColumn } from './refund-column.tsx';
import type { RefundPanel } from './refund-panel.tsx';
import type { UnknownCardPanel } from './unknown-card-panel.tsx';

/** Fetches the form of a new customer; once somebody searches, so that it is there when nobody is found. */
export const fetchNewCustomerForm = () => import('./new-customer-panel.tsx');

const NewCustomer = lazy(async () => ({ default: (await fetchNewCustomerForm()).NewCustomerPanel }));
const Move = lazy(async () => ({ default: (await import('./move-panel.tsx')).MovePanel }));
const UnknownCard = lazy(async () => ({
  default: (await import('./unknown-card-panel.tsx')).UnknownCardPanel,
}));
const RefundAmount = lazy(async () => ({ default: (await import('./refund-column.tsx')).RefundColumn }));
const Refund = lazy(async () => ({ default: (await import('./refund-panel.tsx')).RefundPanel }));

/** The till looked for the place of the next key before this panel was there. */
const Arrived = () => {
  useEffect(
    () => document.querySelector<HTMLElement>('[data-till-focus]')?.focus({ preventScroll: true }),
    [],
  );
  return null;
};

const Later = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={null}>
    {children}
    <Arrived />
  </Suspense>
);

/** Panels that are fetched when they are first opened: a start of the till does not wait for what few check-ins need. */
export const LaterNewCustomer = (props: ComponentProps<typeof NewCustomerPanel>) => (
  <Later>
    <NewCustomer {...props} />
  </Later>
);

export const LaterMove = (props: ComponentProps<typeof MovePanel>) => (
  <Later>
    <Move {...props} />
  </Later>
);

export const LaterRefund = (props: ComponentProps<typeof RefundPanel>) => (
  <Later>
    <Refund {...props} />
  </Later>
);

export const LaterRefundColumn = (props: ComponentProps<typeof RefundColumn>) => (
  <Later>
    <RefundAmount {...props} />
  </Later>
);

export const LaterUnknownCard = (props: ComponentProps<typeof UnknownCardPanel>) => (
  <Later>
    <UnknownCard {...props} />
  </Later>
);
