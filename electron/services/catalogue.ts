import type { Item } from '#shared/contract/items.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  clearQuickPosition,
  type ItemRow,
  insertItem,
  itemById,
  loadItems,
  updateItem,
} from '../repositories/items.ts';
import { changedFields } from './audit/append-audit.ts';
import { failure } from './failure.ts';
import { changeShop, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

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

async function addItem(
  tx: WriteTx,
  ctx: ShopContext,
  input: ItemFields & { readonly requestId: string },
): Promise<number> {
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
  return row.id;
}

/** Adds an item, once per request. @throws Failure RequestIdReused */
export async function createItem(
  ctx: ShopContext,
  input: ItemFields & { readonly requestId: string },
): Promise<Item> {
  shopFacts(ctx);
  const item = await changeShop(ctx, async (tx) => {
    const id = await writeOnce(tx, ctx, 'items.create', input, () => addItem(tx, ctx, input));
    return knownItem(tx, id);
  });
  return itemView(item);
}

type ItemChange = { readonly [K in keyof ItemFields]?: ItemFields[K] | undefined };

async function knownItem(tx: WriteTx, itemId: number): Promise<ItemRow> {
  const row = await itemById(tx, itemId);
  if (!row) throw failure('NotFound', { what: 'item', id: itemId });
  return row;
}

/** What the log tells of an item. */
const told = ({ name, category, price, active }: ItemRow) => ({ name, category, price, active });

/**
 * Changes an item; visits already made keep the name and price they were sold with.
 * @throws Failure NotFound, RequestIdReused
 */
export async function changeItem(
  ctx: ShopContext,
  change: ItemChange & { readonly requestId: string; readonly itemId: number },
): Promise<Item> {
  shopFacts(ctx);
  const { itemId } = change;
  const write = async (tx: WriteTx) => {
    const row = await knownItem(tx, itemId);
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
    return changedFields(told(row), told(next));
  };
  const item = await changeShop(ctx, async (tx) => {
    await writeOnce(tx, ctx, 'items.update', change, async () => {
      return { id: itemId, facts: await write(tx) };
    });
    return knownItem(tx, itemId);
  });
  return itemView(item);
}
