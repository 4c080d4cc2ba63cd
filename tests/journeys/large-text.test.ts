import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Every screen that the rail and its lists lead to. */
const screens = [
  ...['/home', '/till', '/follow-ups', '/playbooks', '/campaigns', '/customers', '/customers/new'],
  ...['/segments', '/month', '/month/closes', '/risk', '/loyalty', '/backup', '/backup/restore', '/import'],
  ...['shop', 'till', 'staff', 'items', 'privacy', 'look', 'data', 'training', 'log'].map(
    (section) => `/settings/${section}`,
  ),
];

/** Goes to a screen and waits until it has a heading and nothing on it is on its way. */
const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await page.locator('main :is(h1, h2, [role="search"], input):visible').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
};

/** What sticks out to the right of the room a screen has, where nothing lets it be scrolled to. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const room = document.querySelector('main > div');
    if (room === null) return ['no screen'];
    return room.scrollWidth > room.clientWidth + 1 ? [`${room.scrollWidth} of ${room.clientWidth}`] : [];
  });

/** How large the words of the rail are, in pixels, and what of them sticks out of it. */
const railText = (page: Page) =>
  page.evaluate(() => {
    const rail = document.querySelector('nav');
    const labels = [...(rail?.querySelectorAll('a > span:not([class*="count"])') ?? [])];
    return {
      smallest: Math.min(...labels.map((label) => Number.parseFloat(getComputedStyle(label).fontSize))),
      sticksOut: rail === null || rail.scrollWidth > rail.clientWidth,
    };
  });

describe('text of 200 %', () => {
  it.each(['light', 'dark'] as const)(
    'leaves every screen whole in %s colours',
    async (colorScheme) => {
      app = await openApp({ args: ['--demo'], colorScheme });
      const { page, complaints } = app;
      await page.evaluate(() => localStorage.setItem('regulars.scale', '200'));
      await page.reload();
      const found: string[] = [];
      await goTo(page, '/customers');
      expect(await railText(page)).toEqual({ smallest: 26, sticksOut: false });
      await page.getByRole('row').nth(1).click();
      await page.waitForURL(/#\/customers\/\d+/);
      const profile = new URL(page.url()).hash.slice(1);
      for (const path of [...screens, profile]) {
        await goTo(page, path);
        const wrong = [...(await seriousViolations(page)), ...(await cutOff(page))];
        found.push(...wrong.map((what) => `${path}: ${what}`));
      }
      expect(found.join('\n')).toBe('');
      expect(complaints).toEqual([]);
      // Twenty-five screens, each looked through by axe.
    },
    300_000,
  );
});
