import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop as openFilled } from '#tests/support/open-shop.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { scanCard } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openShop = async (colorScheme: 'light' | 'dark' = 'light'): Promise<OpenedApp> => {
  app = await openFilled(setUpCafe, { colorScheme });
  await app.page.getByRole('navigation', { name: 'Screens' }).waitFor();
  return app;
};

const go = async (page: Page, section: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/settings/${section}`);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
};

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

describe('settings', () => {
  it('are kept the moment they are changed', async () => {
    const { page, complaints } = await openShop();
    await go(page, 'till');
    await page.getByText('If they like', { exact: true }).click();
    await page.getByRole('switch', { name: /usually here/ }).click({ force: true });
    await page.getByRole('textbox', { name: 'Largest amount' }).fill('75,5');
    await page.keyboard.press('Enter');
    await saved(page);
    await go(page, 'shop');
    await page.getByRole('textbox', { name: 'Name of the place' }).fill('Kahvila Käpy');
    await page.keyboard.press('Enter');
    await page.getByText('Kahvila Käpy. Version').waitFor();
    await page.reload();
    await page.getByText('Kahvila Käpy. Version').waitFor();
    await go(page, 'till');
    expect(await page.getByRole('radio', { name: 'If they like' }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: /usually here/ }).isChecked()).toBe(false);
    expect(await page.getByRole('textbox', { name: 'Largest amount' }).inputValue()).toBe('75.50');
    expect(complaints).toEqual([]);
  });

  it('change the language of everything at once', async () => {
    const { page } = await openShop();
    await go(page, 'shop');
    await page.getByRole('combobox', { name: 'Language', exact: true }).click();
    await page.getByRole('option', { name: 'Suomi' }).click();
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    await page.getByRole('link', { name: 'Kassa', exact: true }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fi');
  });

  it('keep the colours and the size on this computer', async () => {
    const { page } = await openShop();
    await go(page, 'look');
    await page.getByText('Dark', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Size of text' }).click();
    await page.getByRole('option', { name: '125%' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await expect
      .poll(() => page.locator('main').evaluate((main) => getComputedStyle(main).zoom))
      .toBe('1.25');
  });

  it('show that the scanner works', async () => {
    const { page } = await openShop();
    await go(page, 'till');
    await page.getByText('Scan any card now').waitFor();
    await scanCard(page, '4006381333931');
    await page.getByText('The last code ended in 3931').waitFor();
    expect(new URL(page.url()).hash).toBe('#/settings/till');
  });

  it('save a copy of the shop, and say where', async () => {
    const { page, dataDir } = await openShop();
    await go(page, 'data');
    await page.getByText('No copy has been saved yet').waitFor();
    await page.getByRole('button', { name: 'Save a copy now' }).click();
    await page.getByText('Copied, read back and checked').waitFor();
    await page.getByText('The newest copy is from').waitFor();
    const copies = readdirSync(join(dataDir, 'backups')).filter((name) =>
      /^snapshot-.*manual.*(zst|gz)$/.test(name),
    );
    expect(copies).toHaveLength(1);
    await page.getByText(copies[0] ?? '').waitFor();
    expect(existsSync(join(dataDir, 'shop.sqlite'))).toBe(true);
  });

  it.each(['light', 'dark'] as const)(
    'have no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page } = await openShop(colorScheme);
      for (const section of ['shop', 'till', 'items', 'look', 'data']) {
        await go(page, section);
        expect(await seriousViolations(page), section).toEqual([]);
      }
    },
  );
});

describe('items', () => {
  const add = async (page: Page, name: string, price: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add item' }).click();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(price);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name, exact: true }).waitFor();
    await page.getByRole('form').waitFor({ state: 'detached' });
  };
  const row = async (page: Page, name: string): Promise<string[]> =>
    page.getByRole('row').filter({ hasText: name }).locator('td').allInnerTexts();

  it('are added, changed, taken off sale and given keys on the till', async () => {
    const { page, complaints } = await openShop();
    await go(page, 'items');
    await add(page, 'Filter coffee', '3,20');
    await add(page, 'Bun', '4.2');
    await expect
      .poll(() => row(page, 'Filter coffee'))
      .toEqual(['Without category', '€3.20', '1', 'On sale']);
    await expect.poll(() => row(page, 'Bun')).toEqual(['Without category', '€4.20', '2', 'On sale']);

    await page.getByRole('button', { name: 'Bun' }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Key on the till' }).click();
    await page.getByRole('option', { name: 'Key 1, instead of Filter coffee' }).click();
    await page
      .getByRole('textbox', { name: 'Category' })
      .or(page.getByLabel('Category'))
      .first()
      .fill('Bakery');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    await expect.poll(() => row(page, 'Bun')).toEqual(['Bakery', '€4.20', '1', 'On sale']);
    await expect
      .poll(() => row(page, 'Filter coffee'))
      .toEqual(['Without category', '€3.20', '–', 'On sale']);

    await page.getByRole('button', { name: 'Bun' }).click();
    await page.getByRole('switch', { name: 'On sale' }).click({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    await expect.poll(() => row(page, 'Bun')).toEqual(['Bakery', '€4.20', '–', 'Not on sale']);
    expect(complaints).toEqual([]);
  });

  it('are not left half written by Escape: it closes the form first', async () => {
    const { page } = await openShop();
    await go(page, 'items');
    await page.getByRole('button', { name: 'Add item' }).click();
    await page.keyboard.type('Bun');
    await page.keyboard.press('Enter');
    await page.getByText('What does it cost?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('form').waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#/settings/items');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '#/till');
  });
});
