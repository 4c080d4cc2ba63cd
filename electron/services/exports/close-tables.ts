import type {
  ClosedContent,
  MonthClose,
  MonthFigure,
  RestatementLine,
} from '#shared/contract/month-close.ts';
import type { ExportCell, ExportTable } from '#shared/domain/exports/export-table.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import {
  integerCell as integer,
  partCell,
  shareCell,
  tableOf,
  textCell as text,
  valueCell,
} from './export-tables.ts';
import { frozenName, frozenWording } from './frozen-words.ts';

/** A close with all that can be checked about it. */
export interface CloseToCheck {
  readonly close: MonthClose;
  /** Null: what was frozen cannot be read any more. */
  readonly content: ClosedContent | null;
  /** Null: nothing can be compared, since what was frozen was changed or cannot be read. */
  readonly lines: readonly RestatementLine[] | null;
  /** Every close of the shop, oldest first. */
  readonly chain: readonly MonthClose[];
}

/** A moment the same in every country: world time, as ISO 8601 spells it. */
const moment = (at: number): ExportCell => text(new Date(at).toISOString());

/** What was closed when by whom, and whether the check sums fit. */
function sealTable({ close, content }: CloseToCheck, language: Language): ExportTable {
  const { close: words, verdict } = resources[language].exports;
  const broken = close.broken.map((what) => verdict[what]);
  const { reopened } = close;
  const replaces = content?.replaces ?? null;
  const rows: readonly (readonly [keyof typeof words, ExportCell])[] = [
    ['number', integer(close.number)],
    ['month', text(close.month)],
    ...(content === null
      ? []
      : ([
          ['firstDay', text(content.from)],
          ['dayAfter', text(content.to)],
          ['shop', text(content.shop)],
          ['currency', text(content.currency)],
          ['window', integer(content.window)],
          ['format', integer(content.format)],
          ['figures', integer(content.figures.length)],
        ] as const)),
    ['closedAt', moment(close.at)],
    ['closedBy', text(close.by)],
    ['hash', text(close.hash)],
    ['previousHash', close.previousHash === null ? null : text(close.previousHash)],
    ['verdict', text(broken.length === 0 ? verdict.good : broken.join(' '))],
    ['replaces', replaces === null ? null : integer(replaces.number)],
    ['replacesWhy', replaces === null ? null : text(replaces.reason)],
    ['reopenedAt', reopened === null ? null : moment(reopened.at)],
    ['reopenedBy', reopened === null ? null : text(reopened.by)],
    ['reopenedWhy', reopened === null ? null : text(reopened.reason)],
  ];
  return tableOf(
    'close',
    language,
    rows.map(([key, cell]) => [text(words[key]), cell]),
  );
}

/** Every figure that was frozen, with its definition in the reader's words and in those it was sealed with. */
export function frozenTable(
  figures: readonly MonthFigure[],
  digits: number,
  language: Language,
): ExportTable {
  const rows = figures.map((one): readonly ExportCell[] => [
    text(one.figure),
    text(frozenName(one, language)),
    one.unitName === null ? null : text(one.unitName),
    valueCell(one, digits),
    partCell(one.numerator, one, 'part', digits),
    partCell(one.denominator, one, 'whole', digits),
    shareCell(one.low),
    shareCell(one.high),
    integer(one.definition),
    text(frozenWording(one, language)),
    text(one.text),
  ]);
  return tableOf('frozen', language, rows);
}

function stepsTable(content: ClosedContent | null, language: Language): ExportTable {
  const { step: names } = resources[language].close;
  const { stepState } = resources[language].exports;
  const isStep = (step: string): step is keyof typeof names => step in names;
  const rows = (content?.steps ?? []).map(({ step, state, reason }) => [
    text(isStep(step) ? names[step] : step),
    text(stepState[state]),
    reason === null ? null : text(reason),
  ]);
  return tableOf('steps', language, rows);
}

function restatedTable(lines: CloseToCheck['lines'], digits: number, language: Language): ExportTable {
  if (lines === null) {
    const { notCompared } = resources[language].close.closed;
    return tableOf('restated', language, [[null, text(notCompared), null, null, null, null, null]]);
  }
  const rows = lines.map((line): readonly ExportCell[] => [
    text(line.figure),
    text(frozenName(line, language)),
    line.unitName === null ? null : text(line.unitName),
    valueCell({ kind: line.kind, value: line.closed }, digits),
    valueCell({ kind: line.kind, value: line.today }, digits),
    valueCell({ kind: line.kind, value: line.difference }, digits),
    integer(line.definition),
  ]);
  return tableOf('restated', language, rows);
}

function chainTable(chain: readonly MonthClose[], language: Language): ExportTable {
  const { verdict } = resources[language].exports;
  const rows = chain.map((one): readonly ExportCell[] => [
    integer(one.number),
    text(one.month),
    moment(one.at),
    text(one.by),
    text(one.hash),
    one.previousHash === null ? null : text(one.previousHash),
    one.reopened === null ? null : moment(one.reopened.at),
    text(one.broken.length === 0 ? verdict.good : one.broken.map((what) => verdict[what]).join(' ')),
  ]);
  return tableOf('chain', language, rows);
}

/** Everything an accountant needs to check a close by hand, a sheet each. */
export function closeTables(one: CloseToCheck, digits: number, language: Language): readonly ExportTable[] {
  return [
    sealTable(one, language),
    frozenTable(one.content?.figures ?? [], digits, language),
    stepsTable(one.content, language),
    restatedTable(one.lines, digits, language),
    chainTable(one.chain, language),
  ];
}
