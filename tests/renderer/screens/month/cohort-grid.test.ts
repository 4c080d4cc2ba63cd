import { describe, expect, it } from 'vitest';
import { cohortRows } from '#renderer/src/screens/month/cohort-grid.ts';

const cohort = (month: string, size: number, cells: readonly (number | null)[]) => ({ month, size, cells });

describe('the cohort grid', () => {
  it('shows the latest six months with six columns, shares in steps from the lowest to the highest', () => {
    const rows = cohortRows({
      cohorts: [
        cohort('2023-01', 50, [50, 1, 1, 1, 1, 1, 1, 1]),
        cohort('2023-02', 40, [40, 10, 12, 14, 16, 18, 20]),
        cohort('2023-03', 40, [40, 30, 20, 12, 20, 20]),
        cohort('2023-04', 40, [40, 10, 10, 10, 10]),
        cohort('2023-05', 40, [40, 10, 10, 10]),
        cohort('2023-06', 40, [40, 10, 10]),
        cohort('2023-07', 19, [19, null]),
      ],
      columns: [],
    });
    expect(rows.map(({ month }) => month)).toEqual([
      '2023-02',
      '2023-03',
      '2023-04',
      '2023-05',
      '2023-06',
      '2023-07',
    ]);
    expect(rows.every(({ cells }) => cells.length === 6)).toBe(true);
    expect(rows[0]?.cells[0]).toEqual({ kind: 'share', people: 40, share: 1, few: false, step: 0 });
    expect(rows[0]?.cells[1]).toMatchObject({ share: 0.25, step: 1 });
    expect(rows[1]?.cells[1]).toMatchObject({ share: 0.75, step: 4 });
  });

  it('has no figure for a month that runs, nothing for one that has not begun, and counts for few people', () => {
    const [row] = cohortRows({ cohorts: [cohort('2023-07', 19, [19, null])], columns: [] });
    expect(row?.cells.map(({ kind }) => kind)).toEqual([
      'share',
      'unfinished',
      'later',
      'later',
      'later',
      'later',
    ]);
    expect(row?.cells[0]).toMatchObject({ few: true });
  });
});
