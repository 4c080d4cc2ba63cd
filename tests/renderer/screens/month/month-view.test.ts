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

  it('forgets what is not', () => {
    const nothing = { period: undefined, window: undefined, names: undefined };
    expect(readMonthView({ period: '2023-13', window: 6, names: 'everybody' })).toEqual(nothing);
    expect(readMonthView({ period: 202310, window: 'often', names: 7 })).toEqual(nothing);
    expect(readMonthView({ window: 731 })).toEqual(nothing);
    expect(readMonthView({})).toEqual(nothing);
  });
});
