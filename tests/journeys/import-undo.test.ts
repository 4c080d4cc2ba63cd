import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { aWorkbook, sheetDate } from '#tests/support/workbooks.ts';
import { unzipped } from '#tests/support/zip.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function openAt(at: string, fill = setUpCafe) {
  const opened = await openShop(fill, { at });
  app = opened;
  return opened;
}

/** A café in Finnish that has brought one visit along. */
const finnishImport = async (host: RunningHost): Promise<void> => {
  await setUpCafe(host);
  await host.client.settings.update({ requestId: crypto.randomUUID(), shop: { language: 'fi' } });
  const file = 'id,name,date,amount\n17,Aino,2025-11-03,4.50';
  for await (const _event of await host.client.imports.visits({
    ...{ requestId: crypto.randomUUID(), file, fileName: 'käynnit.csv' },
  }));
};

const workbook = async () => ({
  name: 'kanta-asiakkaat.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    await aWorkbook({
      Notes: [['Old list', 'of the café']],
      Visits: [
        ['id', 'name', 'date', 'amount'],
        ['17', 'Aino', sheetDate(2025, 11, 3), 4.5],
        ['18', 'Eero', sheetDate(2025, 11, 4), 3],
      ],
    }),
  ),
});

describe('a workbook brought in', () => {
  it('is read from the sheet that is chosen, and taken back again', async () => {
    const { page, host, complaints } = await openAt('/import');
    await page.setInputFiles('input[type="file"]', await workbook());
    await page.getByLabel('Sheet').selectOption('Visits');
    await page.getByText('Past visits', { exact: true }).click();
    await page.getByText('kanta-asiakkaat.xlsx, 2 rows').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 2 visits' }).click();
    await page.getByRole('heading', { name: '2 visits imported' }).waitFor();
    expect((await host.client.customers.counts()).all).toBe(2);

    await page.getByRole('button', { name: 'Import another file' }).click();
    await page.getByText('Imports so far').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo kanta-asiakkaat/ }).click();
    await page.getByText('2 visits, with what they earned').waitFor();
    await page.getByText('2 customers of whom nothing else is known').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText(/Undone/).waitFor();
    expect((await host.client.customers.counts()).all).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('speaks Finnish when it is taken back', async () => {
    const { page } = await openAt('/import', finnishImport);
    await page.getByText('Aiemmat tuonnit').waitFor();
    await page.getByRole('button', { name: /^Peru käynnit\.csv/ }).click();
    await page.getByText('1 käynti ja siitä kertyneet pisteet ja leimat').waitFor();
    await page.getByText('1 asiakas, josta ei tiedetä muuta').waitFor();
    await page.getByRole('button', { name: 'Peru tuonti' }).click();
    await page.getByText(/Peruttu/).waitFor();
  });
});

describe('opening balances', () => {
  it('come to those who are customers here, in the unit that is chosen', async () => {
    const { page, host } = await openAt('/import');
    await host.client.customers.create({ requestId: crypto.randomUUID(), name: 'Aino' });
    await page.setInputFiles('input[type="file"]', {
      ...{ name: 'balances.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('name,points\nAino,120\nNobody,5\n'),
    });
    // The heading of the column says what they are.
    const unit = page.getByLabel('What they hold').locator('option:checked');
    await expect.poll(() => unit.textContent()).toBe('Points');
    await page.getByRole('button', { name: 'Check the file' }).and(page.locator(':focus')).press('Enter');
    await page.getByText('Nobody here is surely meant by this. Import the customers first.').waitFor();
    await page.getByRole('button', { name: 'Import 1 balance' }).click();
    await page.getByRole('heading', { name: '1 balance imported' }).waitFor();
  });
});

describe('all data of the shop', () => {
  it('come as one archive by the browser’s download', async () => {
    const { page } = await openAt('/settings');
    await page.getByText('Data and copies', { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all data' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Regulars, everything \d{4}-\d{2}-\d{2}\.zip$/);
    const archive = unzipped(new Uint8Array(readFileSync(await file.path())));
    expect(archive.get('README.txt')).toContain('Everything in the file of');
    expect(archive.get('csv/shop.csv')).toContain('EUR');
  });
});
