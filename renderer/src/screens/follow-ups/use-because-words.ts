import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpBecause, FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { cameOnce } from '#shared/domain/prediction/came-once.ts';
import { type Format, useFormat } from '../../i18n/use-format.ts';
import { useDayWords, useToday } from '../customers/use-day-words.ts';
import { daysBetween } from '../customers/when-words.ts';
import { chanceOf } from '../risk/chance-words.ts';

/** One of the three facts beside a name: what it is about, and what it says. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface BecauseWords {
  /** One line for the list. */
  readonly line: string;
  readonly facts: readonly Fact[];
}

interface Tools {
  readonly t: TFunction<'followUps'>;
  readonly format: Format;
  readonly dayOf: (day: string) => string;
  readonly today: string;
}

const gapWords = ({ t, format }: Tools, gap: number): string =>
  t('gap', { count: Math.round(gap), n: format.number(Math.round(gap)) });

type Absence = Extract<FollowUpBecause, { kind: 'atRisk' | 'slipping' }>;

/** So many days late as on the board: since the day on which they were expected. */
const absenceLine = (tools: Tools, because: Absence, visits: number): string => {
  const { t, format, today } = tools;
  const { waited, usualGap, expectedDay, lastDay } = because;
  if (cameOnce(visits)) {
    const ago = daysBetween(lastDay, today);
    return t('line.once', { count: ago, n: format.number(ago) });
  }
  const gap = gapWords(tools, usualGap);
  const late = waited > usualGap ? daysBetween(expectedDay, today) : 0;
  return late > 0 ? t('line.late', { count: late, n: format.number(late), gap }) : t('line.slower', { gap });
};

const birthdayLine = ({ t, format }: Tools, inDays: number): string => {
  const count = Math.abs(inDays);
  const n = format.number(count);
  if (inDays === 0) return t('line.birthdayToday');
  return inDays > 0 ? t('line.birthdayIn', { count, n }) : t('line.birthdayAgo', { count, n });
};

type Expiring = Extract<FollowUpBecause, { kind: 'expiring' }>;

const expiringLine = ({ t, format, dayOf }: Tools, { what, name, amount, day }: Expiring): string => {
  const words = { count: amount, n: format.number(amount), name, day: dayOf(day) };
  if (what === 'voucher') return t('line.expiringVoucher', words);
  return what === 'points' ? t('line.expiringPoints', words) : t('line.expiringStamps', words);
};

const lineOf = (tools: Tools, because: FollowUpBecause, visits: number): string => {
  const { t, format, dayOf } = tools;
  switch (because.kind) {
    case 'promise':
      return t('line.promise', { text: because.text });
    case 'atRisk':
    case 'slipping':
      return absenceLine(tools, because, visits);
    case 'birthday':
      return birthdayLine(tools, because.inDays);
    case 'firstVisit':
      return t('line.firstVisit', { day: dayOf(because.day) });
    case 'afterItem':
      return t('line.afterItem', { item: because.itemName, day: dayOf(because.day) });
    case 'expiring':
      return expiringLine(tools, because);
    case 'milestone': {
      const words = { count: because.count, n: format.number(because.count) };
      return because.of === 'years' ? t('line.milestoneYears', words) : t('line.milestoneVisits', words);
    }
    case 'silentVip':
      return t('line.silentVip', { count: because.silentDays, n: format.number(because.silentDays) });
    case 'referral':
      return t('line.referral', { name: because.friendName, day: dayOf(because.day) });
    case 'campaign':
      return t('line.campaign', { name: because.name });
  }
};

const firstFacts = (tools: Tools, because: FollowUpBecause, visits: number): Fact[] => {
  const { t, dayOf } = tools;
  switch (because.kind) {
    case 'promise':
      return [
        { label: t('fact.promised'), text: because.text },
        {
          label: t('fact.by'),
          text: t('fact.byName', { day: dayOf(because.dueDay), name: because.ownerName }),
        },
      ];
    case 'atRisk':
    case 'slipping':
      // One visit is no rhythm: there is no day on which it would bring anybody back.
      if (cameOnce(visits)) return [{ label: t('fact.soFar'), text: t('fact.once') }];
      return [
        { label: t('fact.usually'), text: t('fact.comes', { gap: gapWords(tools, because.usualGap) }) },
        { label: t('fact.expected'), text: dayOf(because.expectedDay) },
      ];
    default:
      return [{ label: t('fact.reason'), text: lineOf(tools, because, visits) }];
  }
};

const valueFact = ({ t, format }: Tools, { yearValue, visits }: FollowUpEntry): Fact => {
  const visitWords = t('fact.visits', { count: visits, n: format.number(visits) });
  return {
    label: t('fact.value'),
    text:
      yearValue === null || yearValue <= 0
        ? visitWords
        : t('fact.valueYear', { money: format.wholeMoney(yearValue), visits: visitWords }),
  };
};

const sinceFact = ({ t, format }: Tools, entry: FollowUpEntry, today: string): Fact => {
  const { lastDay, returns } = entry;
  const away = lastDay === null ? null : daysBetween(lastDay, today);
  const seen =
    away === null
      ? t('fact.neverHere')
      : away <= 0
        ? t('fact.hereToday')
        : t('fact.notHere', { count: away, n: format.number(away) });
  // A chance says something of whoever stays away; beside a birthday it would only be a number.
  const tells = ['promise', 'atRisk', 'slipping'].includes(entry.because.kind);
  if (returns === null || !tells) return { label: t('fact.since'), text: seen };
  const { isLess, percent } = chanceOf(returns, format);
  const chance = t(isLess ? 'fact.unlikely' : 'fact.likely', { percent });
  return { label: t('fact.since'), text: `${seen} ${chance}` };
};

/** Why somebody is on the list, in the shop's words: a line, and three facts. */
export const useBecauseWords = (): ((entry: FollowUpEntry) => BecauseWords) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const today = useToday();
  const dayWords = useDayWords();
  return useCallback(
    (entry) => {
      const tools: Tools = {
        t,
        format,
        today,
        // A date that is near needs no year, whether it is over or to come.
        dayOf: (day) => (daysBetween(today, day) > 0 ? format.dayShort(day) : dayWords(day, null)),
      };
      const { because, yearValue, visits } = entry;
      const value =
        (because.kind === 'atRisk' || because.kind === 'slipping') && yearValue !== null && yearValue > 0
          ? ` ${t('line.value', { money: format.wholeMoney(yearValue) })}`
          : '';
      const first = firstFacts(tools, because, visits);
      return {
        line: lineOf(tools, because, visits) + value,
        facts: [
          ...first,
          ...(first.length < 2 ? [valueFact(tools, entry)] : []),
          sinceFact(tools, entry, today),
        ],
      };
    },
    [t, format, today, dayWords],
  );
};
