import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { withTexts } from '../../i18n/set-up-translations.ts';
import type { ReferrerField } from './referrer-field.tsx';
import type { RefundPanel } from './refund-panel.tsx';
import type { SaidButton } from './said-button.tsx';
import type { GiveSurprise as GiveButton, WhatToSay as WordsButton } from './turn-to-them.tsx';

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

/** Fetched when it is first opened: a start of the till does not wait for what few check-ins need. */
export const LaterRefund = (props: ComponentProps<typeof RefundPanel>) => (
  <Later>
    <Refund {...props} />
  </Later>
);

const turnToThem = withTexts(() => import('./turn-to-them.tsx'));
const Referrer = lazy(async () => ({ default: (await import('./referrer-field.tsx')).ReferrerField }));
const Said = lazy(async () => ({ default: (await import('./said-button.tsx')).SaidButton }));

const WhatToSay = lazy(async () => ({ default: (await turnToThem()).WhatToSay }));
const GiveSurprise = lazy(async () => ({ default: (await turnToThem()).GiveSurprise }));

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

export const LaterWhatToSay = (props: ComponentProps<typeof WordsButton>) => (
  <Suspense fallback={null}>
    <WhatToSay {...props} />
  </Suspense>
);

export const LaterGiveSurprise = (props: ComponentProps<typeof GiveButton>) => (
  <Suspense fallback={null}>
    <GiveSurprise {...props} />
  </Suspense>
);
