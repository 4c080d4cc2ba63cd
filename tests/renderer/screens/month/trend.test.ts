import { describe, expect, it } from 'vitest';
import { trendOf } from '#renderer/src/screens/month/trend.ts';

describe('the change against the period before', () => {
  it('is not judged below 20 people', () => {
    expect(trendOf({ kept: 19, S: 19 }, { kept: 50, S: 200 })).toEqual({ kind: 'none' });
    expect(trendOf({ kept: 50, S: 200 }, { kept: 19, S: 19 })).toEqual({ kind: 'none' });
    expect(trendOf({ kept: 0, S: 0 }, { kept: 0, S: 0 })).toEqual({ kind: 'none' });
  });

  it('is unclear while the interval of the difference holds 0', () => {
    expect(trendOf({ kept: 193, S: 228 }, { kept: 185, S: 228 })).toEqual({ kind: 'unclear' });
    expect(trendOf({ kept: 100, S: 100 }, { kept: 100, S: 100 })).toEqual({ kind: 'unclear' });
  });

  it('has a direction when there is no doubt about it', () => {
    expect(trendOf({ kept: 240, S: 1000 }, { kept: 200, S: 1000 })).toEqual({
      kind: 'up',
      difference: expect.closeTo(0.04, 10),
    });
    expect(trendOf({ kept: 200, S: 1000 }, { kept: 240, S: 1000 })).toEqual({
      kind: 'down',
      difference: expect.closeTo(-0.04, 10),
    });
  });
});
