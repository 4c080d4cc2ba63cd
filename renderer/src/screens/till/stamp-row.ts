/** What one place of the stamp card shows. */
export type StampCell = 'stamped' | 'today' | 'open' | 'reward';

export interface StampRow {
  /** The places of the card, counted from 1. */
  readonly cells: readonly { readonly place: number; readonly cell: StampCell }[];
  /** Stamps on the card that is shown. */
  readonly on: number;
  /** Full cards beside it. */
  readonly fullCards: number;
  /** Stamps still missing after today; 0 when the card is full then. */
  readonly leftAfterToday: number;
}

/**
 * The stamp card as it stands, with the places that today fills. A balance beyond one card shows the card
 * being filled and counts the full ones; a card that is exactly full is shown full.
 * @param balance stamps before this visit, after chosen rewards
 * @param size stamps of a full card, at least 1
 * @param today stamps this visit adds
 */
export const stampRow = (balance: number, size: number, today: number): StampRow => {
  const held = Math.max(0, balance);
  const isExactlyFull = held > 0 && held % size === 0;
  const fullCards = Math.floor(held / size) - (isExactlyFull ? 1 : 0);
  const on = held - fullCards * size;
  const cellAt = (place: number): StampCell => {
    if (place <= on) return 'stamped';
    if (place <= on + today) return 'today';
    return place === size ? 'reward' : 'open';
  };
  const cells = Array.from({ length: size }, (_, index) => ({ place: index + 1, cell: cellAt(index + 1) }));
  const after = isExactlyFull ? today % size : (on + today) % size;
  const isFullAfter = isExactlyFull ? today === 0 : on + today >= size;
  return { cells, on, fullCards, leftAfterToday: isFullAfter ? 0 : size - after };
};
