import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outlook } from '#shared/contract/outlook.ts';
import { type Format, useFormat } from '../../i18n/use-format.ts';
import { useToday } from '../customers/use-day-words.ts';
import { daysBetween } from '../customers/when-words.ts';

interface Tools {
  readonly t: TFunction<'outlook'>;
  readonly format: Format;
  readonly today: string;
}

/** How often that is: never more often than every day. */
const gap = ({ t, format }: Tools, days: number): string => {
  const count = Math.max(1, Math.round(days));
  return t('gap', { count, n: format.number(count) });
};

/** When somebody is expected: today, on a day to come, or so many days ago; when they came, where one visit is no rhythm yet. */
const expectedWords = (tools: Tools, outlook: Outlook): string => {
  const { t, format, today } = tools;
  const { lastDay, expectedDay, waitedDays, usualGapDays, cameOnce, sinceDays } = outlook;
  if (cameOnce) {
    return sinceDays === 0 ? t('onceToday') : t('once', { count: sinceDays, n: format.number(sinceDays) });
  }
  if (lastDay === today) return t('hereToday', { day: format.dayOfMonth(expectedDay) });
  const late = daysBetween(expectedDay, today);
  if (late === 0) return t('expectedToday');
  const day = format.dayOfMonth(expectedDay);
  return late < 0 || waitedDays <= usualGapDays
    ? t('expected', { day })
    : t('late', { day, count: late, n: format.number(late) });
};

/** Why somebody stands where they stand: the own rhythm beside what is now. Null of whoever came once. */
const becauseWords = (tools: Tools, outlook: Outlook): string | null => {
  const { t, format } = tools;
  const { because, usualGapDays, waitedDays, slowing, cameOnce } = outlook;
  if (cameOnce) return null;
  if (because === 'slowing' && slowing !== null) {
    const { recentGapDays, earlierGapDays } = slowing;
    return t('slowing', { recent: gap(tools, recentGapDays), earlier: gap(tools, earlierGapDays) });
  }
  const usual = Math.max(1, Math.round(usualGapDays));
  return t('usually', { count: usual, n: format.number(usual), waited: format.number(waitedDays) });
};

/** The sentences about somebody's outlook. */
export const useOutlookWords = () => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const today = useToday();
  return useCallback(
    (outlook: Outlook) => {
      const tools = { t, format, today };
      return { expected: expectedWords(tools, outlook), because: becauseWords(tools, outlook) };
    },
    [t, format, today],
  );
};
