import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import {
  openByName,
  receiptOf,
  type StockedCafe,
  searchBox,
  stockCafe,
  typeByHand,
} from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const request = () => crypto.randomUUID();

interface Cafe extends StockedCafe {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
  readonly goTo: (hash: string) => Promise<unknown>;
}

/** The stocked café, where Aino came once for 8.00 and Olli once for 5.00. */
const visitedCafe = async (host: RunningHost): Promise<StockedCafe> => {
  const stocked = await stockCafe(host);
  await host.client.till.checkIn({ requestId: request(), customerId: stocked.aino, amount: 800 });
  await host.client.till.checkIn({ requestId: request(), customerId: stocked.olli, amount: 500 });
  return stocked;
};

const openCafe = async (): Promise<Cafe> => {
  const opened = await openShop(visitedCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return { ...opened, ...opened.told };
};

const pointsOf = async (host: RunningHost, customerId: number): Promise<number | undefined> =>
  (await host.client.customers.get({ customerId })).balances.find(({ kind }) => kind === 'points')?.balance;

const choose = async (page: Page, field: string | RegExp, letters: string, name: RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: field }).fill(letters);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
};

describe('two entries of one person', () => {
  it('are looked at together, merged and taken apart again, by keyboard', async () => {
    const { page, host, aino, olli, goTo, complaints } = await openCafe();
    await goTo(`/customers/${aino}/membership`);
    await choose(page, 'The other entry of the same person', 'olli', /Olli Nieminen/);
    const points = page.getByRole('row', { name: /^Points/ });
    await expect.poll(() => points.getByRole('cell').allInnerTexts()).toEqual(['8', '5', '13']);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make one of them' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Olli Nieminen is part of this entry now.').waitFor();
    expect(await pointsOf(host, aino)).toBe(13);

    await goTo(`/customers/${olli}`);
    await page.getByText('This entry is part of another one.').waitFor();
    await page
      .getByRole('link', { name: 'Open that one' })
      .or(page.getByRole('button', { name: 'Open that one' }))
      .click();
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();

    await goTo(`/customers/${aino}/membership`);
    await page.getByRole('button', { name: /^Take apart/ }).click();
    await page.getByText('They are two entries again.').waitFor();
    expect([await pointsOf(host, aino), await pointsOf(host, olli)]).toEqual([8, 5]);
    expect(complaints).toEqual([]);
  });
});

describe('a household', () => {
  it('shares what it collects and is left with an empty wallet', async () => {
    const { page, host, aino, olli, goTo, complaints } = await openCafe();
    await goTo(`/customers/${aino}/membership`);
    await choose(page, /^Share the wallet of/, 'olli', /Olli Nieminen/);
    await page.getByRole('link', { name: 'Olli Nieminen' }).waitFor();
    expect([await pointsOf(host, aino), await pointsOf(host, olli)]).toEqual([13, 13]);

    await page.keyboard.press('Control+1');
    await openByName(page, 'olli', 'Olli Nieminen');
    await page.getByText('Shares the wallet with Aino Mäkelä').waitFor();
    await typeByHand(page, '700');
    await page.keyboard.press('Enter');
    await page.getByText('from 13 to 20', { exact: true }).waitFor();

    await goTo(`/customers/${aino}/balance`);
    await page.getByText('Points', { exact: true }).first().click();
    await page.getByText('(Olli Nieminen)').first().waitFor();
    await goTo(`/customers/${olli}/membership`);
    await page.getByRole('button', { name: 'Leave the household' }).click();
    await page.getByText('Collects alone.').waitFor();
    expect([await pointsOf(host, aino), (await pointsOf(host, olli)) ?? 0]).toEqual([20, 0]);
    expect(complaints).toEqual([]);
  });
});

describe('a balance', () => {
  it('is corrected by hand with a reason that stays, never below zero', async () => {
    const { page, host, aino, goTo } = await openCafe();
    await goTo(`/customers/${aino}/balance`);
    await page.getByText('Points', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Correct by hand' }).click();
    await page.keyboard.type('-20');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Counted wrongly');
    await page.keyboard.press('Enter');
    await page.getByText('Only 8 are there to be taken away.').waitFor();
    expect(await pointsOf(host, aino)).toBe(8);
    await page.getByRole('textbox', { name: /^Change/ }).fill('-3');
    await page.keyboard.press('Enter');
    await page.getByText('Corrected by hand: Counted wrongly.').waitFor();
    expect(await pointsOf(host, aino)).toBe(5);
  });

  it('below zero after money back is shown on the profile, and filled up by the next visits', async () => {
    const { page, host, aino, goTo } = await openCafe();
    const { client } = host;
    const { rules } = await client.loyalty.programme();
    const id = (await client.loyalty.newId({ kind: 'rewards' })).id;
    const [first] = rules.rewards;
    if (first === undefined) throw new Error('the café has a reward');
    const mug = {
      ...first,
      id,
      name: 'Sticker',
      unitId: rules.pointsUnitId,
      price: 8,
      itemId: null,
      cost: 10,
    };
    await client.loyalty.publish({
      requestId: request(),
      rules: { ...rules, rewards: [...rules.rewards, mug] },
      effectiveFrom: null,
    });
    const visits = (await client.till.today({})).visits;
    const paid = visits.find(({ customerId }) => customerId === aino)?.visitId ?? 0;
    await client.till.checkIn({
      requestId: request(),
      customerId: aino,
      amount: 0,
      redeem: [{ rewardId: id }],
    });
    await client.till.refund({ requestId: request(), visitId: paid, amount: 800, returnRewards: false });

    await goTo(`/customers/${aino}`);
    await page.reload();
    await page.getByText('Points: -8').waitFor();
    await page.getByText(/Below zero, because money was returned/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Control+1');
    await openByName(page, 'aino', 'Aino Mäkelä');
    await typeByHand(page, '1000');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await page.getByText('from -8 to 2', { exact: true }).waitFor();
  });
});

describe('a tier', () => {
  it('is kept for somebody by the owner until a day, and let go again', async () => {
    const { page, host, aino, goTo } = await openCafe();
    const { client } = host;
    const { rules } = await client.loyalty.preset({ kind: 'goldMug' });
    await client.loyalty.publish({ requestId: request(), rules, effectiveFrom: null });
    await goTo(`/customers/${aino}/membership`);
    await page.reload();
    await page.getByText('9 visits to Regular.').waitFor();
    await page.getByRole('button', { name: 'Keep this tier' }).click();
    await page.getByText(/^Kept at Gold Mug until/).waitFor();
    await goTo('/till');
    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.getByText('Gold Mug').first().waitFor();
    await goTo(`/customers/${aino}/membership`);
    await page.getByRole('button', { name: 'Let the visits decide' }).click();
    await page.getByText('The visits decide again.').waitFor();
    expect((await client.till.customerCard({ customerId: aino })).tier?.name).toBe('Friend');
  });
});
