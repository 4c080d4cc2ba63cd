import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { aCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openDemo = async () => {
  app = await openApp({ args: ['--demo'] });
  const { page, host } = app;
  if (host === null) throw new Error('the journey needs the host');
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  // By itself at the start of the day; the journey does not wait for the moment.
  for await (const _event of await host.client.outlook.run());
  return { page, host, complaints: app.complaints };
};

const finnishCafe = async (host: RunningHost): Promise<void> => {
  const set = await host.client.settings.setUp({ shop: { ...aCafe, language: 'fi' }, start: 'empty' });
  for await (const _event of set);
};

describe('who might be lost', () => {
  it('is found from the rail, told in words, and leads to the person and back', async () => {
    const { page, host, complaints } = await openDemo();
    await page.getByRole('link', { name: 'Risk' }).click();
    const atRisk = page.getByRole('region', { name: 'At risk' });
    const { people, total } = await host.client.outlook.board({ state: 'atRisk' });
    const [first] = people;
    if (first === undefined) throw new Error('the demo shop has people at risk');
    await atRisk.getByText(`${total} people`).waitFor();
    const row = atRisk.getByRole('listitem').first();
    await row.getByText(first.name).waitFor();
    expect(await row.textContent()).toContain(`Usually every`);
    expect(await row.textContent()).toContain(`${Math.max(1, Math.round((first.active ?? 0) * 100))}%`);
    expect(await seriousViolations(page)).toEqual([]);
    const { entries } = await host.client.followUps.make();
    const { people: calm } = await host.client.outlook.board({ state: 'onTrack' });
    const alone = calm.find(({ customerId }) => !entries.some((entry) => entry.customerId === customerId));
    const listed = people.find(({ customerId }) => entries.some((entry) => entry.customerId === customerId));
    if (!alone || !listed) throw new Error('the demo shop has people on the list and beside it');
    // Who is not on the list leads to the profile.
    await page.getByRole('link', { name: alone.name }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: alone.name }).waitFor();
    await page.getByText('Likely to come back').waitFor();
    await page.getByText('Expected value, next 12 months').waitFor();
    await page.goBack();
    await page.reload();
    // Who is on it leads to the words for them and the buttons for the outcome.
    const onList = atRisk.getByRole('link', { name: new RegExp(`${listed.name}.*On the list`) });
    await onList.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: listed.name }).waitFor();
    expect(page.url()).toContain('/follow-ups');
    await page.goBack();
    await atRisk.getByText(first.name).waitFor();
    // When they are here again the till says the same of them, with words for it.
    const cards = await Promise.all(
      people.slice(0, 8).map(({ customerId }) => host.client.till.customerCard({ customerId })),
    );
    // Not somebody of whom three weightier things are told today.
    const late = cards.find(({ hints }) => hints.slice(0, 3).some(({ kind }) => kind === 'late'));
    if (late === undefined) throw new Error('the demo shop has people who are late');
    const { customerId } = late;
    await page.goto(`${host.url}#/till?customer=${customerId}`);
    await page.getByText(/Usually every (\d+ days|day), now [\d,]+; expected /).waitFor();
    await page.getByRole('button', { name: 'What to say' }).click();
    const { here } = await host.client.playbooks.words({ customerId, reason: null });
    await page.getByText(here).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('explains itself with its own last quarter, and takes closed days into account', async () => {
    const { page, host } = await openDemo();
    await page.getByRole('link', { name: 'Risk' }).click();
    await page.getByRole('button', { name: 'How this works' }).click();
    const drawer = page.getByRole('dialog');
    const { model, states } = await host.client.outlook.overview();
    const really = model?.backtest?.visits ?? 0;
    await drawer.getByRole('cell', { name: really.toLocaleString('en-GB'), exact: true }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const { today } = await host.client.reports.span();
    await drawer.getByLabel('First day').fill(addDays(today, -300));
    await drawer.getByLabel('Last day').fill(today);
    await drawer.getByRole('button', { name: 'Add', exact: true }).click();
    await drawer.getByRole('button', { name: /^Take back/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Look at everybody now' }).click();
    const before = states.find(({ state }) => state === 'atRisk')?.people ?? 0;
    const atRisk = async () =>
      (await host.client.outlook.overview()).states.find(({ state }) => state === 'atRisk')?.people ?? 0;
    await expect.poll(atRisk, { timeout: 60_000 }).toBeLessThan(before / 2);
    await page.getByRole('button', { name: 'Look at everybody now' }).waitFor();
  });

  it('says in an empty shop what will be here, in Finnish', async () => {
    const opened = await openShop(finnishCafe, { locale: 'fi-FI' });
    app = opened;
    const { page, complaints } = opened;
    await page.getByRole('link', { name: 'Riski' }).click();
    await page.getByText(/Kun ihmiset alkavat palata|Tänään ei ole vielä katsottu/).waitFor();
    await page.getByRole('button', { name: 'Näin tämä toimii' }).click();
    await page.getByText('Päivät, joina liike on kiinni', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** A day so many days from another, `YYYY-MM-DD`. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
