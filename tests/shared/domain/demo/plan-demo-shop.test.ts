import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, businessDayAt, monthOf, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { demoFigures } from '#shared/domain/demo/demo-figures.ts';
import { demoHistoryDays } from '#shared/domain/demo/lives.ts';
import { nameLanguages } from '#shared/domain/demo/names.ts';
import { type DemoPlan, planDemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { rhythmOf } from '#shared/domain/visits/rhythm.ts';
import { aReward } from '../loyalty/programmes.ts';
import { aDemoShop, cafeRules, helsinki } from './demo-shops.ts';

const hashOf = (plan: DemoPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex');
const shop = aDemoShop();
const plan = planDemoShop(shop);
const figures = demoFigures(plan, shop);
const today = businessDayAt(shop.now, shop.calendar);
const known = plan.visits.filter(({ person }) => person !== null);

describe('planDemoShop', () => {
  it('is the same for the same shop, and another with another seed', () => {
    expect(hashOf(planDemoShop(aDemoShop()))).toBe(hashOf(plan));
    expect(hashOf(planDemoShop(aDemoShop({ seed: 1 })))).not.toBe(hashOf(plan));
  });

  it('has about 600 customers and 18 months of check-ins up to now, in order', () => {
    expect(plan.people.length).toBeGreaterThan(570);
    expect(plan.people.length).toBeLessThanOrEqual(600);
    expect(plan.visits.length).toBeGreaterThan(15_000);
    expect(plan.visits[0]?.day).toBeLessThan(addDays(today, 10 - demoHistoryDays));
    const moments = plan.visits.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments.at(-1)).toBeLessThanOrEqual(shop.now);
    for (const { day, at } of plan.visits) expect(businessDayAt(at, shop.calendar)).toBe(day);
  });

  it('sums every amount from its lines', () => {
    for (const { lines, amount } of plan.visits) {
      const sum = lines.reduce(
        (total, line) => total + line.quantity * (plan.items[line.item]?.price ?? Number.NaN),
        0,
      );
      expect(amount).toBe(sum);
    }
  });

  it('has three walk-ins in ten sales', () => {
    const share = 1 - known.length / plan.visits.length;
    expect(share).toBeGreaterThan(0.27);
    expect(share).toBeLessThan(0.34);
  });

  it('never spends more than was collected, and most full cards are used', () => {
    for (const { wallet } of figures.people) {
      expect(wallet.balanceOf(1)).toBeGreaterThanOrEqual(0);
      expect(wallet.balanceOf(2)).toBeGreaterThanOrEqual(0);
    }
    const usedCards = known.filter(({ rewardIds }) => rewardIds.includes(1)).length;
    const collected = figures.people.reduce((sum, { checkIns }) => sum + checkIns, 0);
    const fullCards = Math.floor(collected / 10);
    expect(usedCards).toBeGreaterThan(0.6 * fullCards);
    expect(usedCards).toBeLessThanOrEqual(fullCards);
  });

  it('joins everybody before their first check-in, and a friend before the one they bring', () => {
    const first = new Map<number, number>();
    for (const { person, at } of known) if (person !== null && !first.has(person)) first.set(person, at);
    for (const [place, person] of plan.people.entries()) {
      expect(person.joinedAt).toBeLessThan(first.get(place) ?? shop.now);
      expect(person.referredBy === null || person.referredBy < place).toBe(true);
    }
    expect(plan.people.filter(({ referredBy }) => referredBy !== null).length).toBeGreaterThan(20);
  });

  it('closes on Sundays and is open on the last day before today', () => {
    expect(plan.visits.filter(({ day }) => weekdayOf(day) === 7)).toEqual([]);
    const yesterday = plan.visits.filter(({ day }) => day === addDays(today, -1));
    const hours = yesterday.map(({ at }) => Math.floor((at - (yesterday[0]?.at ?? 0)) / 3_600_000));
    expect(yesterday.length).toBeGreaterThan(25);
    expect(Math.max(...hours)).toBeGreaterThanOrEqual(8);
  });
});

describe('the people of a demo shop', () => {
  it('have names in six languages, with what makes them hard to type', () => {
    const languages = new Set(plan.people.map(({ language }) => language));
    expect([...languages].sort()).toEqual([...nameLanguages].sort());
    const names = plan.people.map(({ name }) => name).join(' ');
    for (const letter of ['ä', 'ö', 'Å', 'ı', 'ş', 'ğ', 'İ', 'ő', 'é', "'"]) expect(names).toContain(letter);
    expect(plan.people.filter(({ name }) => fold(name) !== name.toLowerCase()).length).toBeGreaterThan(200);
    expect(names).toMatch(/ binti? /);
  });

  it('are mostly of the country they live in', () => {
    const share = (country: string, language: string) => {
      const { people } = planDemoShop(aDemoShop({ country }));
      return people.filter((person) => person.language === language).length / people.length;
    };
    expect(share('HU', 'hu')).toBeGreaterThan(0.5);
    expect(share('TR', 'tr')).toBeGreaterThan(0.5);
    expect(share('SE', 'en')).toBeGreaterThan(0.5);
  });

  it('have what a till must know of some of them', () => {
    const count = (has: (person: DemoPlan['people'][number]) => boolean) => plan.people.filter(has).length;
    expect(count(({ phone }) => phone !== null)).toBeGreaterThan(400);
    expect(count(({ birthday }) => birthday !== null)).toBeGreaterThan(250);
    expect(count(({ allergy }) => allergy !== null)).toBeGreaterThan(15);
    expect(count(({ preference }) => preference !== null)).toBeGreaterThan(30);
    expect(count(({ hasCard }) => hasCard)).toBeGreaterThan(350);
    expect(count(({ completeLater }) => completeLater)).toBeGreaterThan(5);
    expect(count(({ mayContact }) => mayContact === false)).toBeGreaterThan(100);
    expect(new Set(plan.people.flatMap(({ phone }) => phone ?? [])).size).toBe(
      count(({ phone }) => phone !== null),
    );
  });

  it('come in the rhythms of their habits', () => {
    const medianOf = (habit: string) => {
      const rhythms = plan.people.flatMap((person, place) =>
        person.habit === habit ? (rhythmOf(figures.people[place]?.days ?? []) ?? []) : [],
      );
      return [...rhythms].sort((a, b) => a - b)[Math.floor(rhythms.length / 2)] ?? 0;
    };
    expect(medianOf('severalTimesAWeek')).toBeLessThan(4);
    expect(medianOf('weekly')).toBe(7);
    expect(medianOf('fortnightly')).toBeGreaterThan(10);
    expect(medianOf('fortnightly')).toBeLessThan(19);
    expect(medianOf('monthly')).toBeGreaterThan(24);
    expect(medianOf('monthly')).toBeLessThan(40);
  });

  it('lapse and come back, so that retention has something to say', () => {
    const regulars = figures.people.filter(({ days }) => days.length >= 6);
    const isGone = (days: readonly number[]) => today - (days.at(-1) ?? 0) > 60;
    const wasAway = (days: readonly number[]) =>
      days.some((day, index) => day - (days[index - 1] ?? day) > 60);
    const gone = regulars.filter(({ days }) => isGone(days)).length / regulars.length;
    const back = regulars.filter(({ days }) => !isGone(days) && wasAway(days)).length / regulars.length;
    expect(gone).toBeGreaterThan(0.08);
    expect(gone).toBeLessThan(0.4);
    expect(back).toBeGreaterThan(0.03);
  });

  it('have usual orders', () => {
    const orders = new Map<number, Map<string, number>>();
    for (const { person, lines } of known) {
      if (person === null) continue;
      const own = orders.get(person) ?? new Map<string, number>();
      const key = JSON.stringify(lines);
      orders.set(person, own.set(key, (own.get(key) ?? 0) + 1));
    }
    const shares = [...orders.values()].flatMap((own) => {
      const total = [...own.values()].reduce((sum, times) => sum + times, 0);
      return total < 20 ? [] : [Math.max(...own.values()) / total];
    });
    expect(shares.filter((share) => share > 0.4).length / shares.length).toBeGreaterThan(0.8);
  });
});

describe('the till of a demo shop', () => {
  const moments: readonly (readonly [string, number])[] = [
    ['in the morning', helsinki(2026, 3, 10, 555)],
    ['at lunch', helsinki(2026, 3, 13, 725)],
    ['on a Sunday', helsinki(2026, 3, 8, 840)],
    ['late in the evening', helsinki(2026, 3, 11, 1380)],
    ['after midnight', helsinki(2026, 3, 12, 60)],
    ['at Christmas', helsinki(2025, 12, 25, 600)],
    ['where the clocks have changed', helsinki(2026, 3, 29, 700)],
  ];

  it.each(moments)('looks alive %s', (_when, now) => {
    const alive = planDemoShop(aDemoShop({ now }));
    const day = businessDayAt(now, shop.calendar);
    const todays = alive.visits.filter((visit) => visit.day === day);
    expect(todays.length).toBeGreaterThanOrEqual(5);
    expect(todays.filter(({ person }) => person !== null).length).toBeGreaterThanOrEqual(3);
    // People of this weekday and time of day who have not come yet today.
    const here = new Set(todays.map(({ person }) => person));
    const seen = new Map<number, number>();
    for (const visit of alive.visits) {
      const weeks = (day - visit.day) / 7;
      if (visit.person === null || !Number.isInteger(weeks) || weeks < 1 || weeks > 8) continue;
      const isNear = Math.abs(visit.at - (now - weeks * 7 * 86_400_000)) < 90 * 60_000;
      if (isNear && !here.has(visit.person)) seen.set(visit.person, (seen.get(visit.person) ?? 0) + 1);
    }
    expect([...seen.values()].filter((times) => times >= 3).length).toBeGreaterThanOrEqual(5);
  });

  it('has quick items one to eight', () => {
    const positions = plan.items.flatMap(({ quickPosition }) => quickPosition ?? []);
    expect(positions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('other shops', () => {
  it('is a salon with appointments every few weeks', () => {
    const salon = planDemoShop(aDemoShop({ kind: 'salon', currency: 'TRY', country: 'TR' }));
    expect(salon.items.map(({ key }) => key)).toContain('rootColour');
    expect(salon.people.length).toBeGreaterThan(570);
    const perDay = salon.visits.length / demoHistoryDays;
    expect(perDay).toBeGreaterThan(4);
    expect(perDay).toBeLessThan(20);
  });

  it('takes money off where the reward is money', () => {
    const rules = { ...cafeRules, stampCards: [], rewards: [aReward({ id: 3, price: 100, amountOff: 500 })] };
    const other = planDemoShop(aDemoShop({ kind: 'other', rules }));
    const rewarded = other.visits.filter(({ rewardIds }) => rewardIds.length > 0);
    expect(rewarded.length).toBeGreaterThan(100);
    for (const { lines, amount } of rewarded) {
      const sum = lines.reduce(
        (total, line) => total + line.quantity * (other.items[line.item]?.price ?? 0),
        0,
      );
      expect(amount).toBe(Math.max(0, sum - 500));
    }
  });
});

describe('demoFigures', () => {
  it('counts months and people to the same sums', () => {
    const months = [...figures.months.values()];
    const total = (pick: (month: (typeof months)[number]) => number) =>
      months.reduce((sum, one) => sum + pick(one), 0);
    expect(total(({ checkIns }) => checkIns)).toBe(plan.visits.length);
    expect(total(({ identified }) => identified)).toBe(known.length);
    expect(total(({ identifiedAmount }) => identifiedAmount)).toBe(
      figures.people.reduce((sum, { spend }) => sum + spend, 0),
    );
    expect([...figures.months.keys()].length).toBe(
      monthOf(today) - monthOf(addDays(today, -demoHistoryDays)) + 1,
    );
  });
});
