import { describe, expect, it } from 'vitest';
import { firstReturnOf, firstReturnRows, gapRows, historiesOf } from '#shared/domain/retention/index.ts';
import { day } from './cafe-log.ts';

const visits = ['2026-01-01', '2026-01-11', '2026-01-31'].map((on) => ({
  customerId: 'Ana',
  day: on,
  amount: 5,
}));
const [ana] = historiesOf(visits);

describe('rows for the return curve', () => {
  it('go from the first to the second visit', () => {
    if (ana === undefined) throw new Error('Ana came');
    const first = firstReturnOf(ana);
    if (first === null) throw new Error('Ana came');
    expect(firstReturnRows([first], day('2026-03-01'))).toEqual([{ days: 10, event: 1 }]);
    // By the end of the 9th of January she has waited eight days and is not back.
    expect(firstReturnRows([first], day('2026-01-10'))).toEqual([{ days: 8, event: 0 }]);
    expect(firstReturnRows([first], day('2026-01-12'))).toEqual([{ days: 10, event: 1 }]);
  });

  it('leave out whom we do not know from the beginning', () => {
    const since = new Map([['Ana', '2020-01-01']]);
    expect(historiesOf(visits, { since }).map(firstReturnOf)).toEqual([null]);
    expect(firstReturnOf({ firstDay: day('2026-01-01'), days: [] })).toBeNull();
  });

  it('pool all gaps and the wait since the last visit', () => {
    if (ana === undefined) throw new Error('Ana came');
    expect(gapRows([ana], day('2026-02-06'))).toEqual([
      { days: 10, event: 1 },
      { days: 20, event: 1 },
      { days: 5, event: 0 },
    ]);
    expect(gapRows([ana], day('2026-02-01'))).toHaveLength(2);
    expect(gapRows([ana], day('2026-01-20'))).toEqual([
      { days: 10, event: 1 },
      { days: 8, event: 0 },
    ]);
  });
});
