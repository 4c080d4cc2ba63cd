import { describe, expect, it } from 'vitest';
import { staffDependency } from '#shared/domain/retention/index.ts';

const served = (customerId: string, staffId: number, visits: number) => ({ customerId, staffId, visits });

describe('staffDependency', () => {
  it('finds who comes for one person', () => {
    const found = staffDependency([
      served('Ana', 1, 7),
      served('Ana', 2, 3),
      served('Bea', 1, 2),
      served('Cem', 1, 2),
      served('Cem', 2, 1),
      served('Dita', 2, 3),
      served('Dita', 3, 0),
    ]);
    expect(found).toEqual([
      {
        staffId: 1,
        knows: 3,
        knowsAlone: 1,
        depending: ['Ana'],
        share: expect.objectContaining({ successes: 1, n: 3, say: 'counts' }),
      },
      {
        staffId: 2,
        knows: 3,
        knowsAlone: 1,
        depending: ['Dita'],
        share: expect.objectContaining({ successes: 1, n: 3 }),
      },
    ]);
  });

  it('adds rows of the same pair and lists nobody without visits', () => {
    expect(staffDependency([served('Ana', 4, 1), served('Ana', 4, 2)])).toMatchObject([
      { staffId: 4, knows: 1, knowsAlone: 1, depending: ['Ana'] },
    ]);
    expect(staffDependency([served('Ana', 4, 0)])).toEqual([]);
    expect(() => staffDependency([served('Ana', 4, -1)])).toThrow(RangeError);
  });
});
