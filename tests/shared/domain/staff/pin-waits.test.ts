import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freeTries,
  mayTryAt,
  type OwnFailures,
  type ShopFailures,
  shopTries,
  shopTryReturns,
  tryBegins,
  tryWasRight,
  waitAfter,
} from '#shared/domain/staff/pin-waits.ts';
import { rounds } from '#tests/support/rounds.ts';

const week = 7 * 86_400_000;

/** What is on disk of everybody's tries; all that a restart leaves. */
class Kept {
  #own = new Map<number, OwnFailures>();
  #shop: ShopFailures = { fullAt: 0 };

  own(person: number): OwnFailures {
    return this.#own.get(person) ?? { failures: 0, lastAt: 0 };
  }

  mayTryAt(person: number, now: number): number {
    return mayTryAt(this.own(person), this.#shop, now);
  }

  tries(person: number, now: number, right: boolean): void {
    const [own, shop] = tryBegins(this.own(person), this.#shop, now);
    const [ownAfter, shopAfter] = right ? tryWasRight(shop) : [own, shop];
    this.#own.set(person, ownAfter);
    this.#shop = shopAfter;
  }
}

/** Guesses as fast as the waits allow; how long `guesses` of them take. */
function timeFor(guesses: number, target: (guess: number) => number, own: number | null): number {
  const kept = new Kept();
  const start = 1_700_000_000_000;
  let now = start;
  for (let guess = 0; guess < guesses; guess += 1) {
    const person = target(guess);
    now = kept.mayTryAt(person, now);
    kept.tries(person, now, false);
    // A colleague who signs in with their own PIN in between must not help.
    if (own !== null && kept.mayTryAt(own, now) <= now) kept.tries(own, now, true);
  }
  return now - start;
}

describe('the wait after a wrong PIN', () => {
  it('is none for the first five, then 30 seconds, and doubles up to 15 minutes', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 1_000].map((failures) => waitAfter(failures) / 1_000)).toEqual([
      ...[0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900],
    ]);
  });

  it('makes 10,000 guesses at one person take longer than a week', () => {
    expect(timeFor(10_000, () => 1, null)).toBeGreaterThan(14 * week);
  });

  it.each([2, 5, 30, 1_000])('makes 10,000 guesses at %i people take longer than a week', (people) => {
    expect(timeFor(10_000, (guess) => 1 + (guess % people), null)).toBeGreaterThan(week);
  });

  it('is not shortened by signing in with a PIN of one’s own in between', () => {
    expect(timeFor(10_000, (guess) => 1 + (guess % 30), 99)).toBeGreaterThan(week);
  });

  it('holds for any way of choosing whom to guess at', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 400, maxLength: 600 }), (people) => {
        const atLeast = (people.length - shopTries) * shopTryReturns;
        expect(timeFor(people.length, (guess) => people[guess] ?? 1, 99)).toBeGreaterThanOrEqual(
          atLeast - shopTryReturns,
        );
      }),
      { numRuns: rounds(30) },
    );
  });

  it('is never longer than the wait itself where the clock was set back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 10 * week }),
        (failures, back) => {
          const kept = new Kept();
          const then = 1_700_000_000_000;
          for (let count = 0; count < failures; count += 1) kept.tries(1, then, false);
          const now = then - back;
          expect(kept.mayTryAt(1, now) - now).toBeLessThanOrEqual(
            Math.max(waitAfter(failures), shopTryReturns),
          );
        },
      ),
      { numRuns: rounds(200) },
    );
  });

  it('is forgotten by a right PIN, and only for who has it', () => {
    const kept = new Kept();
    const now = 1_700_000_000_000;
    for (let count = 0; count < freeTries; count += 1) {
      kept.tries(1, now, false);
      kept.tries(2, now, false);
    }
    kept.tries(1, now + waitAfter(freeTries), true);
    expect(kept.own(1).failures).toBe(0);
    expect(kept.mayTryAt(1, now + 40_000)).toBe(now + 40_000);
    expect(kept.mayTryAt(2, now)).toBe(now + waitAfter(freeTries));
  });

  it('costs people who mistype now and then nothing', () => {
    const kept = new Kept();
    let now = 1_700_000_000_000;
    for (let time = 0; time < 500; time += 1) {
      now += 10 * 60_000;
      const person = time % 6;
      expect(kept.mayTryAt(person, now)).toBe(now);
      kept.tries(person, now, false);
      kept.tries(person, now, true);
    }
  });
});
