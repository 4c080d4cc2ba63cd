import type { MonthFigure } from '#shared/contract/month-close.ts';
import { monthOf, parseDay } from '#shared/domain/business-day/business-day.ts';
import { detailPart } from '#shared/domain/month-close/detail-figures.ts';
import { formatMonth, formatNumber } from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import { filled } from './file-name.ts';

type Texts = (typeof resources)[Language];
type Detail = NonNullable<ReturnType<typeof detailPart>>;
type About = Pick<MonthFigure, 'figure' | 'unitName'>;

const has = <T extends object>(texts: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(texts, key);

/** "rollForward.12.earnedCost" as its column, and whether it is at cost. */
function rollForwardColumn({ report }: Texts, figure: string) {
  const [, column = '', cost] = /^rollForward\.\d+\.([a-z]+)(Cost)?$/.exec(figure) ?? [];
  return has(report.column, column) ? { column, isCost: cost !== undefined } : null;
}

/** The words for a group that has no name of its own. */
function groupWords({ month }: Texts, by: string, group: string): string {
  const { splits, tiers } = month.figures;
  if (group !== 'unknown' && has(splits.group, group)) return splits.group[group];
  return by === 'tier' ? tiers.none : splits.group.unknown;
}

/** What stands in the name of a detail: a month, a number, scores, or a group of people. */
function detailValues(texts: Texts, { kind, about }: Detail, label: string | null, language: Language) {
  const [first = '', second = ''] = about;
  const day = parseDay(`${first}-01`);
  const number = (text: string) => formatNumber(Number(text), language);
  if (kind === 'split') {
    const { by } = texts.month.figures.splits;
    return {
      by: has(by, first) ? by[first].toLocaleLowerCase(language) : first,
      name: label ?? groupWords(texts, first, about.slice(1).join('.')),
    };
  }
  if (kind === 'rfm') return { r: first, f: second };
  if (kind === 'tier' || kind === 'tierSpend') return { name: label ?? groupWords(texts, 'tier', first) };
  if (day !== null) return { month: formatMonth(monthOf(day), language), n: number(second) };
  return { n: number(first) };
}

/** What a figure of a close is called in a language; a figure of a later program that is not known keeps its key. */
export function frozenName({ figure, unitName }: About, language: Language): string {
  const texts = resources[language];
  const { report } = texts;
  if (has(report.figure, figure)) return report.figure[figure];
  const detail = detailPart(figure);
  if (detail !== null)
    return filled(report.detail[detail.kind], detailValues(texts, detail, unitName, language));
  const part = rollForwardColumn(texts, figure);
  if (part === null) return figure;
  const column = report.column[part.column].toLocaleLowerCase(language);
  const unit = unitName === null || unitName === '' ? report.points : unitName;
  return filled(part.isCost ? report.ofUnitCost : report.ofUnit, { unit, column });
}

/** Definitions that the languages have words for; one with another number is told in the words it was sealed with. */
const wordedDefinition = 1;

/** The definition of a frozen figure in full, in a language. */
export function frozenWording(figure: MonthFigure, language: Language): string {
  const texts = resources[language];
  const { definitions } = texts;
  if (figure.definition !== wordedDefinition) return figure.text;
  if (has(definitions.figure, figure.figure)) return definitions.figure[figure.figure];
  const detail = detailPart(figure.figure);
  if (detail !== null) return definitions.detail[detail.kind];
  const part = rollForwardColumn(texts, figure.figure);
  if (part === null) return figure.text;
  const own = definitions.column[part.column];
  return part.isCost ? `${own} ${definitions.atCost}` : own;
}
