import type { ShopFacts as ShopInput } from '#shared/contract/settings.ts';
import { demoProgramme } from '#shared/domain/demo/demo-programme.ts';
import { demoHistoryDays } from '#shared/domain/demo/lives.ts';
import { type DemoProgress, writeDemoShop } from './fill-demo-shop.ts';
import { setUpShop } from './set-up-shop.ts';
import type { ShopContext } from './shop-context.ts';
import { streamProgress } from './stream-progress.ts';

export type FirstRunEvent = ({ readonly kind: 'progress' } & DemoProgress) | { readonly kind: 'done' };

/**
 * The first run: sets the shop up and, if asked, fills it with made-up customers, in one transaction: whoever stops it
 * finds the first run again.
 * @throws Failure AlreadySetUp, InvalidValue
 */
export async function* firstRun(
  ctx: ShopContext,
  input: {
    readonly shop: ShopInput;
    readonly ownerName?: string | undefined;
    readonly start: 'empty' | 'demo';
  },
): AsyncGenerator<FirstRunEvent> {
  const { shop, ownerName, start } = input;
  if (start === 'empty') await setUpShop(ctx, shop, { ownerName });
  else {
    const progress = streamProgress<DemoProgress>((tell) =>
      setUpShop(ctx, shop, {
        ownerName,
        demo: {
          days: demoHistoryDays,
          rules: (base) => demoProgramme(shop.kind, base),
          write: (tx, inside) => writeDemoShop(tx, inside, tell),
        },
      }),
    );
    for await (const { done, total } of progress) yield { kind: 'progress', done, total };
  }
  yield { kind: 'done' };
}
