import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

describe('a segment', () => {
  it('is built from what the shop knows, counted while it is built, saved, found again and removed', async () => {
    app = await openApp({ args: ['--demo'] });
    const { page, host, complaints } = app;
    if (host === null) throw new Error('the journey needs the host');
    await page.getByRole('combobox').first().waitFor();
    await page.goto(`${host.url}#/customers`);
    await page.getByRole('button', { name: 'Segments' }).press('Enter');
    const builder = page.getByRole('region', { name: 'Conditions' });
    await builder.getByLabel('At least, days').fill('30');
    const filter = {
      kind: 'all',
      of: [{ kind: 'lastVisit', daysAgo: { atLeast: 30, atMost: null } }],
    } as const;
    const { people, of } = await host.client.segments.count({
      filter: { ...filter, of: filter.of.map((one) => ({ ...one })) },
    });
    expect(people).toBeGreaterThan(0);
    await builder.getByText(`${people} of ${of} people`).waitFor();
    const found = builder.getByRole('list', { name: 'People found' }).getByRole('link');
    await expect.poll(() => found.count()).toBe(Math.min(50, people));
    expect(await seriousViolations(page)).toEqual([]);

    // The opposite, then one of two: nobody was here so long ago, or somebody was.
    await builder.getByLabel('Holds').selectOption('No');
    await builder.getByText(`${of - people} of ${of} people`).waitFor();
    await builder.getByRole('button', { name: 'Add a group' }).press('Enter');
    await builder.getByLabel('Of these conditions').first().selectOption('at least one must hold');
    const inner = builder.getByRole('group', { name: 'Group of conditions' });
    await inner.getByLabel('At least, visits').fill('1');
    const { people: either } = await host.client.segments.count({
      filter: {
        kind: 'any',
        of: [
          { kind: 'not', of: { kind: 'lastVisit', daysAgo: { atLeast: 30, atMost: null } } },
          { kind: 'visits', count: { atLeast: 1, atMost: null }, lastDays: null },
        ],
      },
    });
    expect(either).toBeGreaterThan(of - people);
    await builder.getByText(`${either} of ${of} people`).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await builder.getByRole('button', { name: 'Remove the group' }).press('Enter');
    await builder.getByLabel('Holds').selectOption('Yes');
    await builder.getByText(`${people} of ${of} people`).waitFor();

    const download = page.waitForEvent('download');
    await builder.getByRole('button', { name: 'CSV' }).press('Enter');
    const rows = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(people + 1);

    await builder.getByLabel('Name').fill('Not here lately');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('region', { name: 'Saved' });
    await saved.getByRole('button', { name: new RegExp(`^Not here lately ${people} p`) }).waitFor();
    await saved.getByRole('button', { name: 'Show in the customers list' }).press('Enter');
    const shown = page.getByRole('region', { name: 'Whom the list shows' });
    await shown.getByRole('heading', { name: 'Not here lately' }).waitFor();
    await shown.getByText(people === 1 ? '1 person' : `${people} people`).waitFor();
    await page.getByRole('table', { name: `Customers, ${people} in this list` }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const listed = page.waitForEvent('download');
    await shown.getByRole('button', { name: 'Save as file (CSV)' }).press('Enter');
    const list = readFileSync(await (await listed).path(), 'utf8');
    expect(list.trim().split('\r\n')).toHaveLength(people + 1);
    await shown.getByRole('button', { name: 'Show everybody' }).press('Enter');
    await page.getByRole('table', { name: `Customers, ${of} in this list` }).waitFor();
    await page.getByRole('combobox', { name: 'Segment' }).selectOption(`Not here lately (${people})`);
    await page.getByRole('table', { name: `Customers, ${people} in this list` }).waitFor();

    await page.getByRole('button', { name: 'Segments' }).press('Enter');
    await saved.getByRole('button', { name: /^Not here lately/ }).press('Enter');
    await builder.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await saved.getByText('No segment is saved yet.').waitFor();
    expect(complaints).toEqual([]);
  });
});
