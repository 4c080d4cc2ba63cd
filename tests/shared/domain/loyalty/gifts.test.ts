import { describe, expect, it } from 'vitest';
import { dueGifts, type GiftFacts } from '#shared/domain/loyalty/gifts.ts';
import type { GiftRules } from '#shared/domain/loyalty/programme.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import { dayOf, pointsUnit, stampUnit } from './programmes.ts';

const rules: GiftRules = {
  signUp: { unitId: stampUnit, amount: 2 },
  referral: {
    referrer: { unitId: pointsUnit, amount: 50 },
    friend: { unitId: pointsUnit, amount: 20 },
  },
  birthday: { gift: { unitId: pointsUnit, amount: 30 }, daysAround: 3 },
  milestones: [
    { visits: 10, gift: { unitId: pointsUnit, amount: 100 } },
    { visits: 50, gift: { unitId: pointsUnit, amount: 0 } },
  ],
};
const facts = (change: Partial<GiftFacts> = {}): GiftFacts => ({
  visitNumber: 5,
  daysToBirthday: null,
  birthdayGiven: false,
  referredById: null,
  ...change,
});
const due = (change: Partial<GiftFacts>) =>
  dueGifts(rules, facts(change)).map(({ occasion, to, gift }) => [occasion, to, gift.amount]);

describe('gifts that come with a visit', () => {
  it.each([
    ['the fifth visit', {}, []],
    ['the first', { visitNumber: 1 }, [['signUp', 'customer', 2]]],
    [
      'the second of a friend',
      { visitNumber: 2, referredById: 7 },
      [
        ['friend', 'customer', 20],
        ['referrer', 'referrer', 50],
      ],
    ],
    ['the second of nobody’s friend', { visitNumber: 2 }, []],
    ['the first of a friend', { visitNumber: 1, referredById: 7 }, [['signUp', 'customer', 2]]],
    ['the tenth', { visitNumber: 10 }, [['milestone', 'customer', 100]]],
    ['a milestone that gives nothing', { visitNumber: 50 }, []],
    ['a second check-in on one day', { visitNumber: null }, []],
    ['three days before the birthday', { daysToBirthday: 3 }, [['birthday', 'customer', 30]]],
    ['three days after it', { daysToBirthday: -3 }, [['birthday', 'customer', 30]]],
    ['four days from it', { daysToBirthday: 4 }, []],
    ['a second visit around the birthday', { daysToBirthday: 0, birthdayGiven: true }, []],
  ] as const)('on %s', (_when, change, expected) => {
    expect(due(change)).toEqual(expected);
  });

  it('come once although an undo makes a visit number come twice', () => {
    expect(due({ visitNumber: 10, given: [{ occasion: 'milestone', visits: 10 }] })).toEqual([]);
    expect(due({ visitNumber: 10, given: [{ occasion: 'milestone', visits: 50 }] })).toHaveLength(1);
    expect(due({ visitNumber: 1, given: [{ occasion: 'signUp', visits: null }] })).toEqual([]);
    expect(due({ visitNumber: 2, referredById: 7, given: [{ occasion: 'friend', visits: null }] })).toEqual(
      [],
    );
  });

  it('are none where the rules know none', () => {
    const none = { signUp: null, referral: null, birthday: null, milestones: [] };
    expect(dueGifts(none, facts({ visitNumber: 1, daysToBirthday: 0, referredById: 7 }))).toEqual([]);
  });
});

describe('the birthday nearest to a visit', () => {
  it.each([
    ['2027-02-26', '2027-03-01'],
    ['2027-03-02', '2027-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-03-01', '2028-02-29'],
    ['2026-12-31', '2027-03-01'],
    ['2026-08-01', '2026-03-01'],
  ])('of 29 February, on %s, is %s', (day, expected) => {
    expect(nearestBirthday({ day: 29, month: 2 }, dayOf(day))).toBe(dayOf(expected));
  });
});
