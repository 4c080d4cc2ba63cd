import { useTranslation } from 'react-i18next';
import type { LogEntry } from '#shared/contract/audit.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { changeWords } from './change-words.ts';

/** A line of the log in words, as it is shown, searched and saved. */
export interface LogWords {
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly details: string;
  readonly why: string;
}

/** What the monthly run does without anybody. */
const doneByItself: readonly LogEntry['kind'][] = ['forgotten', 'note'];

/** Whether every word typed stands somewhere in a line. */
export const matches = (words: LogWords, search: string): boolean => {
  const text = Object.values(words).join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Kinds that are refused for want of proof, not of permission. */
const proofs: readonly LogEntry['kind'][] = ['signIn', 'approval', 'recovery'];

/** Says an entry of the log in the language of the screen. */
export const useLogWords = (): ((entry: LogEntry, withDay?: boolean) => LogWords) => {
  const { t } = useTranslation(['audit', 'staff']);
  const format = useFormat();
  const whyUnusual = ({ unusual, kind }: LogEntry) => {
    if (unusual === null) return null;
    return t(unusual === 'refused' && proofs.includes(kind) ? 'unusual.notProven' : `unusual.${unusual}`);
  };
  return (entry, withDay = false) => {
    const who = entry.staffName ?? t(doneByItself.includes(entry.kind) ? 'itself' : 'nobody');
    const details = [
      entry.aboutName,
      entry.customerName,
      entry.amount === null ? null : format.money(entry.amount),
      ...entry.changes.map((change) => changeWords(t, format, change)),
    ];
    return {
      when: withDay ? `${format.dayOfMonth(entry.day)} ${format.time(entry.at)}` : format.time(entry.at),
      who: entry.approvedBy === null ? who : t('approved', { who, by: entry.approvedBy }),
      what: entry.isRefused ? t('refusedWhat', { what: t(`kind.${entry.kind}`) }) : t(`kind.${entry.kind}`),
      details: details.filter((one) => one !== null).join(', '),
      why: [entry.reason, whyUnusual(entry)].filter((one) => one !== null && one !== '').join(' · '),
    };
  };
};
