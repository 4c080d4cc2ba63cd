import { describe, expect, it } from 'vitest';
import { exportedTables } from '#renderer/src/screens/exports/exported-tables.ts';

const span = { from: '2026-10-01', to: '2026-11-01' };

describe('the tables of a file', () => {
  it('are all of a month in a workbook and one of them in a CSV file', () => {
    const month = '2026-10';
    expect(exportedTables({ kind: 'month', month, table: null }, 'xlsx')).toEqual([
      'figures',
      'rollForward',
      'days',
    ]);
    expect(exportedTables({ kind: 'month', month, table: 'days' }, 'csv')).toEqual(['days']);
  });

  it('are one for everything else', () => {
    expect(exportedTables({ kind: 'reconciliation', ...span }, 'csv')).toEqual(['rollForward']);
    expect(exportedTables({ kind: 'visits', ...span }, 'xlsx')).toEqual(['visits']);
    expect(exportedTables({ kind: 'segment', which: { segmentId: 1 } }, 'xlsx')).toEqual(['segment']);
  });
  it('are all of a close in a workbook, its figures in a CSV file, and none in its sealed text', () => {
    const close = { kind: 'close', number: 3 } as const;
    expect(exportedTables(close, 'xlsx')).toEqual(['close', 'frozen', 'steps', 'restated', 'chain']);
    expect(exportedTables(close, 'csv')).toEqual(['frozen']);
    expect(exportedTables(close, 'json')).toEqual([]);
  });
});
