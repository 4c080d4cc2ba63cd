import { describe, expect, it } from 'vitest';
import { checkProgramme } from '#shared/domain/loyalty/check-programme.ts';
import type { BonusWindow, ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import {
  aBonus,
  aLevel,
  aPointsRule,
  aProgramme,
  aReward,
  aStampCard,
  dayOf,
  freeCoffee,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

const typical = 800;
const issuesOf = (change: Partial<ProgrammeRules>, held: Parameters<typeof checkProgramme>[2] = []) =>
  checkProgramme(aProgramme(change), typical, held);
const codesOf = (...given: Parameters<typeof issuesOf>) => issuesOf(...given).map(({ code }) => code);
const bonuses = (...changes: Partial<BonusWindow>[]) => ({
  bonuses: changes.map((change, index) => aBonus({ id: index + 1, ...change })),
});

describe('a programme that says what it means', () => {
  it('raises nothing', () => {
    expect(issuesOf({})).toEqual([]);
  });
});

describe('units', () => {
  it('there must be some', () => {
    expect(issuesOf({ points: null, stampCards: [], rewards: [] })).toEqual([
      { code: 'nothingEarned', level: 'block' },
    ]);
  });

  it('caps below one give nothing', () => {
    const capped = { points: aPointsRule({ dailyCap: 0 }), stampCards: [aStampCard({ perDay: 0 })] };
    expect(issuesOf({ ...capped, rewards: [] })).toEqual([
      { code: 'capBelowOne', level: 'block', unitId: stampUnit },
      { code: 'capBelowOne', level: 'block', unitId: pointsUnit },
    ]);
  });

  it('that people hold keep a reward', () => {
    const held = [{ unitId: stampUnit, name: 'Coffee card' }];
    const stranded = { code: 'unitStranded', unitId: stampUnit, name: 'Coffee card' };
    expect(issuesOf({ rewards: [aReward()] }, held)).toEqual([{ ...stranded, level: 'block' }]);
    expect(issuesOf({ rewards: [{ ...freeCoffee, active: false }] }, held)).toEqual([
      { ...stranded, level: 'block' },
    ]);
    expect(issuesOf({}, held)).toEqual([]);
    // The card is taken away: its reward then has nothing to be paid with.
    expect(codesOf({ stampCards: [] }, held)).toEqual(['rewardWithoutUnit']);
  });

  it.each([
    ['ends', { lastDay: dayOf('2026-12-31') }],
    ['runs out', { stock: 30 }],
    ['is for some', { tierId: 1 }],
    ['is for what is new', { onlyNew: true }],
  ])('whose only reward %s are pointed out', (_what, change) => {
    const levels = [aLevel()];
    const tiers = { basis: 'visits', window: { kind: 'rolling', days: 90 }, graceDays: 0, levels } as const;
    const held = [{ unitId: stampUnit, name: 'Coffee card' }];
    expect(issuesOf({ rewards: [{ ...freeCoffee, ...change }], tiers }, held)).toEqual([
      { code: 'unitStranded', level: 'warn', unitId: stampUnit, name: 'Coffee card' },
    ]);
  });

  it('that gifts name must exist', () => {
    const gift = { unitId: 77, amount: 5 };
    const gifts = {
      signUp: gift,
      referral: { referrer: gift, friend: { unitId: pointsUnit, amount: 5 } },
      birthday: { gift, daysAround: 3 },
      milestones: [{ visits: 10, gift }],
    };
    expect(issuesOf({ gifts })).toEqual(
      ['signUp', 'referral', 'birthday', 'milestone'].map((occasion) => ({
        code: 'giftWithoutUnit',
        level: 'block',
        occasion,
      })),
    );
  });
});

describe('rewards', () => {
  const issuesOfReward = (change: Parameters<typeof aReward>[0]) =>
    issuesOf({ rewards: [aReward({ id: 9, ...change })] });

  it('are priced in a unit of the programme', () => {
    expect(issuesOfReward({ unitId: 77 })).toEqual([
      { code: 'rewardWithoutUnit', level: 'block', rewardId: 9 },
    ]);
    expect(issuesOfReward({ unitId: 77, active: false })).toEqual([]);
  });

  it('end after they begin, and name a tier there is', () => {
    const reversed = { firstDay: dayOf('2026-05-02'), lastDay: dayOf('2026-05-01') };
    expect(issuesOfReward(reversed)).toMatchObject([{ code: 'rewardDatesReversed', level: 'block' }]);
    expect(issuesOfReward({ ...reversed, lastDay: reversed.firstDay })).toEqual([]);
    expect(issuesOfReward({ tierId: 3 })).toMatchObject([{ code: 'rewardTierMissing', level: 'block' }]);
  });

  it('are pointed out beyond 80 visits like the usual one', () => {
    // 80 visits of 8.00 are 640 points.
    expect(issuesOfReward({ price: 640 })).toEqual([]);
    expect(issuesOfReward({ price: 641 })).toEqual([
      { code: 'rewardOutOfReach', level: 'warn', rewardId: 9, visits: 81 },
    ]);
    expect(checkProgramme(aProgramme({ rewards: [aReward({ id: 9 })] }), 0, [])).toEqual([
      { code: 'rewardOutOfReach', level: 'warn', rewardId: 9, visits: null },
    ]);
  });

  it('have a cost, unless they are a note or an experience', () => {
    expect(issuesOfReward({ cost: 0 })).toMatchObject([{ code: 'rewardWithoutCost', level: 'warn' }]);
    expect(issuesOfReward({ cost: 0, kind: 'thanks' })).toEqual([]);
    expect(issuesOfReward({ cost: 0, kind: 'experience' })).toEqual([]);
  });

  it('give back no more than the owner’s limit, each by itself', () => {
    // 5.00 after 13 visits of 8.00 are 4.8 %.
    expect(issuesOf({ rewards: [aReward({ id: 9 })], giveBackLimit: 480 })).toMatchObject([
      { code: 'giveBackOverLimit', level: 'warn', rewardId: 9, limit: 0.048, rate: 500 / 10_400 },
    ]);
    expect(issuesOf({ rewards: [aReward({ id: 9 })], giveBackLimit: 481 })).toEqual([]);
  });

  it('nor all units together', () => {
    const rewards = [aReward({ id: 9 }), freeCoffee];
    // 4.8 % in points and 0.85 after 10 visits, 1.06 %, in stamps.
    expect(issuesOf({ rewards, giveBackLimit: 500 })).toMatchObject([
      { code: 'giveBackOverLimit', rewardId: 9, rate: 500 / 10_400 + 85 / 8000 },
    ]);
    expect(issuesOf({ rewards, giveBackLimit: 590 })).toEqual([]);
  });
});

describe('bonus windows', () => {
  const overlap = { code: 'bonusesOverlap', level: 'warn', bonusId: 1, otherId: 2 };

  it.each([
    ['the same weekday', {}, {}, true],
    ['other weekdays', {}, { weekdays: [3] }, false],
    ['every day and one', {}, { weekdays: [] }, true],
    ['points and stamps', {}, { applies: 'stamps' }, false],
    ['hours that touch', { hours: { from: 600, to: 720 } }, { hours: { from: 720, to: 800 } }, false],
    ['hours that share a minute', { hours: { from: 600, to: 721 } }, { hours: { from: 720, to: 800 } }, true],
    ['hours past midnight', { hours: { from: 1320, to: 120 } }, { hours: { from: 60, to: 90 } }, true],
    ['two past midnight', { hours: { from: 1380, to: 60 } }, { hours: { from: 1320, to: 30 } }, true],
    [
      'dates that follow one another',
      { lastDay: dayOf('2026-03-10') },
      { firstDay: dayOf('2026-03-11') },
      false,
    ],
    [
      'dates without that weekday in common',
      { firstDay: dayOf('2026-03-10'), lastDay: dayOf('2026-03-13') },
      { firstDay: dayOf('2026-03-11') },
      false,
    ],
    ['dates in common', { firstDay: dayOf('2026-03-10') }, { lastDay: dayOf('2026-03-10') }, true],
  ] as const)('of %s', (_what, first, second, overlaps) => {
    expect(issuesOf({ ...bonuses(first, second), stampCards: [aStampCard()] })).toEqual(
      overlaps ? [overlap] : [],
    );
  });

  it.each([
    ['with no more than the plain rate', { factor: { num: 1, den: 1 } }],
    ['of no hours', { hours: { from: 600, to: 600 } }],
    ['of dates without its weekday', { firstDay: dayOf('2026-03-11'), lastDay: dayOf('2026-03-12') }],
    ['of half a stamp', { applies: 'stamps', factor: { num: 3, den: 2 } }],
  ] as const)('%s never count', (_what, change) => {
    expect(issuesOf(bonuses(change))).toEqual([{ code: 'bonusNeverCounts', level: 'warn', bonusId: 1 }]);
  });

  it('for what the programme does not give never count', () => {
    expect(codesOf({ ...bonuses({}), points: null, rewards: [freeCoffee] })).toEqual(['bonusNeverCounts']);
    const stamps = bonuses({ applies: 'stamps' });
    expect(codesOf({ ...stamps, stampCards: [], rewards: [aReward()] })).toEqual(['bonusNeverCounts']);
  });

  it('end after they begin', () => {
    const dates = { firstDay: dayOf('2026-05-02'), lastDay: dayOf('2026-05-01') };
    expect(issuesOf(bonuses(dates))).toEqual([{ code: 'bonusDatesReversed', level: 'block', bonusId: 1 }]);
  });
});

describe('tiers', () => {
  const tiersOf = (basis: 'visits' | 'rank', ...froms: number[]) =>
    issuesOf({
      tiers: {
        basis,
        window: { kind: 'rolling', days: 90 },
        graceDays: 0,
        levels: froms.map((from, index) => aLevel({ id: index + 1, from })),
      },
    });
  const notRising = (tierId: number) => [{ code: 'tiersNotRising', level: 'block', tierId }];

  it('rise from one to the next', () => {
    expect(tiersOf('visits', 0, 10, 25)).toEqual([]);
    expect(tiersOf('visits', 0, 10, 10)).toEqual(notRising(3));
    expect(tiersOf('visits', 5, 0)).toEqual(notRising(2));
  });

  it('of a ranking hold fewer the higher they are', () => {
    expect(tiersOf('rank', 0, 20, 5)).toEqual([]);
    expect(tiersOf('rank', 0, 20, 20)).toEqual(notRising(3));
    expect(tiersOf('rank', 20, 0)).toEqual(notRising(2));
  });
});
