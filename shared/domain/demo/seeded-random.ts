/**
 * Repeatable randomness for made-up shops: sfc32 by C. Doty-Humphrey (from PractRand, public domain), 128 bits of state.
 * The same seed gives the same numbers on every computer.
 */
export class SeededRandom {
  readonly #seed: number;
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c: number;
  #counter = 1;

  /** @param seed an integer; only its lowest 32 bits count */
  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#c = this.#seed;
    // The author's advice: twelve rounds spread the seed over the whole state.
    for (let round = 0; round < 12; round += 1) this.#bits();
  }

  #bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A stream of its own for part `index`, so that a change in one part does not move the others. */
  fork(index: number): SeededRandom {
    // Odd multipliers (golden ratio, Knuth) keep neighbouring parts and seeds apart.
    return new SeededRandom(Math.imul(this.#seed, 2_654_435_761) + Math.imul(index + 1, 0x9e3779b1));
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.#bits() / 2 ** 32;
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Normally distributed (Box and Muller 1958). */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** Picks by weight. @throws RangeError when no weight is above 0 */
  weighted<T>(list: readonly T[], weightOf: (one: T) => number): T {
    let left = this.next() * list.reduce((sum, one) => sum + weightOf(one), 0);
    let last: T | undefined;
    for (const one of list) {
      if (weightOf(one) <= 0) continue;
      last = one;
      left -= weightOf(one);
      if (left < 0) break;
    }
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last;
  }
}
