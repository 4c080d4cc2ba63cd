import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import {
  expectedRetention,
  setUpFinnishReferenceCafe,
  setUpReferenceCafe,
} from '#tests/support/reference-shop.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const log = 'synthetic_cafe_transactions.csv';
const october = '/month?period=2023-10&window=60';

const openReferenceMonth = async (
  at = october,
  { language, ...options }: { colorScheme?: 'light' | 'dark'; language?: 'en' | 'fi' } = {},
): Promise<OpenedApp> => {
  const fill = language === 'fi' ? setUpFinnishReferenceCafe : setUpReferenceCafe;
  const opened = await openShop(fill, { ...options, at });
  app = opened;
  await opened.page.getByRole('region', { name: /^(Retention|Asiakaspysyvyys)$/ }).waitFor();
  return opened;
};

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const titleOf = async (page: Page): Promise<string> =>
  plain(await page.getByRole('heading', { level: 1 }).innerText());
const textOf = async (page: Page, region: RegExp): Promise<string> =>
  plain((await page.getByRole('region', { name: region }).textContent()) ?? '');

describe('the month of the reference café', () => {
  it.each([
    ['2023-10', 'October 2023'],
    ['2023-11', 'November 2023'],
  ])('shows the figures computed outside of this program: %s', async (period, title) => {
    const expected = expectedRetention(log, `${period}-01`);
    const { page, complaints } = await openReferenceMonth(`/month?period=${period}&window=60`);
    expect(await titleOf(page)).toBe(title);
    const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
    await expect.poll(() => textOf(page, /^Retention$/)).toContain(percent(expected.strict));
    const retention = await textOf(page, /^Retention$/);
    expect(retention).toContain(percent(expected.textbook));
    const { S, E, N, R, kept, lapsed } = expected;
    expect(retention).toContain(`At the end: ${E} = ${kept} kept + ${R} back + ${N} new`);
    expect(retention).toContain(`At the start: ${S} = ${kept} kept + ${lapsed} lapsed`);
    await expect
      .poll(() => textOf(page, /^Where/))
      .toContain(`${N} new and ${R} returned people came on top, ${lapsed} lapsed.`);
    await expect
      .poll(() => textOf(page, /^What the figures rest on/))
      .toContain(`${expected.seen_of_S} of ${S}`);
    expect(complaints).toEqual([]);
  });

  it('opens the names behind a number and the person behind a name, by keyboard alone', async () => {
    const { page } = await openReferenceMonth();
    const { lapsed } = expectedRetention(log, '2023-10-01');
    const column = page.getByRole('button', { name: `−${lapsed} Lapsed` });
    await page.getByRole('button', { name: /^\+\d+ New/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => column.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');

    const names = page.getByRole('dialog', { name: 'Lapsed' });
    await names.getByText(`${lapsed} people`).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '0');
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) => document.activeElement?.getAttribute('data-row') === String(last),
      lapsed - 1,
    );
    await page.keyboard.press('ArrowUp');
    const name = await page.evaluate(() => document.activeElement?.querySelector('td')?.innerText ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name.split('\n').at(-1) ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('dialog', { name: 'Lapsed' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await titleOf(page)).toBe('October 2023');
  });

  it('opens the people behind a number in the customers list, and leads back to the number', async () => {
    const { page, complaints } = await openReferenceMonth(`${october}&names=lapsed`);
    const { lapsed } = expectedRetention(log, '2023-10-01');
    const names = page.getByRole('dialog', { name: 'Lapsed' });
    await names.getByRole('button', { name: 'Open in customers' }).press('Enter');
    const shown = page.getByRole('region', { name: 'Whom the list shows' });
    await shown.getByRole('heading', { name: 'Lapsed, October 2023' }).waitFor();
    await shown.getByText(`${lapsed} people`).waitFor();
    await page.getByRole('table', { name: `Customers, ${lapsed} in this list` }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('table', { name: `Customers, ${lapsed} in this list` }).waitFor();
    await shown.getByRole('button', { name: 'Back to the month' }).press('Enter');
    await names.getByText(`${lapsed} people`).waitFor();
    expect(await titleOf(page)).toBe('October 2023');
    expect(complaints).toEqual([]);
  });

  it('moves by keys, tells what a figure means, and counts with another window', async () => {
    const { page } = await openReferenceMonth();
    await page.keyboard.press('PageDown');
    await expect.poll(() => titleOf(page)).toBe('November 2023');
    await page.keyboard.press('PageUp');
    await expect.poll(() => titleOf(page)).toBe('October 2023');

    await page.getByRole('button', { name: 'What is this? Retention', exact: true }).press('Enter');
    await page.getByText('Kept ÷ active at the start.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Kept ÷ active at the start.').waitFor({ state: 'detached' });
    expect(await titleOf(page)).toBe('October 2023');

    await page.getByRole('combobox', { name: 'Active means a visit in' }).selectOption('30');
    await page.getByText('Active means at least one visit in 30 days.').waitFor();
    await expect.poll(() => textOf(page, /^Retention$/)).not.toContain('84.6%');
    await page.getByRole('button', { name: 'Keep 30 days as our setting' }).click();
    await page.getByText('Saved. 30 days is the setting now.').waitFor();
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByRole('link', { name: 'Month' }).click();
    await page.getByText('Active means at least one visit in 30 days.').waitFor();
  });

  it('opens with the last finished month that has visits, and looks at quarters too', async () => {
    const { page } = await openReferenceMonth('/month');
    await expect.poll(() => titleOf(page)).toBe('March 2024');
    await page.getByRole('combobox', { name: 'Show which period' }).selectOption('2023-Q3');
    await expect.poll(() => titleOf(page)).toBe('Quarter 3, 2023');
    await expect.poll(() => textOf(page, /^Where/)).toContain('30 Sept');
  });

  it('warns when the record begins inside the window', async () => {
    const { page } = await openReferenceMonth('/month?period=2023-02&window=60');
    await page.getByText(/^The record begins on/).waitFor();
  });

  it('prints the report without the controls', async () => {
    const { page } = await openReferenceMonth();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await page.getByText('84.6%').first().waitFor();
  });

  it('speaks Finnish', async () => {
    const { page } = await openReferenceMonth(october, { language: 'fi' });
    expect(await titleOf(page)).toBe('Lokakuu 2023');
    await expect.poll(() => textOf(page, /^Asiakaspysyvyys$/)).toContain('84,6 %');
    const retention = await textOf(page, /^Asiakaspysyvyys$/);
    expect(retention).toContain('87,7 %');
    expect(retention).toContain('7 palasi pitkän tauon jälkeen.');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page } = await openReferenceMonth(october, { colorScheme });
      await page
        .getByRole('region', { name: /^The last \d+ periods$/ })
        .locator('svg')
        .first()
        .waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'What is this? Retention', exact: true }).click();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Lapsed/ }).click();
      await page.getByRole('dialog').getByText('35 people').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    },
  );
});

describe('a month that is not over', () => {
  it('shows what is known and no rate', async () => {
    app = await openApp({ args: ['--demo'] });
    const { page, host } = app;
    if (host === null) throw new Error('the journey needs the host');
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    const { today } = await host.client.reports.span();
    await page.goto(`${host.url}#/month?period=${today.slice(0, 7)}`);
    await page.getByText(/^Retention needs the whole period\. \d+ days? to go\.$/).waitFor();
    const known = await textOf(page, /^Retention$/);
    expect(known).toContain('So far');
    expect(known).toMatch(/S active at the start/);
    expect(known).not.toMatch(/\d%/);
    expect(await page.getByRole('region', { name: /^Where/ }).count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('a shop without visits', () => {
  it('says what will be here and how to begin', async () => {
    const opened = await openShop(setUpCafe, { at: '/month' });
    app = opened;
    const { page } = opened;
    await page.getByRole('heading', { name: 'The first month starts with the first visit' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import past visits' }).click();
    await page.getByRole('heading', { name: 'Bring my list' }).waitFor();
  });
});
