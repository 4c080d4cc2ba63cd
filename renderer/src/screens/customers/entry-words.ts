import {
  IconArrowMerge,
  IconCoffee,
  IconGift,
  IconHelp,
  IconNote,
  type IconProps,
  IconScissors,
  IconShieldCheck,
  IconShieldX,
  IconShoppingBag,
  IconUserPlus,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Format } from '../../i18n/use-format.ts';
import { followUpWords } from '../follow-ups/history-words.ts';

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

/** One entry of a person's history in words; the icon of a visit is that of the kind of shop. */
export const entryWords = (
  entry: TimelineEntry,
  shop: Settings['shop']['kind'],
  { t, followUpTexts }: Texts,
  format: Format,
): EntryWords => {
  switch (entry.kind) {
    case 'visit':
      return visitWords(entry, visitIcon[shop], t, format);
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
    case 'interest':
      return {
        icon: IconHelp,
        title: t('history.askedAbout', { what: entry.what }),
        text: t('history.by', { name: entry.staffName }),
        ...(entry.state === 'open' ? {} : { tag: t(`history.interest.${entry.state}`) }),
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
