import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { scanCard, stockCafe, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const finnishCafe = async (host: RunningHost): Promise<void> => {
  await stockCafe(host);
  await host.client.settings.update({ requestId: crypto.randomUUID(), shop: { language: 'fi' } });
};

const openCafe = async (
  options: { readonly colorScheme?: 'light' | 'dark' } = {},
  language: 'en' | 'fi' = 'en',
): Promise<{ page: Page; host: RunningHost; complaints: readonly string[] }> => {
  const fill: (host: RunningHost) => Promise<unknown> = language === 'fi' ? finnishCafe : stockCafe;
  const opened = await openShop(fill, options);
  app = opened;
  await opened.page.locator('input[role="combobox"]').waitFor();
  return opened;
};

/** Parts of the till that would scroll, other than the long lists. */
const scrolling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main section')]
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .filter((element) => ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowY))
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
  );

/** Every state of the till, one after the other, each looked at with `look`. */
const walkThrough = async (
  { page, host }: { page: Page; host: RunningHost },
  look: (state: string) => Promise<void>,
): Promise<void> => {
  await page.getByRole('button', { name: 'Filter coffee' }).waitFor();
  await look('idle');
  await typeByHand(page, 'a');
  await page.getByRole('option').first().waitFor();
  await look('search');
  await page.keyboard.press('Enter');
  await page.getByText('Hazelnut allergy.').waitFor();
  await page.keyboard.press('Enter');
  await look('amount asked for');
  await typeByHand(page, '99999');
  await page.keyboard.press('Enter');
  await page.getByText('999').first().waitFor();
  await look('large amount');
  await page.keyboard.press('F4');
  await look('note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  await look('receipt');
  await page.keyboard.press('F9');
  await page.locator('[data-undone]').first().waitFor();
  await look('undone');
  await scanCard(page, '734002188851');
  await page.getByText('7340 0218 8851').first().waitFor();
  await look('unknown card');
  await page.keyboard.press('F2');
  await page.locator('fieldset').first().waitFor();
  await page.keyboard.press('Enter');
  await look('new customer');
  await page.keyboard.press('Escape');
  await typeByHand(page, 'xyz');
  await page.getByRole('status').waitFor();
  await look('nobody found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F3');
  await look('walk-in');
  const { hits } = await host.client.till.search({ query: 'olli', limit: 1 });
  const customerId = hits[0]?.customerId ?? 0;
  for (const amount of [100, 200, 300])
    await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId, amount });
  await typeByHand(page, 'olli');
  await page.keyboard.press('Enter');
  await page.getByText('Coffee on us').first().waitFor();
  await look('reward ready');
  await page.keyboard.press('F8');
  await page.locator('[data-used]').waitFor();
  await look('reward used');
};

describe.each([
  ['light', 'en'],
  ['dark', 'fi'],
] as const)('the till in %s colours, language %s', (colorScheme, language) => {
  it('has no serious accessibility fault in any state', async () => {
    const cafe = await openCafe({ colorScheme }, language);
    const { page, complaints } = cafe;
    const faults: string[] = [];
    await walkThrough(cafe, async (state) => {
      for (const fault of await seriousViolations(page)) faults.push(`${state}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('does not scroll on the cheap till PC in any state', async () => {
    const cafe = await openCafe({ colorScheme }, language);
    const { page } = cafe;
    const found: string[] = [];
    await walkThrough(cafe, async (state) => {
      for (const place of await scrolling(page)) found.push(`${state}: ${place}`);
    });
    expect(found).toEqual([]);
  });
});

describe('a check-in', () => {
  it('by a doubled Enter and a double click is one visit', async () => {
    const { page, host } = await openCafe();
    await scanCard(page, '290100000425');
    await page.getByText('Hazelnut allergy.').waitFor();
    await typeByHand(page, '480');
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    await page.getByText('from 0 to 1').waitFor();
    await typeByHand(page, 'olli');
    await page.keyboard.press('Enter');
    await page.getByText('No visits recorded yet').waitFor();
    await typeByHand(page, '300');
    await page.getByRole('button', { name: /Check in/ }).dblclick();
    await page.getByRole('status').filter({ hasText: 'Olli Nieminen' }).waitFor();
    expect(await host.client.till.today({})).toMatchObject({ checkIns: 2, amount: 780 });
  });

  it('that nobody answers keeps everything, and the next try counts once', async () => {
    const { page, host } = await openCafe();
    await scanCard(page, '290100000425');
    await page.getByText('Hazelnut allergy.').waitFor();
    await typeByHand(page, '480');
    // The visit is written, but the answer is lost on its way back.
    let lost = 0;
    await page.route('**/rpc/till/checkIn', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.keyboard.press('Enter');
    await page.getByText('Regulars does not answer.').waitFor();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('480');
    await page.reload();
    await page.getByText('it counts once').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('from 0 to 1').waitFor();
    expect(lost).toBe(1);
    expect(await host.client.till.today({})).toMatchObject({ checkIns: 1, amount: 480 });
  });
});

describe('a new customer', () => {
  it('who is in the list already is recognised while they are typed', async () => {
    const { page, host } = await openCafe();
    await page.keyboard.press('F2');
    await typeByHand(page, 'Aino Makela');
    await page.getByText('Is it Aino Mäkelä …4417?').waitFor();
    await page.getByRole('button', { name: 'It is them' }).click();
    await page.getByText('Welcome').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await page.getByLabel('Phone').fill('+358 40 512 4417');
    await page.getByText('The same phone number.').waitFor();
    expect((await host.client.customers.counts()).all).toBe(2);
  });

  it('is saved with birthday, permissions and who told them, in the visit’s transaction', async () => {
    const { page, host } = await openCafe();
    await page.getByRole('button', { name: /Filter coffee/ }).click();
    await typeByHand(page, 'veikko');
    await page.keyboard.press('F2');
    await page.getByRole('button', { name: 'Yes' }).first().click();
    await page.getByRole('button', { name: 'No' }).last().click();
    await page.getByLabel('Birthday').fill('4.11.');
    await page.getByRole('combobox', { name: 'Who told them about us?' }).fill('olli');
    await page.getByRole('option', { name: /Olli/ }).click();
    await page.getByRole('button', { name: /Check in/ }).click();
    await page.getByText('New customer, checked in').waitFor();
    const { hits } = await host.client.till.search({ query: 'veikko', limit: 1 });
    const { customer } = await host.client.customers.get({ customerId: hits[0]?.customerId ?? 0 });
    expect(customer).toMatchObject({
      name: 'Veikko',
      birthday: { day: 4, month: 11, year: null },
      referredByName: 'Olli Nieminen',
      completeLater: true,
    });
    expect(customer.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual(
      expect.arrayContaining([
        ['membership', true],
        ['contact', false],
      ]),
    );
  });

  it('who says no is not kept, the sale is', async () => {
    const { page, host } = await openCafe();
    await page.getByRole('button', { name: /Filter coffee/ }).click();
    await page.keyboard.press('F2');
    await typeByHand(page, 'Veikko');
    await page.getByRole('button', { name: 'No' }).first().click();
    await page.getByText('Nobody’s name is kept').waitFor();
    await page.getByRole('button', { name: /Walk-in sale/ }).click();
    await page.getByRole('status').filter({ hasText: 'Sold' }).waitFor();
    expect((await host.client.customers.counts()).all).toBe(2);
    expect(await host.client.till.today({})).toMatchObject({ checkIns: 1, identified: 0, amount: 320 });
  });
});
