import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { bonusAt, isOpen } from '#shared/domain/loyalty/bonus-windows.ts';
import { aBonus, dayOf } from './programmes.ts';

const at = (text: string, minute = 600) => {
  const day = dayOf(text);
  return { day, weekday: weekdayOf(day), minute };
};
/** 2026-03-10 is a Tuesday. */
const tuesday = '2026-03-10';

describe('a bonus window', () => {
  it.each([
    ['on its weekday', {}, at(tuesday), true],
    ['on another', {}, at('2026-03-11'), false],
    ['on any weekday when none is named', { weekdays: [] }, at('2026-03-11'), true],
    ['on its first day', { weekdays: [], firstDay: dayOf(tuesday) }, at(tuesday), true],
    ['on the day before', { weekdays: [], firstDay: dayOf(tuesday) }, at('2026-03-09'), false],
    ['on its last day', { weekdays: [], lastDay: dayOf(tuesday) }, at(tuesday), true],
    ['on the day after', { weekdays: [], lastDay: dayOf(tuesday) }, at('2026-03-11'), false],
    ['at its first minute', { hours: { from: 840, to: 1020 } }, at(tuesday, 840), true],
    ['in the minute before', { hours: { from: 840, to: 1020 } }, at(tuesday, 839), false],
    ['at its end', { hours: { from: 840, to: 1020 } }, at(tuesday, 1020), false],
    // Business days pass midnight: at 01:00 it is still Tuesday's window.
    ['before midnight, when it passes it', { hours: { from: 1320, to: 120 } }, at(tuesday, 1380), true],
    ['after midnight, when it passes it', { hours: { from: 1320, to: 120 } }, at(tuesday, 60), true],
    ['outside, when it passes midnight', { hours: { from: 1320, to: 120 } }, at(tuesday, 120), false],
  ] as const)('%s', (_when, change, time, expected) => {
    expect(isOpen(aBonus(change), time)).toBe(expected);
  });
});

describe('the bonus that counts', () => {
  const double = aBonus({ id: 1 });
  const triple = aBonus({ id: 2, factor: { num: 3, den: 1 }, hours: { from: 840, to: 1020 } });
  const forStamps = aBonus({ id: 3, factor: { num: 5, den: 1 }, applies: 'stamps' });

  it('is the largest open one, they do not multiply', () => {
    const windows = [double, triple, forStamps];
    expect(bonusAt(windows, at(tuesday, 900), 'points')?.id).toBe(2);
    expect(bonusAt(windows, at(tuesday, 600), 'points')?.id).toBe(1);
    expect(bonusAt(windows, at('2026-03-11'), 'points')).toBeNull();
  });

  it('is one for the kind asked for', () => {
    expect(bonusAt([double, forStamps], at(tuesday), 'stamps')?.id).toBe(3);
    expect(bonusAt([aBonus({ applies: 'both' })], at(tuesday), 'stamps')?.id).toBe(1);
    expect(bonusAt([double], at(tuesday), 'stamps')).toBeNull();
  });

  it('never gives less than the plain rate', () => {
    const half = aBonus({ factor: { num: 1, den: 2 } });
    const plain = aBonus({ factor: { num: 3, den: 3 } });
    expect(bonusAt([half, plain], at(tuesday), 'points')).toBeNull();
  });
});
