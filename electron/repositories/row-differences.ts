/**
 * Compares rows that should stand in a table with those that do. Both sides come in one order, so each row is looked at
 * once, nothing has to be found again and nothing is kept but what differs.
 */
export class RowDifferences<Expected, Row> {
  /** Rows that are missing or stand there with other values. */
  readonly wrong: Expected[] = [];
  /** Rows that should not be there. */
  readonly extra: Row[] = [];
  readonly #expected: readonly Expected[];
  readonly #order: (expected: Expected, row: Row) => number;
  readonly #isSame: (expected: Expected, row: Row) => boolean;
  #next = 0;

  /**
   * @param expected in the order of the stored rows
   * @param order below 0 where the expected row comes first, 0 where both have the same key
   */
  constructor(
    expected: readonly Expected[],
    order: (expected: Expected, row: Row) => number,
    isSame: (expected: Expected, row: Row) => boolean,
  ) {
    this.#expected = expected;
    this.#order = order;
    this.#isSame = isSame;
  }

  /** Takes the next stored row. */
  readonly take = (row: Row): void => {
    let one = this.#expected[this.#next];
    let order = one === undefined ? 1 : this.#order(one, row);
    while (one !== undefined && order < 0) {
      this.wrong.push(one);
      this.#next += 1;
      one = this.#expected[this.#next];
      order = one === undefined ? 1 : this.#order(one, row);
    }
    if (one === undefined || order > 0) {
      this.extra.push(row);
      return;
    }
    if (!this.#isSame(one, row)) this.wrong.push(one);
    this.#next += 1;
  };

  /** Says that there are no more stored rows. */
  end(): this {
    for (; this.#next < this.#expected.length; this.#next += 1) {
      const one = this.#expected[this.#next];
      if (one !== undefined) this.wrong.push(one);
    }
    return this;
  }
}
