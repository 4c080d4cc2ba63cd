import type { Settings, ShopFacts as ShopInput, TillPreferences } from '#shared/contract/settings.ts';
import { language } from '#shared/contract/settings.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import type { WriteTx } from '../db/connection.ts';
import { setPreference, updateShop } from '../repositories/shop.ts';
import { changedFields } from './audit/append-audit.ts';
import { failure } from './failure.ts';
import { checkShopInput } from './set-up-shop.ts';
import { changeShop, currentStaff, type ShopContext, type ShopFacts, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** What the shop is, without what it prefers. */
export function factsOfShop({ shop }: ShopFacts): Settings['shop'] {
  return {
    name: shop.name,
    kind: shop.kind,
    country: shop.country,
    currency: shop.currency,
    timeZone: shop.time_zone,
    cutoffMinutes: shop.cutoff_minutes,
    language: language.catch('en').parse(shop.language),
  };
}

/** The shop's facts and preferences as the screens need them. */
export function readSettings(ctx: ShopContext): Settings {
  const facts = shopFacts(ctx);
  const { shop, preferences, staff } = facts;
  return {
    shop: factsOfShop(facts),
    till: preferences,
    currencyDigits: currencyDigits(shop.currency),
    staff: staff.filter(({ active }) => active === 1).map(({ id, name, role }) => ({ id, name, role })),
    currentStaffId: currentStaff(facts).id,
    demo: shop.demo === 1,
  };
}

/** A change names the fields it changes; what is left out or undefined stays. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The fields that were really given. */
function given<T extends object>(change: Change<T>): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function shopColumns(change: Partial<ShopInput>) {
  const { timeZone, cutoffMinutes, ...same } = change;
  return {
    ...same,
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(cutoffMinutes === undefined ? {} : { cutoff_minutes: cutoffMinutes }),
  };
}

/**
 * Changes facts or preferences of the shop. The number of decimals of the currency stays: amounts already kept would change meaning.
 * @throws Failure InvalidValue, RequestIdReused
 */
export async function updateSettings(
  ctx: ShopContext,
  change: {
    readonly requestId: string;
    readonly shop?: Change<ShopInput> | undefined;
    readonly till?: Change<TillPreferences> | undefined;
  },
): Promise<Settings> {
  shopFacts(ctx);
  const shopChange = given<ShopInput>(change.shop ?? {});
  const tillChange = given<TillPreferences>(change.till ?? {});
  checkShopInput(shopChange);
  const columns = shopColumns(shopChange);
  const write = async (tx: WriteTx) => {
    const { shop, preferences } = shopFacts(ctx);
    if (shopChange.currency && currencyDigits(shopChange.currency) !== currencyDigits(shop.currency)) {
      throw failure('InvalidValue', { field: 'currency' });
    }
    if (Object.keys(columns).length > 0) await updateShop(tx, columns);
    if (Object.keys(tillChange).length > 0) {
      await setPreference(tx, 'till', JSON.stringify({ ...preferences, ...tillChange }));
    }
  };
  await changeShop(ctx, (tx) =>
    writeOnce(tx, ctx, 'settings.update', change, async () => {
      const { shop, till } = readSettings(ctx);
      await write(tx);
      return { id: 0, facts: changedFields({ ...shop, ...till }, { ...shopChange, ...tillChange }) };
    }),
  );
  return readSettings(ctx);
}
