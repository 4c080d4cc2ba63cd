import { describe, expect, it } from 'vitest';
import { readMonthView } from '#renderer/src/screens/month/month-view.ts';

describe('the month in the address', () => {
  it('keeps what is valid', () => {
    expect(readMonthView({ period: '2023-10', window: 60, names: 'lapsed' })).toEqual({
      period: '2023-10',
      window: 60,
      names: 'lapsed',
    });
  });

  it('keeps a year, which an address gives as a number, other days, and the period before as the window', () => {
    expect(readMonthView({ period: 2023, window: 'previous-period' })).toMatchObject({
      period: '2023',
      window: 'previous-period',
    });
    expect(readMonthView({ period: '2023-10-05..2023-11-20' }).period).toBe('2023-10-05..2023-11-20');
  });

  it('keeps a figure with people behind it', () => {
    const names = { kind: 'cohort', month: '2023-04', k: 2 };
    expect(readMonthView({ names }).names).toEqual(names);
    expect(readMonthView({ names: { kind: 'retention', group: 'S' } }).names).toBeUndefined();
    expect(readMonthView({ names: { kind: 'all' } }).names).toBeUndefined();
  });

  it('forgets what is not', () => {
    const nothing = { period: undefined, window: undefined, names: undefined };
    expect(readMonthView({ period: '2023-13', window: 6, names: 'everybody' })).toEqual(nothing);
    expect(readMonthView({ period: 202310, window: 'often', names: 7 })).toEqual(nothing);
    expect(readMonthView({ window: 731 })).toEqual(nothing);
    expect(readMonthView({})).toEqual(nothing);
  });
});
