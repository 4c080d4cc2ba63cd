import type { ShopFacts as ShopInput } from '#shared/contract/settings.ts';
import { firstRun } from './first-run.ts';
import type { ShopContext } from './shop-context.ts';

/** The shop that `--demo` opens: a Finnish café in English. */
const demoShop: ShopInput = {
  name: 'Kahvila Kaarna',
  kind: 'cafe',
  country: 'FI',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutoffMinutes: 240,
  language: 'en',
};

/** Sets up the demo shop in an empty data directory, without anybody watching the progress. */
export async function startDemoShop(ctx: ShopContext): Promise<void> {
  for await (const event of firstRun(ctx, { shop: demoShop, start: 'demo' }))
    if (event.kind === 'done') return;
}
