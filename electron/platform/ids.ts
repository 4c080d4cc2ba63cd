/** Ids of one till start at its number x 2^40: unique across tills and safe in JavaScript up to till 4,000. */
export const idsPerTill = 2 ** 40;

/** Gives out rising ids per table; gaps (after a rollback) are of no consequence. */
export class Ids {
  readonly #till: number;
  readonly #last = new Map<string, number>();
  readonly #highest: (table: string, from: number, to: number) => number | null;

  /** @param highest reads the highest id of a table inside `[from, to)`, asked once per table */
  constructor(till: number, highest: (table: string, from: number, to: number) => number | null) {
    this.#till = till;
    this.#highest = highest;
  }

  next(table: string): number {
    const first = this.#till * idsPerTill;
    const last = this.#last.get(table) ?? this.#highest(table, first, first + idsPerTill) ?? first;
    const next = last + 1;
    this.#last.set(table, next);
    return next;
  }
}
