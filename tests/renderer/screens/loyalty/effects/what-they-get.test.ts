import { describe, expect, it } from 'vitest';
import { whatTheyGet } from '#renderer/src/screens/loyalty/effects/what-they-get.ts';
import { aProgramme, aReward, aStampCard, freeCoffee } from '#tests/shared/domain/loyalty/programmes.ts';

const beans = aReward({ id: 1, name: 'Beans', price: 500, cost: 620 });
const rules = aProgramme({ stampCards: [aStampCard()], rewards: [freeCoffee, beans] });

describe('what a customer gets', () => {
  it('is a stamp and a point a euro, with the visits to each reward and what goes back', () => {
    // 0.85 for ten and 6.20 for 63 visits of 8.00: 1.0625 % + 1.2302 %.
    expect(whatTheyGet(rules, 800)).toEqual({
      stamps: 1,
      points: 8,
      rewards: [
        { id: 2, name: 'Free coffee', visits: 10 },
        { id: 1, name: 'Beans', visits: 63 },
      ],
      givesBack: expect.closeTo(0.022927, 6),
    });
  });

  it('leaves out what is paused, and says so of what is never reached', () => {
    const paused = { ...rules, rewards: [{ ...freeCoffee, active: false }, beans], points: null };
    expect(whatTheyGet(paused, 800)).toMatchObject({
      points: 0,
      rewards: [{ id: 1, visits: null }],
      givesBack: null,
    });
  });

  it('does not count bonus times, which not every visit meets', () => {
    const bonus = {
      id: 1,
      name: 'Every day',
      weekdays: [],
      hours: null,
      firstDay: null,
      lastDay: null,
      factor: { num: 2, den: 1 },
      applies: 'both' as const,
    };
    expect(whatTheyGet({ ...rules, bonuses: [bonus] }, 800).points).toBe(8);
  });
});
