import { afterEach, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const list = 'Number;Name;Tags\n17;Aino Virta;Vegan, Terrace\n18;Eero Laine;Vegan\n';

describe('a list with tags', () => {
  it('puts them on the people, makes segments of them, and takes back those that nobody else was given', async () => {
    app = await openApp({ prepare: setUpCafe, at: '/import' });
    const { page, host, complaints } = app;
    if (host === null) throw new Error('the journey needs the host');
    await page.setInputFiles('input[type="file"]', {
      ...{ name: 'regulars.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(list),
    });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('2 people, new tag').waitFor();
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByRole('heading', { name: '2 people imported' }).waitFor();

    const { rows } = await host.client.customers.list({ sort: 'name', descending: false, limit: 10 });
    const aino = rows.find(({ name }) => name === 'Aino Virta');
    if (aino === undefined) throw new Error('nobody was imported');
    await page.goto(`${host.url}#/customers/${aino.customerId}`);
    const tags = page.getByRole('region', { name: 'Tags' });
    for (const tag of ['Terrace', 'Vegan']) {
      await tags.getByRole('button', { name: `Take off ${tag}` }).waitFor();
    }
    await page.goto(`${host.url}#/segments`);
    const builder = page.getByRole('region', { name: 'Conditions' });
    await builder.getByLabel('Condition', { exact: true }).selectOption('Tag');
    await builder.getByRole('combobox', { name: 'Tag', exact: true }).click();
    await page.getByRole('option', { name: 'Vegan' }).click();
    await builder.getByText('2 of 2 people').waitFor();

    // Somebody who was there otherwise is given one of them by hand, so it stays.
    const { id: customerId } = await host.client.customers.create({
      requestId: crypto.randomUUID(),
      name: 'Oona Salo',
    });
    await host.client.tags.putOn({ requestId: crypto.randomUUID(), customerId, name: 'Vegan' });
    await page.goto(`${host.url}#/import`);
    await page.getByRole('button', { name: /^Undo regulars\.csv/ }).press('Enter');
    await page.getByText('2 customers of whom nothing else is known').waitFor();
    await page.getByText('1 tag that it made').waitFor();
    await page.getByText('1 tag: given to other people, too (Vegan)').waitFor();
    await page.getByRole('button', { name: 'Undo the import' }).press('Enter');
    await page.getByText(/Undone/).waitFor();
    expect((await host.client.tags.list()).tags.map(({ name }) => name)).toEqual(['Vegan']);
    expect(complaints).toEqual([]);
  });
});
