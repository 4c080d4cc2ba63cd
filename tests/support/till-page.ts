import type { Page } from 'playwright-core';
import { smallRules } from './rules.ts';
import { aCafe } from './shop-on-host.ts';
import type { RunningHost } from './start-host.ts';

/** Pause between the keys of somebody who types fast, ms: slower than any scanner. */
const typingPause = 45;

/** Types as a person does, into whatever has the focus. */
export const typeByHand = (page: Page, text: string): Promise<void> =>
  page.keyboard.type(text, { delay: typingPause });

/** Time between two keys of the scanner, seconds. */
const scannerPause = 0.008;

/** The time now, seconds since 1970. */
const now = (): number => Date.now() / 1000;

/**
 * Sends a code as a scanner does, ended by Enter. Each key carries the time at which the scanner sent it, so
 * that a busy computer that delivers them late does not make a slow typist of it.
 * @param start when the scanner begins, seconds since 1970: a scan some seconds after another needs no waiting
 */
export const scanCard = async (page: Page, code: string, start = now()): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const press = async (key: string, index: number): Promise<void> => {
    const isEnter = key === 'Enter';
    const facts = {
      key,
      code: isEnter ? 'Enter' : /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
      windowsVirtualKeyCode: isEnter ? 13 : key.toUpperCase().charCodeAt(0),
      timestamp: start + index * scannerPause,
    };
    const down = session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      text: isEnter ? '\r' : key,
      ...facts,
    });
    await Promise.all([down, session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...facts })]);
  };
  await Promise.all([...code, 'Enter'].map(press));
  await session.detach();
};

/** The search box: there once the till is open. */
export const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Find a customer' });

/** Finds somebody by the start of their name and opens them, by keyboard. */
export const openByName = async (page: Page, start: string, name: string): Promise<void> => {
  // Keys that come before the till is there would be nobody's.
  await searchBox(page).waitFor();
  await typeByHand(page, start);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Welcome').waitFor();
};

/** The head line of a receipt, there when the visit is on disk. */
export const receiptOf = (page: Page, name: string) =>
  page.getByRole('status').filter({ hasText: name }).getByText('hecked in');

export interface StockedCafe {
  readonly aino: number;
  readonly olli: number;
  readonly coffee: number;
  readonly bun: number;
}

/**
 * A café with two items, two customers (Aino Mäkelä with card 290100000425 and a phone, Olli Nieminen without),
 * and a stamp card of three stamps for a free coffee.
 */
export async function stockCafe(host: RunningHost): Promise<StockedCafe> {
  const { client } = host;
  for await (const event of await client.settings.setUp({ shop: aCafe, start: 'empty' })) {
    if (event.kind === 'done') break;
  }
  const requestId = () => crypto.randomUUID();
  const sold = { category: 'Coffee', active: true };
  const coffee = await client.items.create({
    requestId: requestId(),
    name: 'Filter coffee',
    price: 320,
    quickPosition: 1,
    ...sold,
  });
  const bun = await client.items.create({
    requestId: requestId(),
    name: 'Cinnamon bun',
    price: 420,
    quickPosition: 2,
    ...sold,
  });
  const { rules } = await client.loyalty.programme();
  const stampUnitId = rules.stampCards[0]?.unitId ?? 0;
  const rewardId = rules.rewards.find((reward) => reward.unitId === stampUnitId)?.id ?? 0;
  const small = smallRules(
    rules,
    {
      points: { points: 1, per: 100 },
      stamps: { name: 'Coffee card', size: 3, stampsPerVisit: 1 },
      rewards: [{ name: 'Coffee on us', pricedIn: 'stamps', price: 3, itemId: coffee.id, cost: 60 }],
    },
    { stampUnitId, nextReward: () => rewardId },
  );
  await client.loyalty.publish({
    requestId: requestId(),
    rules: structuredClone(small) as typeof rules,
    effectiveFrom: null,
  });
  const aino = await client.customers.create({
    requestId: requestId(),
    name: 'Aino Mäkelä',
    phone: '040 512 4417',
    cardCode: '290100000425',
    allergy: 'Hazelnut allergy.',
  });
  const olli = await client.customers.create({ requestId: requestId(), name: 'Olli Nieminen' });
  return { aino: aino.id, olli: olli.id, coffee: coffee.id, bun: bun.id };
}
