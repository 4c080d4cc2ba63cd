import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { type RetentionGroup, retention } from '#shared/domain/retention/index.ts';
import {
  type Condition,
  isInSegment,
  type SegmentCheckIn,
  type SegmentFacts,
  type SegmentFilter,
} from '#shared/domain/segments/index.ts';
import { rounds } from '#tests/support/rounds.ts';

function day(text: string): BusinessDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}

const today = day('2026-06-30');
const checkIn = (daysAgo: number, other: Partial<SegmentCheckIn> = {}): SegmentCheckIn => ({
  day: addDays(today, -daysAgo),
  amount: 500,
  staffId: 1,
  itemIds: [10],
  ...other,
});

const stranger: SegmentFacts = {
  customerId: 7,
  firstDay: null,
  checkIns: [],
  askedAbout: [],
  source: null,
  tierId: null,
  birthMonth: null,
  risk: null,
  consents: [],
  tagIds: [],
  toldUsOn: null,
};

/** Visits 40, 30, 20 and 10 days ago, twice on the last day, once without an amount. */
const maija: SegmentFacts = {
  ...stranger,
  firstDay: addDays(today, -40),
  checkIns: [
    checkIn(40, { amount: 1000, staffId: 2, itemIds: [10, 11] }),
    checkIn(30),
    checkIn(20, { amount: null }),
    checkIn(10),
    checkIn(10, { amount: 300 }),
  ],
  askedAbout: [
    { itemId: 11, bought: true },
    { itemId: 12, bought: false },
  ],
  source: 'friend',
  tierId: 3,
  birthMonth: 10,
  risk: 'low',
  consents: ['contact'],
  tagIds: [21, 22],
};

const between = (atLeast: number | null, atMost: number | null) => ({ atLeast, atMost });
const ever = { lastDays: null };

const trueOfMaija: readonly Condition[] = [
  { kind: 'visits', count: between(4, 4), ...ever },
  { kind: 'visits', count: between(2, 2), lastDays: 21 },
  { kind: 'visits', count: between(1, 1), lastDays: 20 },
  { kind: 'visits', count: between(null, 0), lastDays: 10 },
  { kind: 'lastVisit', daysAgo: between(10, 10) },
  { kind: 'firstVisit', daysAgo: between(40, null) },
  { kind: 'spend', amount: between(2300, 2300), ...ever },
  { kind: 'spend', amount: between(800, 800), lastDays: 30 },
  { kind: 'averageSpend', amount: between(575, 575), ...ever },
  { kind: 'rhythm', days: between(10, 10) },
  { kind: 'bought', itemIds: [11, 99], ...ever },
  { kind: 'askedAbout', itemIds: [12], notBought: true },
  { kind: 'askedAbout', itemIds: [11], notBought: false },
  { kind: 'source', anyOf: ['friend', 'offer'] },
  { kind: 'tier', anyOf: [3] },
  { kind: 'birthdayMonth', anyOf: [9, 10] },
  { kind: 'risk', anyOf: ['low'] },
  { kind: 'staff', staffIds: [2], ...ever },
  { kind: 'consent', purpose: 'contact', given: true },
  { kind: 'consent', purpose: 'profiling', given: false },
  { kind: 'tag', tagIds: [22, 99] },
  { kind: 'standing', anyOf: ['active'], window: 60 },
  { kind: 'customers', ids: [6, 7] },
];

const falseOfMaija: readonly Condition[] = [
  { kind: 'visits', count: between(5, null), ...ever },
  { kind: 'lastVisit', daysAgo: between(11, null) },
  { kind: 'firstVisit', daysAgo: between(null, 39) },
  { kind: 'spend', amount: between(2301, null), ...ever },
  { kind: 'averageSpend', amount: between(null, 574), ...ever },
  { kind: 'rhythm', days: between(null, 9) },
  { kind: 'bought', itemIds: [11], lastDays: 40 },
  { kind: 'askedAbout', itemIds: [11], notBought: true },
  { kind: 'askedAbout', itemIds: [10], notBought: false },
  { kind: 'source', anyOf: ['offer'] },
  { kind: 'tier', anyOf: [null, 4] },
  { kind: 'birthdayMonth', anyOf: [9] },
  { kind: 'risk', anyOf: ['medium', 'high'] },
  { kind: 'staff', staffIds: [2], lastDays: 40 },
  { kind: 'consent', purpose: 'contact', given: false },
  { kind: 'tag', tagIds: [23] },
  { kind: 'standing', anyOf: ['lapsed', 'lost'], window: 60 },
  { kind: 'customers', ids: [] },
];

describe('a condition', () => {
  it.each(trueOfMaija.map((condition) => [JSON.stringify(condition), condition] as const))(
    'finds Maija: %s',
    (_, condition) => expect(isInSegment(maija, condition, today)).toBe(true),
  );

  it.each(falseOfMaija.map((condition) => [JSON.stringify(condition), condition] as const))(
    'does not find Maija: %s',
    (_, condition) => expect(isInSegment(maija, condition, today)).toBe(false),
  );

  it('finds nobody by what is not known of them', () => {
    const aboutThem = [...trueOfMaija, ...falseOfMaija].filter(
      ({ kind }) => !['visits', 'consent', 'tier', 'customers'].includes(kind),
    );
    for (const condition of aboutThem) expect(isInSegment(stranger, condition, today)).toBe(false);
    const noRisk: SegmentFilter = { kind: 'not', of: { kind: 'risk', anyOf: ['low', 'medium', 'high'] } };
    expect(isInSegment(stranger, noRisk, today)).toBe(true);
    expect(isInSegment(stranger, { kind: 'tier', anyOf: [null] }, today)).toBe(true);
    expect(isInSegment(stranger, { kind: 'visits', count: between(null, 0), ...ever }, today)).toBe(true);
  });

  it('tells the lapsed from those who told us', () => {
    const asked = (kind: 'lapsed' | 'lost'): SegmentFilter => ({
      kind: 'standing',
      anyOf: [kind],
      window: 60,
    });
    const later = addDays(today, 51);
    expect(isInSegment(maija, asked('lapsed'), later)).toBe(true);
    expect(isInSegment({ ...maija, toldUsOn: today }, asked('lost'), later)).toBe(true);
  });
});

describe('filters put together', () => {
  const condition = fc.constantFrom(...trueOfMaija, ...falseOfMaija);

  it('are everybody for all of nothing and nobody for any of nothing', () => {
    expect(isInSegment(stranger, { kind: 'all', of: [] }, today)).toBe(true);
    expect(isInSegment(stranger, { kind: 'any', of: [] }, today)).toBe(false);
  });

  it('obey the laws of De Morgan', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 5 }), fc.constantFrom(maija, stranger), (list, facts) => {
        const not = (of: SegmentFilter): SegmentFilter => ({ kind: 'not', of });
        const found = (filter: SegmentFilter) => isInSegment(facts, filter, today);
        expect(found(not({ kind: 'all', of: list }))).toBe(found({ kind: 'any', of: list.map(not) }));
        expect(found(not({ kind: 'any', of: list }))).toBe(found({ kind: 'all', of: list.map(not) }));
        expect(found({ kind: 'all', of: list })).toBe(list.every(found));
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('the people behind a retention figure', () => {
  const groups: readonly RetentionGroup[] = ['S', 'E', 'N', 'R', 'kept', 'lapsed', 'seenOfS', 'repeaters'];

  it('are as many as the report counts', () => {
    const first = day('2026-01-01');
    const visit = fc.record({ customerId: fc.nat(10), at: fc.nat(150) });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 60 }), fc.constantFrom(...groups), (log, group) => {
        const [start, end, window] = [day('2026-04-01'), day('2026-05-01'), 45];
        const figures = retention(
          log.map((one) => ({
            customerId: one.customerId,
            day: formatDay(addDays(first, one.at)),
            amount: 1,
          })),
          { start: formatDay(start), end: formatDay(end), window },
        );
        const found = [...new Set(log.map((one) => one.customerId))].filter((customerId) => {
          const days = log
            .filter((one) => one.customerId === customerId)
            .map((one) => addDays(first, one.at));
          const checkIns = days
            .sort((a, b) => a - b)
            .map((on) => ({ day: on, amount: null, staffId: null, itemIds: [] }));
          const facts = { ...stranger, customerId, firstDay: checkIns[0]?.day ?? null, checkIns };
          return isInSegment(facts, { kind: 'retention', group, start, end, window }, today);
        });
        expect(found.length).toBe(figures[group]);
      }),
      { numRuns: rounds(200) },
    );
  });
});
