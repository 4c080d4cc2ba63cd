import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { csvFormatOf, csvText, roundedText } from '#shared/domain/exports/csv-text.ts';
import { type ExportCell, neutralised } from '#shared/domain/exports/export-table.ts';
import { rounds } from '#tests/support/rounds.ts';

const table = (rows: readonly (readonly ExportCell[])[], names: readonly string[]) => ({
  name: 'figures',
  columns: names.map((name) => ({ name, explanation: '' })),
  rows,
});

const text = (one: string): ExportCell => ({ kind: 'text', text: one });

describe('csvText', () => {
  const rows: readonly (readonly ExportCell[])[] = [
    [text('Maija; "Mimi"'), { kind: 'money', minor: 123_456, digits: 2 }, { kind: 'share', value: 0.905 }],
    [null, { kind: 'decimal', value: -1.005, digits: 2 }, { kind: 'integer', value: -12 }],
    [{ kind: 'day', day: parseDay('2026-10-31') ?? never() }, { kind: 'money', minor: 900, digits: 0 }, null],
  ];
  const names = ['nimi', 'summa', 'osuus'];

  it('writes Finnish files with a comma in numbers and semicolons between columns', () => {
    expect(csvText(table(rows, names), csvFormatOf(','))).toBe(
      '\ufeffnimi;summa;osuus\r\n"Maija; ""Mimi""";1234,56;0,905\r\n;-1,01;-12\r\n2026-10-31;900;\r\n',
    );
  });

  it('writes English files the other way round', () => {
    expect(csvText(table(rows, names), csvFormatOf('.'))).toBe(
      '\ufeffnimi,summa,osuus\r\n"Maija; ""Mimi""",1234.56,0.905\r\n,-1.01,-12\r\n2026-10-31,900,\r\n',
    );
  });

  it('reads back cell by cell, whatever people are called', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 8, unit: fc.constantFrom('"', ';', ',', '\n', '\r', '\t', ' ', 'ä', '=', "'") }),
    );
    const grid = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(grid, fc.constantFrom(',' as const, '.' as const), (list, sign) => {
        const format = csvFormatOf(sign);
        const written = csvText(
          table(
            list.map((row) => row.map(text)),
            ['a', 'b'],
          ),
          format,
        );
        const read = Papa.parse<string[]>(written.slice(1), {
          delimiter: format.delimiter,
          newline: '\r\n',
        }).data;
        expect(read.slice(1, -1)).toEqual(list.map((row) => row.map(neutralised)));
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('neutralised', () => {
  it.each([
    '=1+1',
    '+358401234567',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n1',
    '  =cmd|calc',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
  ])('takes the sting out of %j', (one) => expect(neutralised(one)).toBe(`'${one}`));

  it.each(['Maija', '1+1', "O'Brien", '', 'a=b', '2026-10-31'])('leaves %j alone', (one) => {
    expect(neutralised(one)).toBe(one);
  });

  it('leaves no text that begins like a formula, headings included', () => {
    const risky = /^"?\s*[=+\-@＝＋－＠]/u;
    const start = fc.constantFrom('=', '+', '-', '@', ' =', '\t@', '＝');
    fc.assert(
      fc.property(start, fc.string({ maxLength: 6 }), (first, rest) => {
        const written = csvText(table([[text(first + rest)]], [first + rest]), csvFormatOf(','));
        expect(written.slice(1)).not.toMatch(risky);
        const [heading, row] = Papa.parse<string[]>(written.slice(1), {
          delimiter: ';',
          newline: '\r\n',
        }).data;
        expect(heading?.[0]?.startsWith("'")).toBe(true);
        expect(row?.[0]?.startsWith("'")).toBe(true);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('roundedText', () => {
  it.each([
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [2.5, 0, '3'],
    [-0.004, 2, '0.00'],
    [0.999, 2, '1.00'],
    [12, 3, '12.000'],
    [1e-7, 3, '0.000'],
  ])('rounds %f to %i digits: %s', (value, digits, expected) =>
    expect(roundedText(value, digits)).toBe(expected),
  );
});

function never(): never {
  throw new Error('No such day');
}
