import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outlook } from '#shared/contract/outlook.ts';
import { type Format, useFormat } from '../../i18n/use-format.ts';
import { useToday } from '../customers/use-day-words.ts';
import { daysBetween } from '../customers/when-words.ts';

/** Nobody is certain to come back, whatever rounding says. */
export const chanceWords = (chance: number, format: Format): string =>
  format.percent(Math.min(0.99, Math.max(0.01, chance)), 0);

interface Tools {
  readonly t: TFunction<'outlook'>;
  readonly format: Format;
  readonly today: string;
}

/** So many days, in words. */
const days = ({ t, format }: Tools, count: number): string =>
  t('days', { count: Math.round(count), n: format.number(Math.round(count)) });

/** When somebody is expected: today, on a day to come, or so many days ago. */
const expectedWords = (tools: Tools, { lastDay, expectedDay, waitedDays, usualGapDays }: Outlook): string => {
  const { t, format, today } = tools;
  if (lastDay === today) return t('hereToday', { day: format.dayOfMonth(expectedDay) });
  const late = daysBetween(expectedDay, today);
  if (late === 0) return t('expectedToday');
  const day = format.dayOfMonth(expectedDay);
  return late < 0 || waitedDays <= usualGapDays
    ? t('expected', { day })
    : t('late', { day, count: late, n: format.number(late) });
};

/** Why somebody stands where they stand: the own rhythm beside what is now, or that they came once. */
const becauseWords = (tools: Tools, outlook: Outlook): string => {
  const { t, format } = tools;
  const { because, usualGapDays, waitedDays, slowing, cameOnce, sinceDays } = outlook;
  if (cameOnce) return t('once', { count: sinceDays, n: format.number(sinceDays) });
  if (because === 'slowing' && slowing !== null) {
    const { recentGapDays, earlierGapDays } = slowing;
    return t('slowing', { recent: days(tools, recentGapDays), earlier: days(tools, earlierGapDays) });
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
