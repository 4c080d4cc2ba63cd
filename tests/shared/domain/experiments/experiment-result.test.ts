import { describe, expect, test } from 'vitest';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import {
  type ArmOutcome,
  assignArms,
  bootstrapDifference,
  experimentResult,
  sampleSize,
} from '#shared/domain/experiments/index.ts';
import { peoplePerArm } from '#shared/domain/statistics/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const endDay = 20_000;
const after = endDay + 1;
const arm = (returned: number, assigned: number): ArmOutcome => ({
  assigned,
  returned,
  spends: Array.from({ length: assigned }, (_, index) => (index < returned ? 1000 : 0)),
});
const plan = (control: number, treated: number) => ({ size: { control, treated }, endDay });

describe('sample size', () => {
  test('the exact test needs a few more than the normal formula', () => {
    expect(peoplePerArm(0.2, 0.3)).toBeCloseTo(292.8, 0);
    // Fleiss, Tytun and Ury for 20 % against 30 %.
    expect(sampleSize(0.2, 0.3)).toEqual({ control: 313, treated: 313 });
  });

  test('a small holdout costs more people in all', () => {
    const { control, treated } = sampleSize(0.2, 0.3, 4);
    expect(treated).toBeGreaterThanOrEqual(4 * control - 4);
    expect(control + treated).toBeGreaterThan(626);
    expect(control).toBeLessThan(313);
  });

  test('nothing to be shown is refused', () => {
    expect(() => sampleSize(0.2, 0.2)).toThrow(RangeError);
    expect(() => sampleSize(0.2, 1.2)).toThrow(RangeError);
    expect(() => sampleSize(0.2, 0.3, 0)).toThrow(RangeError);
  });
});

describe('the verdict', () => {
  const verdict = (treated: ArmOutcome, control: ArmOutcome, sizes = plan(100, 100)) =>
    experimentResult(sizes, treated, control, after, 1).verdict;

  test('before the end nothing is compared', () => {
    expect(experimentResult(plan(100, 100), arm(90, 100), arm(1, 100), endDay - 6, 1)).toEqual({
      verdict: { code: 'running', daysLeft: 7 },
      returns: null,
      spend: null,
    });
    expect(experimentResult(plan(100, 100), arm(90, 100), arm(1, 100), endDay, 1).verdict).toEqual({
      code: 'running',
      daysLeft: 1,
    });
  });

  test('works, and how many more of 100', () => {
    expect(verdict(arm(27, 115), arm(15, 120))).toEqual({ code: 'works', fromOf100: 1, toOf100: 21 });
  });

  test('harms, and how many fewer', () => {
    expect(verdict(arm(48, 80), arm(56, 70))).toEqual({ code: 'harms', fromOf100: 5, toOf100: 33 });
  });

  test('interval and exact test disagree: unclear', () => {
    expect(verdict(arm(3, 25), arm(10, 27), plan(25, 25))).toMatchObject({ code: 'unclear' });
  });

  test('too early: about so many more', () => {
    expect(verdict(arm(20, 80), arm(15, 80), plan(313, 313))).toEqual({ code: 'tooEarly', moreNeeded: 475 });
  });

  test('no difference at all: nothing more would help', () => {
    expect(verdict(arm(20, 100), arm(20, 100))).toEqual({ code: 'unclear', moreNeeded: null });
    expect(verdict(arm(0, 100), arm(0, 100))).toEqual({ code: 'unclear', moreNeeded: null });
  });

  test('an arm without anybody: no data', () => {
    expect(verdict(arm(0, 0), arm(3, 100))).toEqual({ code: 'noData' });
  });
});

describe('spend per person assigned', () => {
  test('the same interval every time, around the difference', () => {
    const random = new SeededRandom(3);
    const group = (mean: number) =>
      Array.from({ length: 200 }, () => (random.chance(0.3) ? Math.exp(random.normal(mean, 0.6)) : 0));
    const [a, b] = [group(7), group(6.5)];
    const found = bootstrapDifference(a, b, 11);
    expect(found).toEqual(bootstrapDifference(a, b, 11));
    expect(found?.interval.low).toBeLessThan(found?.difference ?? 0);
    expect(found?.interval.high).toBeGreaterThan(found?.difference ?? 0);
    expect(bootstrapDifference([1], b, 1)).toBeNull();
  });

  test('holds the true difference in about 95 of 100', () => {
    const random = new SeededRandom(5);
    let held = 0;
    const runs = 200;
    for (let run = 0; run < runs; run += 1) {
      const group = (mean: number) => Array.from({ length: 120 }, () => random.normal(mean, 40));
      const found = bootstrapDifference(group(110), group(100), run);
      if (found && found.interval.low <= 10 && found.interval.high >= 10) held += 1;
    }
    // Standard deviation 1.5 of 100.
    expect(held / runs).toBeGreaterThan(0.89);
    expect(held / runs).toBeLessThan(0.99);
  });
});

/** Experiments on simulated people: a list split by the keyed hash, everybody returning with the chance of their arm. */
function simulate(runs: number, people: number, base: number, treated: number, seed: number) {
  const random = new SeededRandom(seed);
  const ids = Array.from({ length: people }, (_, index) => index + 1);
  const counts = { works: 0, harms: 0, other: 0 };
  for (let run = 0; run < runs; run += 1) {
    const assigned = assignArms(
      ids,
      [
        { name: 'control', share: 1 },
        { name: 'treated', share: 1 },
      ],
      [seed, run],
    );
    const outcome = { control: { returned: 0, assigned: 0 }, treated: { returned: 0, assigned: 0 } };
    for (const name of assigned.values()) {
      outcome[name].assigned += 1;
      if (random.chance(name === 'treated' ? treated : base)) outcome[name].returned += 1;
    }
    const result = experimentResult(
      plan(people / 2, people / 2),
      { ...outcome.treated, spends: [] },
      { ...outcome.control, spends: [] },
      after,
      run,
    );
    const { code } = result.verdict;
    counts[code === 'works' || code === 'harms' ? code : 'other'] += 1;
  }
  return counts;
}

describe('what the verdict promises', () => {
  test('2,000 experiments without any effect: at most 5 % find one', () => {
    const runs = rounds(2000);
    const { works, harms } = simulate(runs, 400, 0.2, 0.2, 21);
    expect(works / runs).toBeLessThanOrEqual(0.05);
    expect((works + harms) / runs).toBeLessThanOrEqual(0.05);
    expect(works + harms).toBeGreaterThan(0);
  });

  test('an effect of the planned size is found with the promised power', () => {
    const runs = rounds(1000);
    const { control, treated } = sampleSize(0.2, 0.3);
    const { works } = simulate(runs, control + treated, 0.2, 0.3, 22);
    // 80 %, less two standard deviations of the simulation.
    expect(works / runs).toBeGreaterThan(0.8 - 2 * Math.sqrt(0.16 / runs));
  });
});
