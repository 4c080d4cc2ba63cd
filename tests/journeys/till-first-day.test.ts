import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { liftDailyCap, openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { openByName, receiptOf, scanCard, searchBox, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const cards = { aino: '290100000425', vaino: '290100000433' };

const people = {
  name: 'regulars.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Name,Phone,Card',
      `Aino Mäkelä,040 123 4567,${cards.aino}`,
      `Väinö Öhman,050 765 4321,${cards.vaino}`,
      '',
    ].join('\n'),
  ),
};

const bringPeople = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Import a list' }).click();
  await page.setInputFiles('input[type="file"]', people);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Import 2 people' }).click();
  await page.getByRole('heading', { name: '2 people imported' }).waitFor();
  await page.keyboard.press('Control+1');
  await searchBox(page).waitFor();
};

/** The two ways in which somebody says who they are. */
const ways = {
  name: (page: Page) => openByName(page, 'aino', 'Aino Mäkelä'),
  card: async (page: Page) => {
    // Another card in between: the same one at once again would be the scanner's stutter.
    await scanCard(page, cards.vaino);
    await page.getByRole('heading', { level: 1, name: 'Väinö Öhman' }).waitFor();
    await scanCard(page, cards.aino);
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
  },
} as const;

it.each(['name', 'card'] as const)(
  'a first day, people found by %s: import, check in, reward, undo, new customer, month',
  async (way) => {
    app = await openApp();
    const { page, complaints } = app;
    await openEmptyShop(page);
    await liftDailyCap(page);
    await bringPeople(page);

    for (let visit = 1; visit <= 10; visit += 1) {
      await ways[way](page);
      await typeByHand(page, '860');
      await page.keyboard.press('Enter');
      await page.getByText(`from ${visit - 1} to ${visit}`, { exact: true }).waitFor();
    }
    await page.getByText('You have earned it: Free coffee.').waitFor();

    await ways[way](page);
    await page.keyboard.press('F8');
    await typeByHand(page, '240');
    await page.keyboard.press('Enter');
    await page.getByText('from 10 to 1', { exact: true }).waitFor();
    await page.keyboard.press('F9');
    await page.getByText('from 1 to 10', { exact: true }).waitFor();

    await page.keyboard.press('F2');
    await typeByHand(page, 'Veikko');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('How much?').waitFor();
    await typeByHand(page, '500');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Veikko').waitFor();
    await page.getByText('11 check-ins, €91.00').waitFor();

    await page.keyboard.press(screenKey('month'));
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Month' }).waitFor();
    await expect
      .poll(async () => (await page.locator('main').innerText()).replace(/\s/g, ' '))
      .toContain('€91.00');
    expect(complaints).toEqual([]);
  },
);
