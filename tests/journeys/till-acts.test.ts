import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { openByName, receiptOf, searchBox, stockCafe, typeByHand } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const request = () => crypto.randomUUID();

interface Cafe {
  readonly page: Page;
  readonly host: RunningHost;
  readonly aino: number;
  readonly complaints: readonly string[];
}

/** The stocked café, where Aino’s card of three stamps is full. */
const fullCard = async (host: RunningHost) => {
  const { aino } = await stockCafe(host);
  for (const amount of [480, 480, 480]) {
    await host.client.till.checkIn({ requestId: request(), customerId: aino, amount });
  }
  return { aino };
};

const openCafe = async (): Promise<Cafe> => {
  const opened = await openShop(fullCard);
  app = opened;
  await searchBox(opened.page).waitFor();
  return { ...opened, ...opened.told };
};

const stampsOf = async ({ client }: RunningHost, customerId: number) => {
  const card = await client.till.customerCard({ customerId });
  return card.rewards.find(({ name }) => name === 'Coffee on us')?.ready;
};

describe('a check-in that is set aside', () => {
  it('survives a restart, keeps its reward reserved, and goes on where it was', async () => {
    const { page, host, aino, complaints } = await openCafe();
    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.getByRole('button', { name: /Cinnamon bun/ }).click();
    await page.keyboard.press('F8');
    await page.getByText('Used with this visit').waitFor();
    await page.getByRole('button', { name: 'Set aside' }).click();
    const waiting = page.getByRole('region', { name: 'Set aside' });
    await waiting.getByText('Aino Mäkelä', { exact: true }).waitFor();
    expect(await stampsOf(host, aino)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);

    await page.reload();
    await waiting.getByText('Aino Mäkelä', { exact: true }).waitFor();
    await waiting.getByRole('button', { name: /^Go on/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Used with this visit').waitFor();
    await expect.poll(() => page.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('420');
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    await waiting.waitFor({ state: 'detached' });
    expect((await host.client.till.today({})).rewardsUsed).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('is given up, and what it reserved is free again', async () => {
    const { page, host, aino } = await openCafe();
    await openByName(page, 'aino', 'Aino Mäkelä');
    await page.keyboard.press('F8');
    await typeByHand(page, '300');
    await page.getByRole('button', { name: 'Set aside' }).click();
    const waiting = page.getByRole('region', { name: 'Set aside' });
    await waiting.getByRole('button', { name: /^Give up/ }).click();
    await waiting.waitFor({ state: 'detached' });
    expect(await stampsOf(host, aino)).toBe(true);
  });
});

describe('palautus kassalla', () => {
  it('ottaa pisteet takaisin suhteessa ja palauttaa käytetyn palkinnon, suomeksi ja näppäimistöllä', async () => {
    const { page, host, aino, complaints } = await openCafe();
    await host.client.settings.update({ requestId: request(), shop: { language: 'fi' } });
    await page.reload();
    await page.getByRole('combobox', { name: 'Etsi asiakas' }).waitFor();
    await typeByHand(page, 'aino');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await page.keyboard.press('F8');
    await page.getByText('Käytetään tällä käynnillä').waitFor();
    await typeByHand(page, '1000');
    await page.keyboard.press('Enter');
    await page.getByText('10,00 €').first().waitFor();
    await page.getByRole('button', { name: 'Palauta rahaa' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rahan palautus' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await typeByHand(page, '400');
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page
      .getByRole('button', { name: /^Palauta/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Palautettu: Aino Mäkelä, 4,00/).waitFor();

    const { balances } = await host.client.customers.get({ customerId: aino });
    // 14.40 and 10.00 earned 14 and 10 points (with the remainder), 4.00 of them came back.
    expect(balances.map(({ kind, balance }) => [kind, balance])).toEqual([
      ['stamps', 4],
      ['points', 20],
    ]);
    const today = await host.client.till.today({});
    expect(today.visits[0]).toMatchObject({ amount: 1000, refunded: 400 });
    expect(complaints).toEqual([]);
  });
});
