import { dictionary as english } from '#shared/i18n/en/dictionary.ts';
import { dictionary as finnish } from '#shared/i18n/fi/dictionary.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { DictionaryTexts } from '../../reports/everything-run.ts';

type Texts = Omit<DictionaryTexts, 'headings' | 'whole'> & {
  readonly file: string;
  readonly list: Readonly<Record<'table' | 'column' | 'type' | 'meaning' | 'whole', string>>;
  readonly readme: readonly string[];
  /** What a column means wherever it stands; a table may say otherwise. */
  readonly shared: Readonly<Record<string, string>>;
};

/** Looked up here and not among the texts of the screens, which would only become larger by them. */
const texts: Readonly<Record<Language, Texts>> = { en: english, fi: finnish };

/** A table that answers for the columns that mean the same everywhere too. */
const withShared = ({ tables, shared }: Texts): DictionaryTexts['tables'] =>
  Object.fromEntries(
    Object.entries(tables).map(([table, { meaning, columns }]) => [
      table,
      { meaning, columns: { ...shared, ...columns } },
    ]),
  );

/** The data dictionary in a language. */
export function dictionaryIn(language: Language): DictionaryTexts {
  const { list, decoded, types } = texts[language];
  return {
    headings: [list.table, list.column, list.type, list.meaning],
    whole: list.whole,
    decoded,
    types,
    tables: withShared(texts[language]),
  };
}

const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_all, key: string) => values[key] ?? '');

/** What an archive of everything is called, without its ending. */
export const everythingName = (language: Language, date: string): string =>
  filled(texts[language].file, { date });

/** The text that explains the archive. */
export const everythingReadme = (language: Language, values: Readonly<Record<string, string>>): string =>
  `${texts[language].readme.map((line) => filled(line, values)).join('\r\n')}\r\n`;
