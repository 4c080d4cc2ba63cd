import { describe, expect, it } from 'vitest';
import { restatements } from '#shared/domain/month-close/restatements.ts';

describe('restatements', () => {
  it('list what would be another figure today, in the order of the report', () => {
    const closed = { retention: 0.905, E: 431, kept: 352, nps: null, cost: 401 };
    const today = { kept: 352, E: 430, retention: 0.9, nps: 12, cost: null, later: 7 };
    expect(restatements(closed, today)).toEqual([
      { figure: 'retention', closed: 0.905, today: 0.9, difference: expect.closeTo(-0.005, 12) },
      { figure: 'E', closed: 431, today: 430, difference: -1 },
      { figure: 'nps', closed: null, today: 12, difference: null },
      { figure: 'cost', closed: 401, today: null, difference: null },
    ]);
  });

  it('are none for the same figures, -0 and 0 included', () => {
    expect(restatements({ a: 0, b: null, c: 1 / 3 }, { a: -0, b: null, c: 1 / 3 })).toEqual([]);
    expect(restatements({}, { a: 1 })).toEqual([]);
  });

  it('take a figure that is gone for no data', () => {
    expect(restatements({ a: 1 }, {})).toEqual([{ figure: 'a', closed: 1, today: null, difference: null }]);
  });
});
