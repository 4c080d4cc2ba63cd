import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDay,
  businessMonth,
  formatDay,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import {
  classify,
  factsFromVisits,
  isInGroup,
  type RetentionFact,
  type RetentionVisit,
  retention,
  retentionFromFacts,
  textbookRetention,
} from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { readReference, readVisitLog } from '#tests/support/reference.ts';
import { rounds } from '#tests/support/rounds.ts';

function day(text: string) {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}

const period = (start: string, end: string) => ({ start: day(start), end: day(end) });

type ExpectedCase = {
  readonly log: string;
  readonly start: string;
  readonly end: string;
  readonly window_days: number;
  readonly S: number;
  readonly E: number;
  readonly N: number;
  readonly new_in_period: number;
  readonly R: number;
  readonly kept: number;
  readonly lapsed: number;
  readonly seen_of_S: number;
  readonly strict: number;
  readonly textbook: number;
};

const expected = JSON.parse(readReference('retention_window_expected.json')) as {
  readonly cases: readonly ExpectedCase[];
};

describe('retention with an activity window', () => {
  it('has reference cases', () => {
    expect(expected.cases.length).toBe(3);
  });

  it.each(expected.cases)('equals the reference for $log from $start', (known) => {
    const found = retention(readVisitLog(known.log), {
      start: known.start,
      end: known.end,
      window: known.window_days,
    });
    expect(found).toMatchObject({
      S: known.S,
      E: known.E,
      N: known.N,
      R: known.R,
      kept: known.kept,
      lapsed: known.lapsed,
      newInPeriod: known.new_in_period,
      seenOfS: known.seen_of_S,
    });
    expect(found.retention).toBeCloseTo(known.strict, 12);
    expect(found.textbook).toBeCloseTo(known.textbook, 12);
  });

  // metrics.md §1: active = seen in the calendar quarter; strict and textbook in per cent.
  it.each([
    ['2023-04-01', '2023-07-01', { S: 142, E: 217, N: 128, R: 0, kept: 89 }, '62.68', '62.68'],
    ['2023-07-01', '2023-10-01', { S: 217, E: 267, N: 129, R: 3, kept: 135 }, '62.21', '63.59'],
    ['2023-10-01', '2024-01-01', { S: 267, E: 187, N: 1, R: 9, kept: 177 }, '66.29', '69.66'],
  ])('equals the quarters of the café from %s to %s', (start, end, counts, strict, textbook) => {
    const found = retention(readVisitLog('synthetic_cafe_transactions.csv'), {
      start,
      end,
      window: 'previous-period',
    });
    expect(found).toMatchObject(counts);
    expect((100 * (found.retention ?? Number.NaN)).toFixed(2)).toBe(strict);
    expect((100 * (found.textbook ?? Number.NaN)).toFixed(2)).toBe(textbook);
  });
});

describe('the quarters of the reference', () => {
  it.each(metricsExpected.transactions.quarterly_retention)('equal it in $period', (known) => {
    const [year = '', quarter = ''] = known.period.split('Q');
    const first = businessMonth(Number(year) * 12 + 3 * (Number(quarter) - 1));
    const found = retention(readVisitLog('synthetic_cafe_transactions.csv'), {
      start: formatDay(monthRange(first).from),
      end: formatDay(monthRange(businessMonth(first + 3)).from),
      window: 'previous-period',
    });
    const { S, E, N, kept, returned_from_lapse: R } = known;
    expect(found).toMatchObject({ S, E, N, kept, R });
    expect(found.retention).toBeCloseTo(known.retention_strict, 8);
    expect(found.textbook).toBeCloseTo(known.retention_E_minus_N_over_S, 8);
  });
});

/** Days from a first one on, every so many days, up to a last one. */
function every(days: number, first: string, last: string): readonly string[] {
  const found: string[] = [];
  for (let at = day(first); at <= day(last); at = addDays(at, days)) found.push(formatDay(at));
  return found;
}

/** The golden case of metrics.md §0. */
const goldenDays: Readonly<Record<string, readonly string[]>> = {
  Ana: every(14, '2026-01-05', '2026-04-27'),
  Bea: ['2026-01-10', '2026-02-09', '2026-03-11'],
  Cem: ['2026-03-20'],
  Dita: ['2026-04-08'],
  Eero: ['2026-04-03', '2026-04-17'],
  Fina: ['2026-01-03', '2026-01-10', '2026-01-17', '2026-04-20'],
  Gyula: every(28, '2026-01-04', '2026-04-26'),
  Hana: every(7, '2026-03-05', '2026-04-02'),
};

const goldenVisits: readonly RetentionVisit[] = Object.entries(goldenDays).flatMap(([customerId, days]) =>
  days.map((visited) => ({ customerId, day: visited, amount: 5 })),
);

describe('the golden case', () => {
  const april = period('2026-04-01', '2026-05-01');

  it('has the figures of April 2026 against March', () => {
    const found = retention(goldenVisits, {
      start: '2026-04-01',
      end: '2026-05-01',
      window: 'previous-period',
    });
    expect(found).toMatchObject({
      S: 5,
      E: 6,
      N: 2,
      R: 1,
      kept: 3,
      lapsed: 2,
      visits: 8,
      customers: 6,
      repeaters: 2,
    });
    expect(found.retention).toBe(0.6);
    expect(found.textbook).toBe(0.8);
    expect(found.frequencyMean?.toFixed(2)).toBe('1.33');
    expect(found.frequencyMedian).toBe(1);
    expect(found.repeatRate).toBeCloseTo(2 / 6, 12);
  });

  it('has the same figures with a window as long as the previous month', () => {
    const found = retention(goldenVisits, { start: '2026-04-01', end: '2026-05-01', window: 31 });
    expect(found).toMatchObject({ S: 5, E: 6, N: 2, R: 1, kept: 3, lapsed: 2 });
  });

  it('names the people behind each figure', () => {
    const facts = factsFromVisits(goldenVisits, april, 'previous-period');
    const classOf = Object.fromEntries(facts.map((fact) => [fact.customerId, classify(fact, april)]));
    expect(classOf).toEqual({
      Ana: 'kept',
      Bea: 'lapsed',
      Cem: 'lapsed',
      Dita: 'new',
      Eero: 'new',
      Fina: 'reactivated',
      Gyula: 'kept',
      Hana: 'kept',
    });
    const namesOf = (group: 'seenOfS' | 'repeaters') =>
      facts.filter((fact) => isInGroup(fact, april, group)).map((fact) => fact.customerId);
    expect(namesOf('seenOfS')).toEqual(['Ana', 'Gyula', 'Hana']);
    expect(namesOf('repeaters')).toEqual(['Ana', 'Eero']);
  });
});

describe('the worked examples', () => {
  it.each([
    [150, 150 - 20 + 40, 40, '86.67'],
    [50_000, 40_000, 1_000, '78.00'],
    [20, 20 - 1 + 5, 5, '95.00'],
    [44, 44 - 13 + 12, 12, '70.45'],
    [200, 190, 30, '80.00'],
    [100, 130, 20, '110.00'],
  ])('start %i, end %i, new %i: %s per cent', (S, E, N, percent) => {
    expect((100 * (textbookRetention(S, E, N) ?? Number.NaN)).toFixed(2)).toBe(percent);
  });

  it('tells 110 % textbook from 70 % kept when people come back', () => {
    const april = period('2026-04-01', '2026-05-01');
    const person = (customerId: number, before: boolean, after: boolean, isNew = false): RetentionFact => ({
      customerId,
      firstDay: isNew ? day('2026-04-10') : day('2025-01-01'),
      activeAtStart: before,
      activeAtEnd: after,
      visitDaysInPeriod: after ? 1 : 0,
    });
    const facts = [
      ...Array.from({ length: 70 }, (_, id) => person(id, true, true)),
      ...Array.from({ length: 30 }, (_, id) => person(100 + id, true, false)),
      ...Array.from({ length: 20 }, (_, id) => person(200 + id, false, true, true)),
      ...Array.from({ length: 40 }, (_, id) => person(300 + id, false, true)),
    ];
    const found = retentionFromFacts(facts, april);
    expect(found).toMatchObject({ S: 100, E: 130, kept: 70, N: 20, R: 40, lapsed: 30 });
    expect(found.textbook).toBeCloseTo(1.1, 12);
    expect(found.retention).toBe(0.7);
    expect(found.retentionInterval?.low).toBeCloseTo(0.6042, 3);
  });
});

describe('edges', () => {
  it('is no data without anybody, never 0 % or 100 %', () => {
    expect(retention([], { start: '2026-04-01', end: '2026-05-01', window: 60 })).toEqual({
      S: 0,
      E: 0,
      N: 0,
      R: 0,
      kept: 0,
      lapsed: 0,
      newInPeriod: 0,
      seenOfS: 0,
      retention: null,
      retentionInterval: null,
      textbook: null,
      visits: 0,
      customers: 0,
      repeaters: 0,
      repeatRate: null,
      frequencyMean: null,
      frequencyMedian: null,
    });
  });

  it('is 0 % when everybody is gone', () => {
    const visits = [{ customerId: 1, day: '2026-03-15', amount: 5 }];
    const found = retention(visits, { start: '2026-04-01', end: '2026-05-01', window: 31 });
    expect(found).toMatchObject({ S: 1, E: 0, lapsed: 1, retention: 0, textbook: 0 });
  });

  it('includes the first day of a window and excludes the last moment', () => {
    const active = (visited: string) =>
      retention([{ customerId: 1, day: visited, amount: 5 }], {
        start: '2026-03-01',
        end: '2026-04-01',
        window: 10,
      }).S;
    expect(['2026-02-18', '2026-02-19', '2026-02-28', '2026-03-01'].map(active)).toEqual([0, 1, 1, 0]);
  });

  it('counts several receipts of a day as one visit', () => {
    const receipt = { customerId: 'A', day: '2026-04-02', amount: 5 };
    const found = retention([receipt, receipt, { ...receipt, day: '2026-04-03' }], {
      start: '2026-04-01',
      end: '2026-05-01',
      window: 60,
    });
    expect(found).toMatchObject({ visits: 2, customers: 1, repeaters: 1 });
  });

  it('tells newcomers and returners who were gone again by the end, with a window shorter than the period', () => {
    const quarter = period('2026-01-01', '2026-04-01');
    const facts = factsFromVisits(
      [
        { customerId: 'new and gone', day: '2026-01-10', amount: 5 },
        { customerId: 'back and gone', day: '2025-05-01', amount: 5 },
        { customerId: 'back and gone', day: '2026-01-20', amount: 5 },
        { customerId: 'long gone', day: '2025-05-01', amount: 5 },
        { customerId: 'later', day: '2026-06-01', amount: 5 },
      ],
      quarter,
      30,
    );
    expect(facts.map((fact) => classify(fact, quarter))).toEqual([
      'newLapsed',
      'passedThrough',
      'outside',
      'outside',
    ]);
    expect(retentionFromFacts(facts, quarter)).toMatchObject({
      S: 0,
      E: 0,
      N: 0,
      newInPeriod: 1,
      customers: 2,
    });
  });

  it('refuses empty periods, impossible windows and days that are none', () => {
    const ask = (start: string, end: string, window: number) => () => retention([], { start, end, window });
    expect(ask('2026-04-01', '2026-04-01', 60)).toThrow(RangeError);
    expect(ask('2026-04-02', '2026-04-01', 60)).toThrow(RangeError);
    expect(ask('2026-04-01', '2026-05-01', 0)).toThrow(RangeError);
    expect(ask('2026-04-01', '2026-05-01', 1.5)).toThrow(RangeError);
    expect(ask('2026-04-31', '2026-05-01', 60)).toThrow(RangeError);
    expect(() =>
      retention([{ customerId: 1, day: '31.3.2026', amount: 1 }], {
        start: '2026-04-01',
        end: '2026-05-01',
        window: 60,
      }),
    ).toThrow(RangeError);
  });
});

const firstDay = day('2025-01-01');
const anyVisits = fc.array(
  fc.record({
    customerId: fc.nat(12),
    day: fc.nat(300).map((days) => formatDay(businessDay(firstDay + days))),
    amount: fc.nat(5000),
  }),
  { maxLength: 120 },
);
const anyQuestion = fc.record({
  start: fc.nat(200).map((days) => formatDay(businessDay(firstDay + days))),
  length: fc.integer({ min: 1, max: 100 }),
  window: fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant('previous-period' as const)),
});

describe('any visit log', () => {
  it('reconciles: E = kept + R + N and S = kept + lapsed', () => {
    fc.assert(
      fc.property(anyVisits, anyQuestion, (visits, { start, length, window }) => {
        const found = retention(visits, { start, end: formatDay(addDays(day(start), length)), window });
        expect(found.E).toBe(found.kept + found.R + found.N);
        expect(found.S).toBe(found.kept + found.lapsed);
        expect(found.N).toBeLessThanOrEqual(found.newInPeriod);
        expect(found.seenOfS).toBeLessThanOrEqual(found.S);
        expect(found.repeaters).toBeLessThanOrEqual(found.customers);
        expect(found.visits).toBeGreaterThanOrEqual(found.customers);
        if (found.retention !== null) expect(found.retention).toBeLessThanOrEqual(found.textbook ?? -1);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('has as many names behind each figure as the figure says', () => {
    const groups = [
      'S',
      'E',
      'N',
      'R',
      'kept',
      'lapsed',
      'newInPeriod',
      'seenOfS',
      'customers',
      'repeaters',
    ] as const;
    fc.assert(
      fc.property(anyVisits, anyQuestion, (visits, { start, length, window }) => {
        const asked = { start: day(start), end: addDays(day(start), length) };
        const facts = factsFromVisits(visits, asked, window);
        const found = retentionFromFacts(facts, asked);
        for (const group of groups) {
          expect(facts.filter((fact) => isInGroup(fact, asked, group)).length).toBe(found[group]);
        }
      }),
      { numRuns: rounds(300) },
    );
  });

  it('does not depend on the order of the visits', () => {
    fc.assert(
      fc.property(anyVisits, anyQuestion, (visits, { start, length, window }) => {
        const question = { start, end: formatDay(addDays(day(start), length)), window };
        expect(retention([...visits].reverse(), question)).toEqual(retention(visits, question));
      }),
      { numRuns: rounds(200) },
    );
  });
});
