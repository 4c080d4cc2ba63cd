import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { setUpTranslations, withTexts } from '#renderer/src/i18n/set-up-translations.ts';
import { ShopProvider } from '#renderer/src/shell/shop-context.tsx';
import { cssVariablesResolver, mantineTheme } from '#renderer/src/theme/mantine-theme.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Language } from '#shared/i18n/language.ts';
import { stubBrowser } from './browser-stubs.ts';

stubBrowser();
afterEach(cleanup);
// What a screen shows a moment later comes late on a busy computer.
configure({ asyncUtilTimeout: 10_000 });

/** Settings of a Finnish café, changed by `change`. */
export const aShop = (
  change: { shop?: Partial<Settings['shop']>; till?: Partial<Settings['till']> } = {},
): Settings => ({
  shop: {
    name: 'Kahvila Kaarna',
    kind: 'cafe',
    country: 'FI',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    cutoffMinutes: 240,
    language: 'en',
    ...change.shop,
  },
  till: {
    amountRule: 'required',
    largestWithoutQuestion: 6000,
    usuallyHere: true,
    sounds: true,
    keyCaps: true,
    activityWindow: 30,
    rushMode: false,
    lockMinutes: 5,
    sameCustomerMinutes: 1440,
    leftHanded: false,
    shortNames: false,
    customerLanguage: null,
    ...change.till,
  },
  currencyDigits: 2,
  staff: [{ id: 1, name: 'Owner', role: 'owner' }],
  currentStaffId: 1,
  demo: false,
});

/** Shows a part of the program with the theme, a fresh cache, the texts and (unless null) an opened shop. */
export const renderPart = async (
  part: ReactNode,
  { settings = aShop(), language }: { settings?: Settings | null; language?: Language } = {},
) => {
  await setUpTranslations(language ?? settings?.shop.language ?? 'en');
  await withTexts(async () => part)();
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const inside = settings === null ? part : <ShopProvider settings={settings}>{part}</ShopProvider>;
  const shown = render(
    <MantineProvider theme={mantineTheme} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={cache}>{inside}</QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, cache, user: userEvent.setup() };
};
