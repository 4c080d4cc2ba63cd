import type { ShopFacts } from '#shared/contract/settings.ts';
import type { RunningHost } from './start-host.ts';

/** A café in Finland, as its first-run screen would describe it. */
export const aCafe: ShopFacts = {
  name: 'Kulma',
  kind: 'cafe',
  country: 'FI',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutoffMinutes: 240,
  language: 'en',
};

/** Sets up an empty café on a running host. */
export async function setUpCafe(host: RunningHost): Promise<void> {
  const progress = await host.client.settings.setUp({ shop: aCafe, start: 'empty' });
  for await (const event of progress) if (event.kind === 'done') return;
  throw new Error('the set-up ended without being done');
}

/** Saves customers with these names; returns their ids in the same order. */
export async function addCustomers(host: RunningHost, names: readonly string[]): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const name of names) {
    const customer = await host.client.customers.create({ requestId: crypto.randomUUID(), name });
    ids.push(customer.id);
  }
  return ids;
}

type FillWithPeople = (host: RunningHost) => Promise<readonly number[]>;

const fills = new Map<string, FillWithPeople>();

/** What fills a café that knows these people and returns their ids: the same function for the same people. */
export function cafeWith(names: readonly string[]): FillWithPeople {
  const key = names.join();
  const known = fills.get(key);
  if (known !== undefined) return known;
  const fill: FillWithPeople = async (host) => {
    await setUpCafe(host);
    return addCustomers(host, names);
  };
  fills.set(key, fill);
  return fill;
}
