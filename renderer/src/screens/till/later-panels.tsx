import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { MovePanel } from './move-panel.tsx';
import type { ReferrerField } from './referrer-field.tsx';
import type { RefundColumn } from './refund-column.tsx';
import type { RefundPanel } from './refund-panel.tsx';
import type { SaidButton } from './said-button.tsx';
import type { UnknownCardPanel } from './unknown-card-panel.tsx';

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

const Referrer = lazy(async () => ({ default: (await import('./referrer-field.tsx')).ReferrerField }));
const Said = lazy(async () => ({ default: (await import('./said-button.tsx')).SaidButton }));

/** Parts that come a moment later without taking the focus. */
export const LaterReferrerField = (props: ComponentProps<typeof ReferrerField>) => (
  <Suspense fallback={null}>
    <Referrer {...props} />
  </Suspense>
);

export const LaterSaidButton = (props: ComponentProps<typeof SaidButton>) => (
  <Suspense fallback={null}>
    <Said {...props} />
  </Suspense>
);
