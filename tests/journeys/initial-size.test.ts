import { afterEach, expect, it } from 'vitest';
import { openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Goal 13 of the speed budget: what a start of the till loads, minified and unpacked. */
const largestInitialScript = 700_000;

it('a start of the till loads at most 700 kB of script', async () => {
  app = await openApp();
  const { page } = app;
  await openEmptyShop(page);
  await page.reload();
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.endsWith('.js'))
      .map((entry) => ({
        name: entry.name.split('/').at(-1) ?? '',
        bytes: (entry as PerformanceResourceTiming).decodedBodySize,
      })),
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  expect(bytes, JSON.stringify(scripts)).toBeLessThanOrEqual(largestInitialScript);
});
