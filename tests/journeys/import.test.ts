import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { openEmptyShop } from '#tests/support/first-run.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const visitLog = fileURLToPath(new URL('../reference/synthetic_cafe_transactions.csv', import.meta.url));

/** "Aino;Mäkelä" and so on as a till of the nineties writes it. */
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

const customerFile = {
  name: 'asiakkaat.csv',
  mimeType: 'text/csv',
  buffer: windows1252(
    [
      'Etunimi;Sukunimi;Puhelin;Syntymäpäivä',
      'Aino;Mäkelä;040 123 4567;14.11.1984',
      'Väinö;Öhman;050 765 4321;3.2.1990',
      ';;040 999 8888;1.1.1980',
      '',
    ].join('\r\n'),
  ),
};

const openImport = async (options: { colorScheme?: 'light' | 'dark' } = {}): Promise<OpenedApp> => {
  const opened = await openShop(setUpCafe, { ...options, at: '/import' });
  app = opened;
  await opened.page.getByRole('heading', { name: 'Bring my list' }).waitFor();
  return opened;
};

const choose = (page: Page, file: Parameters<Page['setInputFiles']>[1]) =>
  page.setInputFiles('input[type="file"]', file);

const tile = async (page: Page, label: string): Promise<string> => {
  const box = page.locator('div', { has: page.getByText(label, { exact: true }) }).last();
  return (await box.innerText()).split('\n')[1] ?? '';
};

describe('bringing past visits', () => {
  it('goes from the first run over the check to the month, and changes nothing the second time', async () => {
    app = await openApp();
    const { page, complaints } = app;
    await openEmptyShop(page);
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByRole('button', { name: 'Import an Excel or CSV file' }).click();
    await choose(page, visitLog);

    await page.getByText('synthetic_cafe_transactions.csv, 4,562 rows').waitFor();
    expect(await page.getByLabel('Column id holds').inputValue()).toBe('customer');
    expect(await page.getByLabel('Column date holds').inputValue()).toBe('date');
    expect(await page.getByLabel('Column amount holds').inputValue()).toBe('amount');
    await page.getByRole('button', { name: 'Check the file' }).press('Enter');

    await page.getByText('Every row can be read.').waitFor();
    expect(await tile(page, 'Rows in the file')).toBe('4,562');
    expect(await tile(page, 'New customers')).toBe('400');
    await page.getByRole('button', { name: /^Import [\d,]+ visits$/ }).press('Enter');

    await page.getByRole('heading', { name: /^[\d,]+ visits imported$/ }).waitFor();
    await page.getByRole('button', { name: 'See the month' }).click();
    await page.getByRole('heading', { level: 1, name: /^March\s2024$/ }).waitFor();

    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByText('400 people').waitFor();
    await page.getByRole('button', { name: 'Import an Excel or CSV file' }).click();
    await choose(page, visitLog);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('This file was imported before. Importing it again changes nothing.').waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('can be stopped, and then nothing was imported', async () => {
    const { page, host } = await openImport();
    const rows = Array.from(
      { length: 120_000 },
      (_, row) =>
        `${row % 3000},2024-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')},4.80`,
    );
    await choose(page, {
      name: 'long.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['id,date,amount', ...rows, ''].join('\n')),
    });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: /^Import [\d,]+ visits$/ }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. Nothing was imported.').waitFor();
    expect(await host?.client.customers.counts()).toMatchObject({ all: 0 });
  });
});

describe('bringing customers', () => {
  it('reads a file of another alphabet and names the rows it leaves out', async () => {
    const { page, host } = await openImport();
    await choose(page, customerFile);
    await page.getByRole('cell', { name: 'Mäkelä' }).waitFor();
    expect(await page.getByLabel('Letters').inputValue()).toBe('windows-1252');
    expect(await page.getByLabel('Columns split by').inputValue()).toBe(';');
    await page.getByRole('button', { name: 'Check the file' }).click();

    await page.getByText('1 row will be left out. The others are imported.').waitFor();
    const problem = page.getByRole('row', { name: /The name is missing\./ });
    expect(await problem.innerText()).toMatch(/^4\b/);
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByRole('heading', { name: '2 people imported' }).waitFor();
    const listed = await host?.client.customers.list({ sort: 'name', descending: false });
    expect(listed?.rows.map(({ name }) => name)).toEqual(['Aino Mäkelä', 'Väinö Öhman']);
  });

  it('waits until the columns it needs are chosen', async () => {
    const { page } = await openImport();
    await choose(page, {
      name: 'odd.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\nAino Mäkelä,1\nVäinö Öhman,2\n'),
    });
    await page.getByText('Still to choose: Name.').waitFor();
    const check = page.getByRole('button', { name: 'Check the file' });
    expect(await check.isDisabled()).toBe(true);
    await page.getByLabel('Column a holds').selectOption('name');
    await expect.poll(() => check.isEnabled()).toBe(true);
    await check.click();
    await page.getByRole('button', { name: 'Import 2 people' }).waitFor();
    await page.getByRole('button', { name: 'Back to the columns' }).click();
    expect(await page.getByLabel('Column a holds').inputValue()).toBe('name');
  });

  it('says what is wrong with a file that holds no list', async () => {
    const { page } = await openImport();
    await choose(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
    await page.getByText('The file is empty. Nothing was imported. Choose another file.').waitFor();
  });
});

describe('the import screen', () => {
  it.each(['light', 'dark'] as const)(
    'has no serious accessibility fault on any of its steps in %s colours',
    async (colorScheme) => {
      const { page } = await openImport({ colorScheme });
      expect(await seriousViolations(page)).toEqual([]);
      await choose(page, customerFile);
      await page.getByRole('cell', { name: 'Mäkelä' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('button', { name: 'Import 2 people' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Import 2 people' }).click();
      await page.getByRole('heading', { name: '2 people imported' }).waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  it('speaks Finnish', async () => {
    const { page, host } = await openImport();
    await host?.client.settings.update({ requestId: crypto.randomUUID(), shop: { language: 'fi' } });
    await page.reload();
    await page.getByRole('heading', { name: 'Tuo luettelo' }).waitFor();
    await choose(page, customerFile);
    await page.getByRole('button', { name: 'Tarkista tiedosto' }).click();
    await page.getByText('1 rivi jää pois. Muut tuodaan.').waitFor();
    await page.getByText('Nimi puuttuu.').waitFor();
    await page.getByRole('button', { name: 'Tuo 2 henkilöä' }).click();
    await page.getByRole('heading', { name: '2 henkilöä tuotu' }).waitFor();
  });
});
