import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

describe('a tag', () => {
  it('is put on two people, makes a segment with a live count, a list and a file, and is removed', async () => {
    app = await openApp({ args: ['--demo'] });
    const { page, host, complaints } = app;
    if (host === null) throw new Error('the journey needs the host');
    await page.getByRole('combobox').first().waitFor();
    const { rows, total } = await host.client.customers.list({ sort: 'name', descending: false, limit: 2 });
    const [one, other] = rows;
    if (one === undefined || other === undefined) throw new Error('the demo shop has people');

    // On the profile: typed, the second time chosen from what the shop has.
    const tags = page.getByRole('region', { name: 'Tags' });
    const field = tags.getByRole('combobox', { name: 'Put on a tag' });
    const worn = (name: string) => tags.getByRole('button', { name: `Take off ${name}` });
    await page.goto(`${host.url}#/customers/${one.customerId}`);
    await field.fill('Oat milk');
    await field.press('Enter');
    await worn('Oat milk').waitFor();
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill('Book club');
    await field.press('Enter');
    await worn('Book club').waitFor();
    await worn('Book club').focus();
    await page.keyboard.press('Delete');
    await worn('Book club').waitFor({ state: 'detached' });
    expect(await seriousViolations(page)).toEqual([]);
    await page.goto(`${host.url}#/customers/${other.customerId}`);
    await page.getByRole('heading', { level: 1, name: other.name }).waitFor();
    await field.fill('oat');
    await page.getByRole('option', { name: 'Oat milk' }).click();
    await worn('Oat milk').waitFor();

    // A segment by the tag, counted while it is built.
    await page.goto(`${host.url}#/segments`);
    const builder = page.getByRole('region', { name: 'Conditions' });
    await builder.getByLabel('Condition', { exact: true }).selectOption('Tag');
    await builder.getByText('A condition is not complete yet.').waitFor();
    await builder.getByRole('combobox', { name: 'Tag', exact: true }).click();
    await page.getByRole('option', { name: 'Oat milk' }).click();
    await builder.getByText(`2 of ${total} people`).waitFor();
    await page.keyboard.press('Escape');
    await builder.getByLabel('Holds').selectOption('No');
    await builder.getByText(`${total - 2} of ${total} people`).waitFor();
    await builder.getByLabel('Holds').selectOption('Yes');
    await builder.getByText(`2 of ${total} people`).waitFor();
    await builder.getByLabel('Name').fill('Without milk');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('region', { name: 'Saved' });
    await saved.getByRole('button', { name: 'Without milk 2 people' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    // The list behind it, as a file, and one more tag for everybody in it.
    await saved.getByRole('button', { name: 'Show in the customers list' }).press('Enter');
    await page.getByRole('table', { name: 'Customers, 2 in this list' }).waitFor();
    const shown = page.getByRole('region', { name: 'Whom the list shows' });
    await shown.getByRole('button', { name: 'Tag them' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'A tag for everybody in this list' });
    await dialog.getByRole('combobox', { name: 'Put on a tag' }).fill('Tasting');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('row').getByText('Tasting').count()).toBe(2);
    const download = page.waitForEvent('download');
    await shown.getByRole('button', { name: 'Save as file (CSV)' }).press('Enter');
    const file = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(file).toHaveLength(3);
    expect(file[0]).toMatch(/Tags$/);
    expect(file[1]).toMatch(/"Oat milk, Tasting"$/);
    await page.getByRole('combobox', { name: 'Segment or tag' }).selectOption('Tasting (2)');
    await shown.getByText('Tasting', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'Customers, 2 in this list' }).waitFor();

    // Removing says who wears it and what asks about it.
    await page.goto(`${host.url}#/segments`);
    await tags.getByRole('button', { name: 'Change Oat milk' }).press('Enter');
    await tags.getByLabel('Colour').selectOption('Blue');
    await tags.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await tags.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await tags.getByRole('button', { name: 'Change Oat milk' }).press('Enter');
    await tags.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    const asked = page.getByRole('dialog', { name: 'Remove the tag “Oat milk”?' });
    await asked.getByText('2 people wear it and lose it.').waitFor();
    await asked.getByText('find nobody by it any more: Without milk.').waitFor();
    await asked.getByRole('button', { name: 'Remove' }).press('Enter');
    await tags.getByRole('button', { name: 'Change Oat milk' }).waitFor({ state: 'detached' });
    await saved.getByRole('button', { name: 'Without milk 0 people' }).waitFor();
    expect((await host.client.tags.ofCustomer({ customerId: one.customerId })).tags).toMatchObject([
      { name: 'Tasting' },
    ]);
    expect(complaints).toEqual([]);
  });
});
