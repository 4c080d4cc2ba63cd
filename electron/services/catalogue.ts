import type { Item } from '#shared/contract/items.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  clearQuickPosition,
  type ItemRow,
  insertItem,
  itemById,
  itemOfRequest,
  loadItems,
  updateItem,
} from '../repositories/items.ts';
import { failure } from './failure.ts';
import { refreshShopFacts, type ShopContext, shopFacts } from './shop-context.ts';

type ItemFields = Omit<Item, 'id'>;

const itemView = (row: ItemRow): Item => ({
  id: row.id,
  name: row.name,
  category: row.category,
  price: row.price,
  active: row.active === 1,
  quickPosition: row.quick_position,
});

/** The catalogue, by category and name. */
export async function listItems(ctx: ShopContext): Promise<Item[]> {
  shopFacts(ctx);
  return (await loadItems(ctx.work.read)).map(itemView);
}

/** A hidden item is not a quick item, and a quick position belongs to one item. */
async function settleQuickPosition(tx: WriteTx, item: ItemRow): Promise<void> {
  if (item.quick_position !== null) await clearQuickPosition(tx, item.quick_position, item.id);
}

/** Adds an item; the same `requestId` again answers with the one added the first time. */
export async function createItem(
  ctx: ShopContext,
  input: ItemFields & { readonly requestId: string },
): Promise<Item> {
  shopFacts(ctx);
  const item = await ctx.work.write(async (tx) => {
    const earlier = await itemOfRequest(tx, input.requestId);
    if (earlier) return earlier;
    const row: ItemRow = {
      id: ctx.ids.next('items'),
      request_id: input.requestId,
      name: input.name,
      category: input.category,
      price: input.price,
      active: input.active ? 1 : 0,
      quick_position: input.active ? input.quickPosition : null,
      created_at: ctx.clock.now(),
    };
    await insertItem(tx, row);
    await settleQuickPosition(tx, row);
    return row;
  });
  await refreshShopFacts(ctx);
  return itemView(item);
}

type ItemChange = { readonly [K in keyof ItemFields]?: ItemFields[K] | undefined };

/**
 * Changes an item; visits already made keep the name and price they were sold with.
 * @throws Failure NotFound
 */
export async function changeItem(ctx: ShopContext, itemId: number, change: ItemChange): Promise<Item> {
  shopFacts(ctx);
  const item = await ctx.work.write(async (tx) => {
    const row = await itemById(tx, itemId);
    if (!row) throw failure('NotFound', { what: 'item', id: itemId });
    const active = change.active ?? row.active === 1;
    const position = change.quickPosition === undefined ? row.quick_position : change.quickPosition;
    const next: ItemRow = {
      ...row,
      name: change.name ?? row.name,
      category: change.category ?? row.category,
      price: change.price ?? row.price,
      active: active ? 1 : 0,
      quick_position: active ? position : null,
    };
    await updateItem(tx, itemId, next);
    await settleQuickPosition(tx, next);
    return next;
  });
  await refreshShopFacts(ctx);
  return itemView(item);
}
