import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { openByName, receiptOf, searchBox } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const before = (day: string, days: number): string => {
  const parsed = parseDay(day);
  if (parsed === null) throw new RangeError(`not a day: ${day}`);
  return formatDay(addDays(parsed, -days));
};

/** People with a birthday today who came twice, the one who spent most first; the last may not be contacted. */
const people: readonly string[] = ['Aino Laine', 'Bertta Koski', 'Cecilia Berg', 'Daniel Aho'];

/** Four birthdays and one promise, and the list of the day. */
async function aDayOfFollowUps(host: RunningHost): Promise<void> {
  const { client } = host;
  await setUpCafe(host);
  const { day } = await client.followUps.list();
  const rows = people.flatMap((name, index) =>
    [27, 20].map((days) => `${name},${before(day, days)},${90 - index * 10}.00`),
  );
  const file = `customer,date,amount\n${rows.join('\n')}\n`;
  for await (const _event of await client.imports.visits({ requestId: crypto.randomUUID(), file }));
  const customers = (await client.customers.list({})).rows;
  const [, month, date] = day.split('-').map(Number);
  for (const { customerId, name } of customers) {
    await client.customers.update({
      requestId: crypto.randomUUID(),
      customerId,
      phone: `040 123 456${people.indexOf(name) + 1}`,
      birthday: { day: date ?? 1, month: month ?? 1, year: null },
    });
    if (name === 'Daniel Aho') continue;
    for (const purpose of ['call', 'text'] as const) {
      await client.customers.answerConsent({
        requestId: crypto.randomUUID(),
        customerId,
        purpose,
        granted: true,
      });
    }
  }
  const promised = customers.find(({ name }) => name === 'Cecilia Berg')?.customerId ?? 0;
  const { currentStaffId } = await client.settings.get();
  await client.followUps.promise({
    requestId: crypto.randomUUID(),
    customerId: promised,
    text: 'A coffee for the cold one',
    dueDay: day,
    ownerId: currentStaffId,
  });
  await client.followUps.make();
}

const openList = async (): Promise<OpenedApp> => {
  app = await openApp({ prepare: aDayOfFollowUps });
  await searchBox(app.page).waitFor();
  await app.page
    .getByRole('link', { name: /Follow-ups/ })
    .getByText('4', { exact: true })
    .waitFor();
  await app.page.keyboard.press(screenKey('followUps'));
  await app.page.getByRole('heading', { level: 1, name: /^Follow-ups for/ }).waitFor();
  return app;
};

/** The person who is open on the right. */
const openPerson = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

describe('the follow-ups of a day', () => {
  it('are worked through by keyboard, and one of them is said at the till', async () => {
    const { page, complaints } = await openList();
    await openPerson(page, 'Cecilia Berg').waitFor();
    await page.getByText('We promised', { exact: true }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await page.keyboard.press('1');
    await said(page, 'Cecilia Berg: reached.').waitFor();
    await openPerson(page, 'Aino Laine').waitFor();
    await page.getByText('1 of 4 done.').waitFor();
    await page.keyboard.press('5');
    await said(page, 'Aino Laine: will come.').waitFor();
    await page.keyboard.press('F9');
    await said(page, 'Aino Laine is back on the list.').waitFor();
    await page.getByText('1 of 4 done.').waitFor();
    await openPerson(page, 'Bertta Koski').waitFor();

    await page.keyboard.press('8');
    await page.getByLabel('Back on the list on').waitFor();
    await page.keyboard.press('Enter');
    await said(page, /Bertta Koski: back on the list/).waitFor();
    await openPerson(page, 'Daniel Aho').waitFor();

    await page.getByText('Only when they are next here').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('7');
    const words = await page.getByLabel('What the till reminds of').inputValue();
    expect(words.length).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    await said(page, /Daniel Aho: the till will say it/).waitFor();

    await openPerson(page, 'Aino Laine').waitFor();
    await page.keyboard.press('2');
    await said(page, /Aino Laine: no answer/).waitFor();
    await page.getByRole('heading', { name: 'Everyone is looked after' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await page.keyboard.press(screenKey('till'));
    await searchBox(page).waitFor();
    await openByName(page, 'dan', 'Daniel Aho');
    await page.getByText(words).waitFor();
    await page.keyboard.type('480', { delay: 45 });
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Daniel Aho').waitFor();
    await page.getByRole('button', { name: 'Said it' }).click();
    await page.getByText(words).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('are explained and undone on the page of the person', async () => {
    const { page, host, complaints } = await openList();
    await openPerson(page, 'Cecilia Berg').waitFor();
    await page.keyboard.press('ArrowDown');
    await openPerson(page, 'Aino Laine').waitFor();
    await page.keyboard.press('4');
    await said(page, 'Aino Laine: do not contact.').waitFor();
    const customers = (await host?.client.customers.list({}))?.rows ?? [];
    const aino = customers.find(({ name }) => name === 'Aino Laine')?.customerId ?? 0;
    await page.goto(`${host?.url}#/customers/${aino}`);
    await page.getByText('Asked not to be contacted').waitFor();
    await page.getByRole('button', { name: 'May be contacted again' }).click();
    await page.getByText('Nothing is promised or waiting to be said.').waitFor();
    await page.getByText('taken back').waitFor();
    await page.getByRole('button', { name: 'Promise something' }).click();
    await page.getByLabel('What is promised').fill('A table by the window');
    await page.keyboard.press('Enter');
    await page.getByText('Promised: A table by the window').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Nothing is promised or waiting to be said.').waitFor();
    expect(complaints).toEqual([]);
  });
});
