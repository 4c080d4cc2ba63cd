import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import type { RunningHost } from '#tests/support/start-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Gaps are no people, and whoever is behind them is behind the cards beside it. */
const withoutNames = new Set(['Time between visits']);
/** Sums, lists and shares of a whole that is known to the last person: chance has no part in them. */
const withoutRange =
  /^(Where |Goals|Tiers|Time between|Recency|How money|Top customers|Best customers|Milestones)/;

const requestId = () => crypto.randomUUID();

/** A goal and a segment, so that their cards have something to tell. */
const prepare = async ({ client }: RunningHost): Promise<void> => {
  await client.goals.set({ requestId: requestId(), metric: 'retention', target: 0.95 });
  const often = { kind: 'visits', count: { atLeast: 3, atMost: null }, lastDays: null } as const;
  await client.segments.save({ requestId: requestId(), segmentId: null, name: 'Come often', filter: often });
};

/** The meaning of a card, opened; what can be done with the numbers stands below it. */
const opened = async (page: Page, card: Locator, title: string): Promise<Locator> => {
  const name = `What is this? ${title}`;
  await card.getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog', { name, exact: true });
};

/** What the card would put on the clipboard, once its figures are there. */
const copiedFrom = async (page: Page, card: Locator, title: string): Promise<string> => {
  const meaning = await opened(page, card, title);
  expect(((await meaning.getByRole('status').first().textContent()) ?? '').length, title).toBeGreaterThan(40);
  await meaning.getByRole('button', { name: 'Copy as text' }).click();
  await meaning.getByText('Copied.').waitFor();
  const text = await page.evaluate(() => document.documentElement.dataset.copied ?? '');
  await meaning.getByRole('button', { name: 'Show as a table' }).click();
  await meaning.waitFor({ state: 'detached' });
  return text;
};

/** Checks one card from its meaning to its table. */
const expectWhole = async (page: Page, card: Locator, title: string): Promise<void> => {
  if (!withoutNames.has(title)) {
    const names = card.locator('[aria-haspopup="dialog"]:not([aria-label^="What is this?"])');
    const people = card.locator('a[href*="/customers/"]');
    // The trend leads to its periods, each with its own names.
    const periods = /^The last \d+ periods$/.test(title) ? 1 : 0;
    expect((await names.count()) + (await people.count()) + periods, `names of ${title}`).toBeGreaterThan(0);
  }
  const [first, ...lines] = (await copiedFrom(page, card, title)).split('\n');
  expect(first, title).toMatch(title === 'Goals' ? /^Goals \(.*today.*\)$/ : / \(\w+ \d{4}\)$/);
  expect(lines.length, title).toBeGreaterThan(1);
  if (!withoutRange.test(title)) expect(lines.join('\n'), title).toMatch(/likely \S*\d\S* to /);
  const table = card.locator('table[data-numbers]');
  await table.waitFor();
  const noted = await table.locator('caption').count();
  expect(await table.getByRole('row').count(), `table of ${title}`).toBe(lines.length - noted);
  const meaning = await opened(page, card, title);
  await meaning.getByRole('button', { name: 'Show as a picture' }).click();
  await meaning.waitFor({ state: 'detached' });
  await table.waitFor({ state: 'detached' });
};

/** As many names behind each tier as its card says. */
const expectNamesOfTiers = async ({ client: { reports } }: RunningHost): Promise<void> => {
  const { today } = await reports.span();
  const span = {
    from: `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`,
    to: `${today.slice(0, 7)}-01`,
  };
  const { tiers } = await reports.value(span);
  expect(tiers.filter(({ customers }) => customers > 0).length).toBeGreaterThan(1);
  for (const { tierId, customers } of tiers) {
    const asked = { ...span, window: 60, figure: { kind: 'tier', tierId }, limit: 1 } as const;
    expect((await reports.names(asked)).total).toBe(customers);
  }
};

describe('every card of Month', () => {
  it('tells what it means, what it is counted from, who is behind it, and its numbers as text and as a table', async () => {
    app = await openApp({ args: ['--demo'], prepare, at: '/month' });
    const { page } = app;
    await page.evaluate(() => {
      navigator.clipboard.writeText = (text) => {
        document.documentElement.dataset.copied = text;
        return Promise.resolve();
      };
    });
    const cards = page.locator('section[data-figure]');
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    await page.getByRole('region', { name: 'Milestones reached' }).getByRole('listitem').first().waitFor();
    const titles = await cards.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    // Whatever is added to the page is a figure with all of this, too.
    expect(titles).toHaveLength(await cards.locator('xpath=../section').count());
    expect(titles.length).toBeGreaterThan(18);
    for (const [at, title] of titles.entries()) await expectWhole(page, cards.nth(at), title);

    const groups = page.getByRole('region', { name: 'Retention by group' });
    await groups.getByText('Segment', { exact: true }).click();
    await groups.getByRole('row', { name: /^Come often/ }).waitFor();
    expect(await copiedFrom(page, groups, 'Retention by group')).toMatch(/\nCome often\t\d/);

    const trend = page.getByRole('region', { name: /^The last \d+ periods$/ });
    await copiedFrom(page, trend, (await trend.getAttribute('aria-label')) ?? '');
    const [before] = await trend.getByRole('button', { name: /^Show \w+ \d{4}$/ }).all();
    const period = (await before?.textContent()) ?? '';
    await before?.press('Enter');
    await page.getByRole('heading', { level: 1, name: period }).waitFor();
    expect(app.complaints).toEqual([]);
    if (app.host === null) throw new Error('the journey needs the host');
    await expectNamesOfTiers(app.host);
  });
});
