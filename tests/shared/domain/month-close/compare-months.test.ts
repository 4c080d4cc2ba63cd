import { describe, expect, it } from 'vitest';
import { compareMonths } from '#shared/domain/month-close/compare-months.ts';
import { type MonthFacts, monthFigures } from '#shared/domain/month-close/month-figures.ts';

const facts = (change: Partial<MonthFacts> = {}): MonthFacts => ({
  S: 228,
  E: 201,
  N: 1,
  R: 7,
  kept: 193,
  lapsed: 35,
  newInPeriod: 1,
  seenOfS: 135,
  visits: 411,
  customers: 143,
  frequencyMedian: 2,
  repeaters: 92,
  checkIns: 500,
  identifiedCheckIns: 411,
  amount: 1_000_000,
  identifiedAmount: 800_000,
  amountCheckIns: 500,
  rewardCost: 1000,
  units: [],
  ...change,
});

const compare = (now: Partial<MonthFacts>, before: Partial<MonthFacts>) =>
  compareMonths(monthFigures(facts(now)), monthFigures(facts(before)));

describe('a month against the month before', () => {
  it('compares retention and the repeat rate with the interval of the difference', () => {
    const [retention, repeat] = compare({}, { kept: 120, lapsed: 108 });
    expect(retention?.now.figure).toBe('retention');
    expect(retention?.change.kind).toBe('up');
    if (retention?.change.kind !== 'up') return;
    expect(retention.change.difference).toBeCloseTo(193 / 228 - 120 / 228, 12);
    // Newcombe's hybrid score limits, reckoned apart from the product from the Wilson limits of both shares.
    expect(retention.change.interval.low).toBeCloseTo(0.2375, 4);
    expect(retention.change.interval.high).toBeCloseTo(0.3968, 4);
    expect(repeat).toMatchObject({ now: { figure: 'repeatRate' }, change: { kind: 'unclear' } });
  });

  it('knows down from up and says nothing certain about small differences', () => {
    expect(compare({ kept: 120, lapsed: 108 }, {})[0]?.change.kind).toBe('down');
    expect(compare({ kept: 193 }, { kept: 190 })[0]?.change.kind).toBe('unclear');
  });

  it('gives no direction below twenty people on either side, however large the difference', () => {
    expect(compare({ S: 19, kept: 19, seenOfS: 9 }, { S: 228, kept: 10 })[0]?.change).toEqual({
      kind: 'none',
    });
    expect(compare({ S: 228, kept: 228 }, { S: 19, kept: 1, seenOfS: 9 })[0]?.change).toEqual({
      kind: 'none',
    });
  });

  it('leaves out what has no data or was counted by another definition', () => {
    expect(compare({}, { S: 0, kept: 0, seenOfS: 0 }).map(({ now }) => now.figure)).toEqual(['repeatRate']);
    const older = monthFigures(facts()).map((one) =>
      one.figure === 'retention' ? { ...one, definition: 0 } : one,
    );
    expect(compareMonths(monthFigures(facts()), older).map(({ now }) => now.figure)).toEqual(['repeatRate']);
  });
});
