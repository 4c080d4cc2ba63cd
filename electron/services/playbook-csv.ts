import type { WordsForPerson } from '#shared/contract/playbooks.ts';
import { csvFormatOf, csvText } from '#shared/domain/exports/csv-text.ts';
import type { ExportCell } from '#shared/domain/exports/export-table.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import { wordsOfToday } from './playbook-words.ts';
import type { ShopContext } from './shop-context.ts';

const columns = ['name', 'reason', 'way', 'phone', 'email', 'language', 'subject', 'call', 'write'] as const;

const text = (value: string): ExportCell => (value === '' ? null : { kind: 'text', text: value });

/** The number or address of a way; empty where it was not agreed to: nobody is reached by a file against their will. */
const reachBy = ({ ways }: WordsForPerson, channels: readonly string[]): string =>
  ways.find(({ channel }) => channels.includes(channel))?.shown ?? '';

/** Those on today's list who may be turned to, as a table for a phone or a mail merge. */
export async function csvOfToday(ctx: ShopContext, language: Language) {
  const { day, people } = await wordsOfToday(ctx);
  const { paper } = resources[language].playbooks;
  const { group, channel } = resources[language].followUps;
  const reachable = people.filter(({ ways }) => ways.some((way) => way.channel !== 'inPerson'));
  const rows = reachable.map((one) => {
    const [first] = one.ways;
    return [
      ...[one.name, group[one.reason], first ? channel[first.channel] : ''].map(text),
      ...[reachBy(one, ['call', 'text']), reachBy(one, ['email']), one.language].map(text),
      ...[one.subject, one.call, one.write].map(text),
    ];
  });
  const table = {
    name: paper.list,
    columns: columns.map((key) => ({ name: paper.columns[key], explanation: '' })),
    rows,
  };
  return {
    file: paper.file.replace('{{day}}', day),
    text: csvText(table, csvFormatOf(language === 'fi' ? ',' : '.')),
    people: rows.length,
  };
}
