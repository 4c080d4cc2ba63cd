import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeToday } from '#shared/contract/follow-ups.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToday } from '../customers/use-day-words.ts';

/** The day after one of the calendar's days. */
export const dayAfter = (day: string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(addDays(parsed, 1));
};

/** What became of somebody: in a word for the list, and in a sentence with the name when it was just written down. */
export const useOutcomeWords = () => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const dayOf = useCallback(
    (day: string | null) =>
      day === null ? '' : day === dayAfter(today) ? t('tomorrowDay') : format.dayShort(day),
    [t, format, today],
  );
  const done = useCallback(
    ({ outcome, returnsOn }: OutcomeToday): string =>
      outcome === 'noAnswer' && returnsOn === null
        ? t('done.noAnswerEnd')
        : t(`done.${outcome}`, { day: dayOf(returnsOn) }),
    [t, dayOf],
  );
  const recorded = useCallback(
    (name: string, { outcome, returnsOn }: OutcomeToday): string =>
      outcome === 'noAnswer' && returnsOn === null
        ? t('recorded.noAnswerEnd', { name })
        : t(`recorded.${outcome}`, { name, day: dayOf(returnsOn) }),
    [t, dayOf],
  );
  return { done, recorded };
};
