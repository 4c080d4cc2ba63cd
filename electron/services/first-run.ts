import type { ShopFacts as ShopInput } from '#shared/contract/settings.ts';
import { setUpShop } from './set-up-shop.ts';
import type { ShopContext } from './shop-context.ts';

export type FirstRunEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done' };

/**
 * The first run: sets the shop up and, if asked, fills it with made-up customers.
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
  await setUpShop(ctx, input.shop, { ownerName: input.ownerName, demo: input.start === 'demo' });
  yield { kind: 'done' };
}
