import type { Item } from '#shared/contract/items.ts';

/** An item while it is being written; the price is null until it is typed. */
export interface ItemDraft {
  readonly name: string;
  readonly category: string;
  readonly price: number | null;
  readonly active: boolean;
  readonly quickPosition: number | null;
}

/** Keys a till can hold for quick items. */
export const quickPositions: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

/** The first key without an item; null when all are taken. */
export const firstFreePosition = (items: readonly Item[]): number | null =>
  quickPositions.find((position) => items.every((item) => item.quickPosition !== position)) ?? null;

/** A new item, with a key on the till while fewer than four have one. */
export const newDraft = (items: readonly Item[]): ItemDraft => {
  const position = firstFreePosition(items);
  const firstRow = position !== null && position <= 4;
  return { name: '', category: '', price: null, active: true, quickPosition: firstRow ? position : null };
};

export const draftOf = ({ name, category, price, active, quickPosition }: Item): ItemDraft => ({
  name,
  category,
  price,
  active,
  quickPosition,
});

/** What still keeps a draft from being saved. */
export const missingIn = (draft: ItemDraft): readonly ('name' | 'price')[] => [
  ...(draft.name.trim() === '' ? (['name'] as const) : []),
  ...(draft.price === null ? (['price'] as const) : []),
];

/** The fields as they are sent; null while something is missing. An item not on sale has no key. */
export const fieldsOf = (draft: ItemDraft): Omit<Item, 'id'> | null => {
  const { price } = draft;
  if (price === null || missingIn(draft).length > 0) return null;
  return {
    name: draft.name.trim(),
    category: draft.category.trim(),
    price,
    active: draft.active,
    quickPosition: draft.active ? draft.quickPosition : null,
  };
};

/** Whether two drafts would be saved as the same item. */
export const sameDraft = (a: ItemDraft, b: ItemDraft): boolean =>
  a.name === b.name &&
  a.category === b.category &&
  a.price === b.price &&
  a.active === b.active &&
  a.quickPosition === b.quickPosition;

/** Items by key on the till first, then by category and name; those not on sale last. */
export const inOrder = (items: readonly Item[], locale: string): readonly Item[] =>
  [...items].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      (a.quickPosition ?? 99) - (b.quickPosition ?? 99) ||
      a.category.localeCompare(b.category, locale) ||
      a.name.localeCompare(b.name, locale),
  );
