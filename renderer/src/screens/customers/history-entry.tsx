import {
  IconArrowMerge,
  IconCoffee,
  IconGift,
  IconNote,
  type IconProps,
  IconScissors,
  IconShieldCheck,
  IconShieldX,
  IconShoppingBag,
  IconUserPlus,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { type Format, useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { followUpWords } from '../follow-ups/history-words.ts';
import classes from './history.module.css';
import { useDayWords } from './use-day-words.ts';

type VisitEntry = Extract<TimelineEntry, { kind: 'visit' }>;

const visitIcon: Readonly<Record<Settings['shop']['kind'], ComponentType<IconProps>>> = {
  cafe: IconCoffee,
  salon: IconScissors,
  other: IconShoppingBag,
};

interface EntryWords {
  readonly icon: ComponentType<IconProps>;
  readonly title: string;
  readonly text: string;
  readonly tag?: string;
}

const visitWords = (
  entry: VisitEntry,
  icon: ComponentType<IconProps>,
  t: TFunction<'customers'>,
  format: Format,
): EntryWords => {
  const bought = entry.lines.map(({ name, quantity }) =>
    quantity > 1 ? t('history.times', { quantity, name }) : name,
  );
  const changes = entry.changes
    .filter(({ change }) => change !== 0)
    .map(({ kind, change }) => {
      const sign = change > 0 ? '+' : '\u2212';
      return `${sign}${t(`profile.${kind}`, { count: Math.abs(change), n: format.number(Math.abs(change)) })}`;
    });
  const rewards = entry.rewardNames.join(', ');
  const parts = [
    bought.join(', '),
    rewards === '' ? '' : t('history.rewardUsed', { names: rewards }),
    changes.join(', '),
    entry.imported ? t('history.imported') : entry.staffName,
  ];
  return {
    icon: rewards === '' ? icon : IconGift,
    title:
      entry.amount === null
        ? t('history.visit')
        : t('history.visitAmount', { amount: format.money(entry.amount) }),
    text: parts.filter((part) => part !== '').join(' · '),
    ...(entry.state === 'done' ? {} : { tag: t(`history.${entry.state}`) }),
  };
};

interface Texts {
  readonly t: TFunction<'customers'>;
  readonly followUpTexts: TFunction<'followUps'>;
}

const entryWords = (
  entry: TimelineEntry,
  visit: ComponentType<IconProps>,
  { t, followUpTexts }: Texts,
  format: Format,
): EntryWords => {
  switch (entry.kind) {
    case 'visit':
      return visitWords(entry, visit, t, format);
    case 'note':
      return { icon: IconNote, title: entry.text, text: t('history.by', { name: entry.staffName }) };
    case 'consent':
      return {
        icon: entry.granted ? IconShieldCheck : IconShieldX,
        title: t(entry.granted ? 'history.consentYes' : 'history.consentNo', {
          purpose: t(`permissions.purpose.${entry.purpose}`),
        }),
        text: t('history.by', { name: entry.staffName }),
      };
    case 'joined':
      return {
        icon: IconUserPlus,
        title: t('history.joined'),
        text: t('history.by', { name: entry.staffName }),
      };
    case 'merged':
      return {
        icon: IconArrowMerge,
        title: t('history.merged', { name: entry.name }),
        text: t('history.by', { name: entry.staffName }),
      };
    case 'followUp':
    case 'promise':
      return followUpWords(entry, followUpTexts, format);
  }
};

/** One line of a person's history. */
export const HistoryEntry = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation('customers');
  const { t: followUpTexts } = useTranslation('followUps');
  const format = useFormat();
  const dayWords = useDayWords();
  const { kind } = useShop().shop;
  const { icon: Icon, title, text, tag } = entryWords(entry, visitIcon[kind], { t, followUpTexts }, format);
  // An imported visit has a day, but nobody knows at what time it was.
  const time: ReactNode = entry.kind === 'visit' && entry.imported ? null : format.time(entry.at);
  return (
    <li className={classes.entry} data-undone={tag !== undefined || undefined}>
      <p className={`${classes.when} num`}>
        {dayWords(entry.day, null)}
        {time !== null && <span>{time}</span>}
      </p>
      <span className={classes.entryIcon} aria-hidden>
        <Icon size={20} stroke={1.8} />
      </span>
      <div className={classes.entryWords}>
        <p className={classes.entryTitle} data-note={entry.kind === 'note' || undefined}>
          <span>{title}</span>
          {tag !== undefined && <span className={classes.tag}>{tag}</span>}
        </p>
        <p className={classes.entryText}>{text}</p>
      </div>
    </li>
  );
};
