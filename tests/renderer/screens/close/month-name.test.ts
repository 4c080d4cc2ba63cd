import { describe, expect, it } from 'vitest';
import { dayAfter, monthInAddress, shortHash } from '#renderer/src/screens/close/month-name.ts';

describe('monthInAddress', () => {
  it('reads a month of the calendar and nothing else', () => {
    expect(monthInAddress('2026-10')).toBe(2026 * 12 + 9);
    for (const text of ['2026-13', '2026-00', '2026-Q1', '2026-1', '0000-05', 'closes', '']) {
      expect(monthInAddress(text), text).toBeNull();
    }
  });
});

describe('dayAfter', () => {
  it('is the first day of the next month, over the end of a year too', () => {
    const december = monthInAddress('2026-12');
    expect(december === null ? null : dayAfter(december)).toBe('2027-01-01');
  });
});

describe('shortHash', () => {
  it('shows twelve digits in fours', () => {
    expect(shortHash('0123456789abcdef'.repeat(4))).toBe('0123\u00a04567\u00a089ab');
  });
});
