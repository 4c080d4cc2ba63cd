import type { ExplainedTable } from '#shared/contract/exports.ts';
import type { MonthFigure } from '#shared/contract/month-close.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ExportCell, ExportTable } from '#shared/domain/exports/export-table.ts';
import { detailPart } from '#shared/domain/month-close/detail-figures.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';

type ColumnKey = keyof (typeof resources)['en']['exports']['columns'];
export type TableKey = ExplainedTable;

const flowColumns = ['opening', 'earned', 'adjusted', 'redeemed', 'expired', 'closing'] as const;

/** The columns of each table, in their order. */
const columnsOf: Readonly<Record<TableKey, readonly ColumnKey[]>> = {
  figures: ['figure', 'value', 'numerator', 'denominator', 'low', 'high', 'meaning', 'definition'],
  rollForward: ['unit', ...flowColumns, ...flowColumns.map((column) => `${column}Cost` as const)],
  days: ['day', 'checkIns', 'identified', 'sales', 'memberSales', 'withAmount', 'rewards'],
  segment: [
    ...(['customerId', 'customer', 'phone', 'email', 'birthday', 'source', 'since'] as const),
    ...(['firstVisit', 'lastVisit', 'visitDays', 'spend', 'averageSpend', 'mayContact', 'tags'] as const),
  ],
  visits: [
    ...([
      'day',
      'time',
      'visitId',
      'customerId',
      'customer',
      'amount',
      'returned',
      'staff',
      'items',
    ] as const),
    'origin',
  ],
  close: ['detail', 'content'],
  frozen: [
    ...(['key', 'figure', 'about', 'value', 'numerator', 'denominator', 'low', 'high'] as const),
    ...(['definition', 'wording', 'sealedWording'] as const),
  ],
  steps: ['step', 'settled', 'reason'],
  restated: ['key', 'figure', 'about', 'closedWith', 'today', 'difference', 'definition'],
  chain: [
    ...(['closeNumber', 'month', 'closedAt', 'closedBy', 'hash', 'previousHash'] as const),
    ...(['reopenedAt', 'verdict'] as const),
  ],
};

const columnTexts = (keys: readonly ColumnKey[], language: Language) =>
  keys.map((key) => resources[language].exports.columns[key]);

/** What the columns of a table are called and mean. */
export const explainedColumns = (table: TableKey, language: Language) =>
  columnTexts(columnsOf[table], language).map(({ name, explanation }) => ({ name, explanation }));

/** A table with the names of a language. */
export function tableOf(table: TableKey, language: Language, rows: ExportTable['rows']): ExportTable {
  const name = resources[language].exports.sheets[table];
  return { name, columns: explainedColumns(table, language), rows };
}

/** The last sheet of a workbook: every column of the others, explained. */
export function columnsTable(tables: readonly ExportTable[], language: Language): ExportTable {
  return {
    name: resources[language].exports.sheets.columns,
    columns: columnTexts(['sheet', 'column', 'explanation'], language),
    rows: tables.flatMap((table) =>
      table.columns.map((column) => [text(table.name), text(column.name), text(column.explanation)]),
    ),
  };
}

export const textCell = (value: string): ExportCell => ({ kind: 'text', text: value });
export const integerCell = (value: number): ExportCell => ({ kind: 'integer', value });
const [text, integer] = [textCell, integerCell];

/** The value of a figure as a typed cell; averages of money keep a fraction of the minor unit. */
export function valueCell({ kind, value }: Pick<MonthFigure, 'kind' | 'value'>, digits: number): ExportCell {
  if (value === null) return null;
  switch (kind) {
    case 'count':
    case 'points':
      return integer(value);
    case 'share':
      return { kind: 'share', value };
    case 'money':
      return Number.isInteger(value)
        ? { kind: 'money', minor: value, digits }
        : { kind: 'decimal', value: value / 10 ** digits, digits: digits + 2 };
    case 'number':
      return { kind: 'decimal', value, digits: 4 };
  }
}

/** Shares of money, not of people. */
const moneyShares: readonly string[] = ['rewardCostShare'];

/** A part of a ratio: money in the currency, people as they are. */
export function partCell(
  part: number | null,
  { kind, figure }: Pick<MonthFigure, 'kind' | 'figure'>,
  place: 'part' | 'whole',
  digits: number,
): ExportCell {
  if (part === null) return null;
  const isMoney = (kind === 'money' && place === 'part') || moneyShares.includes(figure);
  return isMoney ? ({ kind: 'money', minor: part, digits } as const) : integer(part);
}

export const shareCell = (value: number | null): ExportCell =>
  value === null ? null : { kind: 'share', value };

type Named = keyof (typeof resources)['en']['report']['figure'];
const isNamed = (figure: string, names: object): figure is Named => figure in names;

/** What one of the month's own figures is called; any other keeps its key. */
export function figureName(figure: string, language: Language): string {
  const names = resources[language].report.figure;
  return isNamed(figure, names) ? names[figure] : figure;
}

const isRollForward = (figure: string): boolean => figure.startsWith('rollForward.');
const isDetail = (figure: string): boolean => detailPart(figure) !== null;

/** The month's own figures; a figure of an older definition has no name of ours any more and keeps its own. */
export function figuresTable(
  figures: readonly MonthFigure[],
  digits: number,
  language: Language,
): ExportTable {
  const { meaning } = resources[language].report;
  const own = figures.filter(({ figure }) => !isDetail(figure) && !isRollForward(figure));
  const rows = own.map((one): readonly ExportCell[] => [
    text(figureName(one.figure, language)),
    valueCell(one, digits),
    partCell(one.numerator, one, 'part', digits),
    partCell(one.denominator, one, 'whole', digits),
    shareCell(one.low),
    shareCell(one.high),
    text(isNamed(one.figure, meaning) ? meaning[one.figure] : one.text),
    integer(one.definition),
  ]);
  return tableOf('figures', language, rows);
}

/** The roll-forward of every unit, from the month's figures. */
export function rollForwardTable(
  figures: readonly MonthFigure[],
  digits: number,
  language: Language,
): ExportTable {
  const units = new Map(
    figures.flatMap(({ figure, unitName }) =>
      isRollForward(figure) ? [[figure.split('.')[1] ?? '', unitName ?? ''] as const] : [],
    ),
  );
  const rows = [...units].map(([unitId, name]): readonly ExportCell[] => {
    const value = (column: string) =>
      figures.find((one) => one.figure === `rollForward.${unitId}.${column}`)?.value ?? 0;
    return [
      // A stamp card has a name of its own, points have none.
      text(name === '' ? resources[language].report.points : name),
      ...flowColumns.map((column) => integer(value(column))),
      ...flowColumns.map((column): ExportCell => ({ kind: 'money', minor: value(`${column}Cost`), digits })),
    ];
  });
  return tableOf('rollForward', language, rows);
}

export interface DayRow {
  readonly business_day: BusinessDay;
  readonly check_ins: number;
  readonly identified: number;
  readonly amount: number;
  readonly identified_amount: number;
  readonly amount_check_ins: number;
  readonly rewards: number;
}

/** Every day of a period with something on it. */
export function daysTable(days: readonly DayRow[], digits: number, language: Language): ExportTable {
  const rows = days.map((day): readonly ExportCell[] => [
    { kind: 'day', day: day.business_day },
    integer(day.check_ins),
    integer(day.identified),
    { kind: 'money', minor: day.amount, digits },
    { kind: 'money', minor: day.identified_amount, digits },
    integer(day.amount_check_ins),
    integer(day.rewards),
  ]);
  return tableOf('days', language, rows);
}
