import { IconHandStop, type IconProps, IconUserHeart } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { Format } from '../../i18n/use-format.ts';

export type FollowUpLine = Extract<TimelineEntry, { kind: 'followUp' | 'promise' }>;

/** Follow-ups and promises as lines of a person's history. */
export const followUpWords = (
  entry: FollowUpLine,
  t: TFunction<'followUps'>,
  format: Format,
): {
  readonly icon: ComponentType<IconProps>;
  readonly title: string;
  readonly text: string;
  readonly tag?: string;
} => {
  if (entry.kind === 'promise') {
    return {
      icon: IconHandStop,
      title: t('history.promised', { text: entry.text }),
      text: t('history.promisedText', { day: format.dayShort(entry.dueDay), owner: entry.ownerName }),
    };
  }
  const { reason, outcome, channel, untilDay, words, staffName, undone } = entry;
  const parts = [
    t(`group.${reason}`),
    channel === null ? '' : t('history.by', { channel: t(`channel.${channel}`) }),
    words ?? '',
    staffName,
  ];
  return {
    icon: IconUserHeart,
    title:
      outcome === 'noAnswer' && untilDay === null
        ? t('done.noAnswerEnd')
        : t(`done.${outcome}`, { day: untilDay === null ? '' : format.dayShort(untilDay) }),
    text: parts.filter((part) => part !== '').join(' · '),
    ...(undone ? { tag: t('history.undone') } : {}),
  };
};
