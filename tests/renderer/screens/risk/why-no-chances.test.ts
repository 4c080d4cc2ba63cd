import { createInstance } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { hasChances, whyNoChances } from '#renderer/src/screens/risk/why-no-chances.ts';
import { outlook } from '#shared/i18n/en/outlook.ts';

const words = createInstance();
beforeAll(() => words.init({ lng: 'en', resources: { en: { outlook } } }));

it('says why there are no chances wherever there are none, and nothing where there are', () => {
  const t = words.getFixedT('en', 'outlook');
  const why = (
    use: 'model' | 'cadence',
    standing: 'none' | 'rough' | 'early' | 'full',
    reason: string | null,
  ) => whyNoChances({ use, standing, reason }, t);
  expect(why('cadence', 'none', 'fewCustomers')).toBe(outlook.reason.fewCustomers);
  expect(why('cadence', 'none', 'boxHit')).toBe(outlook.reason.refused);
  expect(why('model', 'rough', null)).toBe(outlook.model.rough);
  expect(why('cadence', 'full', null)).toBe(outlook.test.useCadence);
  for (const standing of ['early', 'full'] as const) {
    expect(hasChances({ use: 'model', standing })).toBe(true);
    expect(why('model', standing, null)).toBeNull();
  }
  // Nobody was looked at yet: there is nothing to explain.
  expect(whyNoChances(null, t)).toBeNull();
});
