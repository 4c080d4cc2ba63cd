import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { SegmentFilterData } from '#shared/contract/segment-filter.ts';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import type { RunningHost } from '#tests/support/start-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** The demo shop's last finished month on the screen, and the days it has. */
const openDemoMonth = async () => {
  app = await openApp({ args: ['--demo'] });
  const { page, host } = app;
  if (host === null) throw new Error('the journey needs the host');
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.goto(`${host.url}#/month`);
  await page.getByRole('region', { name: 'Top customers' }).getByRole('listitem').first().waitFor();
  await page.getByRole('region', { name: 'Retention by group' }).getByRole('table').waitFor();
  return { page, host, period: await lastMonth(host) };
};

const lastMonth = async (host: RunningHost) => {
  const { today } = await host.client.reports.span();
  const [year = 0, month = 0] = today.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return { from: `${before}-01`, to: `${today.slice(0, 7)}-01`, window: 60 };
};

const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');
const percent = (share: number | null, digits = 1): string =>
  `${((share ?? Number.NaN) * 100).toFixed(digits)}%`;
const count = (n: number): string => n.toLocaleString('en-GB');
const euros = (minor: number): string =>
  `€${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** Every part of the text stands on the card; each of the cards comes when its own figures are there. */
const expectOn = async (page: Page, name: string, parts: readonly string[]): Promise<void> => {
  const missing = async () => {
    const text = plain(await page.getByRole('region', { name }).first().textContent());
    return parts.filter((part) => !text.includes(part));
  };
  await expect.poll(missing, { message: name }).toEqual([]);
};

describe('the month of the demo shop', () => {
  it('shows the numbers the calls give', async () => {
    const { page, host, period } = await openDemoMonth();
    const { from, to } = period;
    const { reports } = host.client;

    const retention = await reports.retention(period);
    await expectOn(page, 'Retention', [percent(retention.retention)]);

    const { cohorts, columns } = await reports.cohorts({ to });
    const cells = cohorts.slice(-6).flatMap((cohort) =>
      cohort.cells
        .slice(0, 6)
        .filter((people) => people !== null)
        .map((people) => `${count(people)} of ${count(cohort.size)}`),
    );
    expect(cells.length).toBeGreaterThan(6);
    const newcomers = `${percent(columns[1]?.rate.share ?? null)} of all newcomers`;
    await expectOn(page, 'Who stays, by first month', [...cells, newcomers]);

    const frequency = await reports.frequency({ from, to });
    await expectOn(page, 'Visits in the period', [
      ...frequency.period.histogram.map(({ customers }) => count(customers)),
      percent(frequency.period.repeat.share),
    ]);

    const value = await reports.value({ from, to });
    const { units } = await host.client.loyalty.reconciliation({ from, to });
    const points = units.find(({ kind }) => kind === 'points');
    await expectOn(page, 'Value', [
      euros(Math.round(value.averageSpend.mean ?? 0)),
      percent(value.period.pareto?.share ?? null, 0),
      euros(value.rewards.cost),
      `${euros(value.soFar.spend.total)} ÷ ${count(value.soFar.spend.customers)} people`,
      `Points owed: ${count(points?.closing ?? -1)}`,
    ]);
    const tiers = value.tiers.filter(({ customers }) => customers > 0);
    await expectOn(
      page,
      'Tiers',
      tiers.map(({ customers }) => count(customers)),
    );

    const vips = await reports.silentVips({ to, days: 30, offset: 0, limit: 6 });
    const quiet = vips.people.map(({ name }) => name);
    await expectOn(page, 'Best customers gone quiet', [`Of the ${count(vips.vips)} best`, ...quiet]);

    const rfm = await reports.rfm({ to });
    const fields = rfm.fields.map(({ customers }) => `${count(customers)}. Show the names`);
    await expectOn(page, 'Recency and frequency', fields);

    const top = await reports.topCustomers({ from, to });
    const best = top.people.slice(0, 6).flatMap(({ name, spend }) => [name, euros(spend)]);
    await expectOn(page, 'Top customers', best);
    const returns = await reports.firstReturn({ to });
    const between = await reports.gaps({ to });
    for await (const event of between) {
      if (event.kind !== 'done') continue;
      const { events, median, steps, solidUntil } = event.gaps;
      const inMonth = 1 - (steps.findLast(({ t }) => t <= 30)?.S ?? Number.NaN);
      expect(solidUntil).toBeGreaterThan(30);
      await expectOn(page, 'Time between visits', [
        `From ${count(events)} gaps`,
        `half within ${median} days`,
        `Back within 30 days: ${percent(inMonth, 0)}`,
      ]);
    }
    await expectOn(
      page,
      'How soon newcomers come back',
      returns.within.map(({ share }) => percent(share)),
    );
    expect(app?.complaints).toEqual([]);

    // Only the screen scrolls: the window must not be scrolled away from under it by a key.
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  });

  it('is read by keyboard: from a field of the grid to its names and back, and as a table', async () => {
    const { page, host, period } = await openDemoMonth();
    const { cohorts } = await host.client.reports.cohorts({ to: period.to });
    const oldest = cohorts.slice(-6)[0];
    const grid = page.getByRole('region', { name: 'Who stays, by first month' });
    const isOn = (cell: string) =>
      grid.locator(`[data-cell="${cell}"]`).evaluate((one) => one === document.activeElement);
    await grid.locator('[data-cell="0 0"]').focus();
    for (const [key, cell] of [
      ['ArrowRight', '0 1'],
      ['ArrowDown', '1 1'],
      ['ArrowUp', '0 1'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => isOn(cell)).toBe(true);
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${oldest?.cells[1]} people`).waitFor();
    await expect.poll(async () => plain(await dialog.textContent())).toContain('here 1 month later');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const chart = page.getByRole('region', { name: /^The last \d+ periods$/ });
    await chart.getByRole('button', { name: /^What is this\?/ }).press('Enter');
    await page.getByRole('button', { name: 'Show as a table' }).press('Enter');
    await expect.poll(() => chart.getByRole('table').getByRole('row').count()).toBeGreaterThan(12);
  });

  it('has no serious accessibility fault with everything on it', async () => {
    const { page } = await openDemoMonth();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('compares saved segments, says how they overlap, and leads to the people of one', async () => {
    const { page, host, period } = await openDemoMonth();
    const often = { kind: 'visits', count: { atLeast: 3, atMost: null }, lastDays: null } as const;
    const save = async (name: string, filter: SegmentFilterData) =>
      (await host.client.segments.save({ requestId: crypto.randomUUID(), segmentId: null, name, filter }))
        .segmentId;
    const card = page.getByRole('region', { name: 'Retention by group' });
    await card.getByText('Segment', { exact: true }).click();
    await card.getByText('No segment is saved yet.').waitFor();
    const segmentIds = [await save('Come often', often), await save('Everybody', { kind: 'all', of: [] })];
    await page.reload();
    await card.getByText('Segment', { exact: true }).click();
    const split = await host.client.reports.segmentSplit({ ...period, segmentIds });
    const [first] = split.groups;
    if (first === undefined) throw new Error('no group');
    await card.getByRole('row', { name: /^Come often/ }).waitFor();
    await expectOn(page, 'Retention by group', [
      ...split.groups.map(({ now }) => percent(now.share)),
      `${count(split.inSeveral)} are in more than one of them and ${split.inNone} in none`,
    ]);
    expect(await seriousViolations(page)).toEqual([]);
    await card
      .getByRole('row', { name: /^Come often/ })
      .getByRole('button')
      .press('Enter');
    await page
      .getByRole('dialog')
      .getByText(`${count(first.now.successes)} people`)
      .waitFor();
    expect(app?.complaints).toEqual([]);
  });
});
