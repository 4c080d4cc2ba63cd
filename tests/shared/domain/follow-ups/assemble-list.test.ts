import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessDay, businessDay } from '#shared/domain/business-day/business-day.ts';
import { assembleList, type ListQuestion } from '#shared/domain/follow-ups/assemble-list.ts';
import type { Because, Candidate } from '#shared/domain/follow-ups/because.ts';
import { type ListSettings, usualListSettings } from '#shared/domain/follow-ups/list-settings.ts';
import type { PastFact } from '#shared/domain/follow-ups/past-contacts.ts';
import {
  type FollowUpOutcome,
  type FollowUpReason,
  followUpOutcomes,
  followUpReasons,
} from '#shared/domain/follow-ups/reasons.ts';
import { rounds } from '#tests/support/rounds.ts';

const today = businessDay(20_600);
const ago = (days: number) => businessDay(today - days);

const reasonFacts: Readonly<Record<FollowUpReason, (n: number) => Because>> = {
  promise: (n) => ({ kind: 'promise', promiseId: n + 1, dueDay: ago(n) }),
  atRisk: () => ({ kind: 'atRisk', lastDay: ago(31), usualGap: 7, waited: 31, expectedDay: ago(24) }),
  slipping: () => ({ kind: 'slipping', lastDay: ago(12), usualGap: 7, waited: 12, expectedDay: ago(5) }),
  birthday: (n) => ({ kind: 'birthday', day: businessDay(today + (n % 3)) }),
  firstVisit: () => ({ kind: 'firstVisit', day: ago(7) }),
  afterItem: (n) => ({ kind: 'afterItem', day: ago(5 + n), itemId: 1 }),
  expiring: (n) => ({
    kind: 'expiring',
    day: businessDay(today + n),
    what: 'points',
    thingId: 1,
    amount: 50,
  }),
  milestone: (n) => ({ kind: 'milestone', day: ago(1), of: 'visits', count: 10 * (n + 1) }),
  silentVip: () => ({ kind: 'silentVip', lastDay: ago(40), silentDays: 40 }),
  referral: (n) => ({ kind: 'referral', day: ago(1), friendId: 900 + n }),
  campaign: (n) => ({ kind: 'campaign', campaignId: n + 1 }),
};

const aCandidate = (
  customerId: number,
  reason: FollowUpReason,
  value: number | null = null,
  n = 0,
): Candidate => ({ customerId, because: reasonFacts[reason](n), value });

let facts = 0;
const aFact = (customerId: number, fact: Partial<PastFact> & { outcome: FollowUpOutcome }): PastFact => ({
  factId: ++facts,
  customerId,
  reason: 'atRisk',
  day: ago(1),
  untilDay: null,
  promiseId: null,
  because: reasonFacts[fact.reason ?? 'atRisk'](0),
  settled: false,
  ...fact,
});

const listOf = (question: Partial<Omit<ListQuestion, 'settings'>> & { settings?: Partial<ListSettings> }) =>
  assembleList({
    day: today,
    candidates: [],
    facts: [],
    lastDays: new Map(),
    reachable: new Set(question.candidates?.map((one) => one.customerId)),
    heldOut: new Set(),
    ...question,
    settings: { ...usualListSettings('cafe'), ...question.settings },
  });

const idsOf = (list: ReturnType<typeof listOf>) => list.map((entry) => entry.customerId);

describe('the list of the day', () => {
  it('has promises first, then those who stopped coming by their value, then the others', () => {
    const candidates = [
      aCandidate(1, 'birthday'),
      aCandidate(2, 'slipping', 90_000),
      aCandidate(3, 'atRisk', 14_800),
      aCandidate(4, 'atRisk', 35_100),
      aCandidate(5, 'promise'),
      aCandidate(6, 'firstVisit'),
    ];
    expect(idsOf(listOf({ candidates }))).toEqual([5, 4, 3, 2, 1, 6]);
  });

  it('names a person once, with the weightiest reason and the others beside it', () => {
    const candidates = [aCandidate(1, 'silentVip', 500), aCandidate(1, 'birthday'), aCandidate(1, 'atRisk')];
    expect(listOf({ candidates })).toMatchObject([
      { customerId: 1, because: { kind: 'atRisk' }, others: ['birthday', 'silentVip'] },
    ]);
  });

  it('takes of every reason in turns when there are more people than places', () => {
    const candidates = [
      ...Array.from({ length: 40 }, (_, n) => aCandidate(100 + n, 'atRisk', 1000 - n)),
      aCandidate(1, 'birthday'),
      aCandidate(2, 'milestone'),
      aCandidate(3, 'promise'),
    ];
    const list = listOf({ candidates, settings: { perDay: 6 } });
    expect(idsOf(list)).toEqual([3, 100, 101, 102, 103, 1, 2]);
  });

  it('takes those who may be called or written to before those who can only be spoken to', () => {
    const candidates = [1, 2, 3].map((id) => aCandidate(id, 'atRisk', 1000 - id));
    const some = { candidates, reachable: new Set([2, 3]) };
    expect(idsOf(listOf({ ...some, settings: { perDay: 2 } }))).toEqual([2, 3]);
    expect(idsOf(listOf({ ...some, settings: { perDay: 3 } }))).toEqual([1, 2, 3]);
  });

  it('leaves out whoever was contacted within the gap, but keeps what was promised', () => {
    const candidates = [aCandidate(1, 'birthday'), aCandidate(2, 'birthday'), aCandidate(2, 'promise')];
    const contacted = [1, 2].map((id) => aFact(id, { outcome: 'leftMessage', day: ago(13) }));
    expect(listOf({ candidates, facts: contacted })).toMatchObject([
      { customerId: 2, because: { kind: 'promise' }, others: [] },
    ]);
    const longer = [1, 2].map((id) => aFact(id, { outcome: 'leftMessage', day: ago(14) }));
    expect(idsOf(listOf({ candidates, facts: longer }))).toEqual([2, 1]);
  });

  it('counts contacts of 30 days, attempts without an answer not among them', () => {
    const candidates = [aCandidate(1, 'birthday'), aCandidate(2, 'birthday')];
    const twice = [20, 28].map((days) =>
      aFact(1, { outcome: 'reached', reason: 'referral', day: ago(days) }),
    );
    const tried = [20, 28].map((days) =>
      aFact(2, { outcome: 'noAnswer', reason: 'referral', day: ago(days) }),
    );
    expect(idsOf(listOf({ candidates, facts: [...twice, ...tried] }))).toEqual([2]);
  });

  it('does not begin the same with somebody who stays away every other week', () => {
    const candidates = [aCandidate(1, 'silentVip')];
    const reached = (days: number) => [aFact(1, { outcome: 'reached', reason: 'slipping', day: ago(days) })];
    expect(listOf({ candidates, facts: reached(59) })).toEqual([]);
    expect(idsOf(listOf({ candidates, facts: reached(60) }))).toEqual([1]);
  });

  it('takes each friend brought for an occasion of its own', () => {
    const thanked = [
      aFact(1, { outcome: 'reached', reason: 'referral', day: ago(40), because: reasonFacts.referral(0) }),
    ];
    expect(listOf({ candidates: [aCandidate(1, 'referral', null, 0)], facts: thanked })).toEqual([]);
    expect(idsOf(listOf({ candidates: [aCandidate(1, 'referral', null, 1)], facts: thanked }))).toEqual([1]);
  });

  it('brings back what was put off on its day, also where its reason is over', () => {
    const until = (untilDay: BusinessDay) => [
      aFact(1, { outcome: 'snoozed', reason: 'birthday', day: ago(9), untilDay }),
    ];
    expect(listOf({ facts: until(businessDay(today + 1)), candidates: [aCandidate(1, 'atRisk')] })).toEqual(
      [],
    );
    expect(listOf({ facts: until(today), settings: { perDay: 0 } })).toMatchObject([
      { customerId: 1, because: { kind: 'birthday' }, owed: true },
    ]);
  });

  it('lets go of whoever came by themselves after it was put off', () => {
    const facts = [aFact(1, { outcome: 'snoozed', day: ago(9), untilDay: today })];
    expect(idsOf(listOf({ facts }))).toEqual([1]);
    expect(listOf({ facts, lastDays: new Map([[1, ago(2)]]) })).toEqual([]);
  });

  it('respects "do not contact" for good, and "moved away" until they come again', () => {
    const candidates = [aCandidate(1, 'birthday'), aCandidate(2, 'birthday'), aCandidate(3, 'birthday')];
    const facts = [
      aFact(1, { outcome: 'doNotContact', day: ago(200) }),
      aFact(2, { outcome: 'movedAway', day: ago(100), reason: 'atRisk' }),
      aFact(3, { outcome: 'movedAway', day: ago(100), reason: 'atRisk' }),
    ];
    const lastDays = new Map([
      [1, ago(1)],
      [2, ago(101)],
      [3, ago(1)],
    ]);
    expect(idsOf(listOf({ candidates, facts, lastDays }))).toEqual([3]);
  });

  it('waits for the next visit of whoever has a hint at the till', () => {
    const candidates = [aCandidate(1, 'birthday')];
    const hint = (settled: boolean) => [
      aFact(1, { outcome: 'nextVisit', reason: 'referral', day: ago(40), settled }),
    ];
    expect(listOf({ candidates, facts: hint(false) })).toEqual([]);
    expect(idsOf(listOf({ candidates, facts: hint(true) }))).toEqual([1]);
  });

  it('leaves those alone whom an experiment holds back, but for what was promised', () => {
    const candidates = [aCandidate(1, 'atRisk'), aCandidate(2, 'atRisk'), aCandidate(2, 'promise')];
    expect(idsOf(listOf({ candidates, heldOut: new Set([1, 2]) }))).toEqual([2]);
  });

  it('has a promise again on the day to which it was put off, and not after it was kept', () => {
    const candidates = [aCandidate(1, 'promise')];
    const put = (untilDay: BusinessDay | null, outcome: FollowUpOutcome) => [
      aFact(1, { outcome, reason: 'promise', promiseId: 1, untilDay, because: reasonFacts.promise(0) }),
    ];
    expect(listOf({ candidates, facts: put(businessDay(today + 1), 'snoozed') })).toEqual([]);
    expect(idsOf(listOf({ candidates, facts: put(today, 'noAnswer') }))).toEqual([1]);
    expect(listOf({ candidates, facts: put(null, 'reached') })).toEqual([]);
  });

  it('leaves out reasons that the owner took off', () => {
    const candidates = [aCandidate(1, 'birthday'), aCandidate(2, 'promise')];
    expect(idsOf(listOf({ candidates, settings: { reasons: [] } }))).toEqual([2]);
  });
});

const people = fc.integer({ min: 1, max: 12 });
const someCandidates = fc.array(
  fc
    .tuple(people, fc.constantFrom(...followUpReasons), fc.option(fc.nat(100_000)), fc.nat(4))
    .map(([id, reason, value, n]) => aCandidate(id, reason, value, n)),
  { maxLength: 60 },
);
const someFacts = fc
  .array(
    fc
      .tuple(
        people,
        fc.constantFrom(...followUpReasons),
        fc.constantFrom(...followUpOutcomes),
        fc.nat(90),
        fc.integer({ min: -5, max: 20 }),
      )
      .map(([id, reason, outcome, days, until]) =>
        aFact(id, {
          reason,
          outcome,
          day: ago(days),
          because: reasonFacts[reason](0),
          promiseId: reason === 'promise' ? 1 : null,
          untilDay: outcome === 'snoozed' || outcome === 'noAnswer' ? businessDay(today + until) : null,
        }),
      ),
    { maxLength: 25 },
  )
  .map((all) => all.sort((a, b) => a.day - b.day));

describe('any list', () => {
  it('names nobody twice, keeps to its order and caps, and never turns to those who asked to be left alone', () => {
    fc.assert(
      fc.property(
        someCandidates,
        someFacts,
        fc.nat(8),
        fc.subarray([1, 2, 3, 4]),
        (candidates, facts, perDay, held) => {
          const list = listOf({ candidates, facts, heldOut: new Set(held), settings: { perDay } });
          expect(new Set(idsOf(list)).size).toBe(list.length);
          const weights = list.map((entry) => followUpReasons.indexOf(entry.because.kind));
          expect(weights).toEqual([...weights].sort((a, b) => a - b));
          expect(list.filter((entry) => !entry.owed).length).toBeLessThanOrEqual(perDay);
          for (const { customerId, because, others } of list) {
            expect(others).not.toContain(because.kind);
            if (because.kind === 'promise') continue;
            const own = facts.filter((fact) => fact.customerId === customerId);
            expect(held).not.toContain(customerId);
            expect(own.some((fact) => ['doNotContact', 'movedAway'].includes(fact.outcome))).toBe(false);
            const wasAsked = own.findLast((fact) => fact.promiseId === null)?.outcome === 'snoozed';
            const contacts = own.filter((fact) =>
              ['reached', 'willCome', 'leftMessage'].includes(fact.outcome),
            );
            if (!wasAsked) expect(contacts.every((fact) => today - fact.day >= 14)).toBe(true);
          }
        },
      ),
      { numRuns: rounds(300) },
    );
  });

  it('does not depend on the order in which people were found', () => {
    fc.assert(
      fc.property(someCandidates, someFacts, (candidates, facts) => {
        const distinct = [
          ...new Map(candidates.map((one) => [`${one.customerId} ${one.because.kind}`, one])).values(),
        ];
        const list = listOf({ candidates: distinct, facts });
        expect(listOf({ candidates: distinct.toReversed(), facts })).toEqual(list);
      }),
      { numRuns: rounds(100) },
    );
  });
});
