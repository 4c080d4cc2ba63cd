import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('a goal', () => {
  it('is set with a hint from the shop’s own months, stands on Month, and is taken away, by keyboard', async () => {
    app = await openApp({ args: ['--demo'] });
    const { page, host, complaints } = app;
    if (host === null) throw new Error('the journey needs the host');
    await page.getByRole('combobox').first().waitFor();
    await page.goto(`${host.url}#/month`);
    const card = page.getByRole('region', { name: 'Goals' });
    await card.getByText(/^No goal is set\./).waitFor();
    await card.getByRole('button', { name: 'Set goals' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Goals' });
    const retention = drawer.getByRole('form', { name: 'Retention' });
    await retention.getByRole('textbox').focus();
    await page.keyboard.type('100');
    await retention.getByText(/changes from month to month|You are there already/).waitFor();
    await expect
      .poll(() => retention.getByRole('status').innerText())
      .toMatch(/That means keeping (\d+) of \1\./);
    expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Enter');
    await retention.getByRole('button', { name: 'Remove' }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    const { goals } = await host.client.goals.list();
    const goal = goals.find(({ metric }) => metric === 'retention');
    expect(goal?.goal?.target).toBe(1);
    const now = `${((goal?.current.value ?? 0) * 100).toFixed(1)}%`;
    for (const part of [now, '/ 100.0%'])
      await expect.poll(async () => plain(await card.innerText())).toContain(part);

    await page.getByRole('link', { name: /^Regulars/ }).press('Enter');
    await page.getByRole('heading', { name: 'Where we stand' }).waitFor();
    const home = page.getByRole('region', { name: 'Retention', exact: true });
    await home.getByText('Goal', { exact: true }).waitFor();
    const before = goal?.history.at(-1)?.value ?? 0;
    for (const share of [now, `${(before * 100).toFixed(1)}%`, '100.0%'])
      await expect.poll(async () => plain(await home.innerText())).toContain(share);
    for (const name of ['Average spend', 'Visits per customer', 'Goals', 'Next'])
      await page.getByRole('region', { name, exact: true }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open Month' }).press('Enter');
    await page.getByRole('heading', { name: /^Where \d+ became/ }).waitFor();

    await card.getByRole('button', { name: 'Change goals' }).press('Enter');
    await retention.getByRole('button', { name: 'Remove' }).press('Enter');
    await retention.getByRole('button', { name: 'Remove' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await card.getByText(/^No goal is set\./).waitFor();
    expect(complaints).toEqual([]);
  });
});
