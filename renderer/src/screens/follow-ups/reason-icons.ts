import {
  IconCake,
  IconCheck,
  IconClockExclamation,
  IconCrown,
  IconFriends,
  IconHandStop,
  IconHeartbeat,
  IconHourglass,
  type IconProps,
  IconSparkles,
  IconSpeakerphone,
  IconTrendingDown,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ListGroup } from './list-groups.ts';

export interface ReasonLook {
  readonly icon: ComponentType<IconProps>;
  readonly tone: 'bad' | 'warn' | 'good' | 'quiet';
}

/** How a group of the list looks: red for what is owed, amber for those who stay away. */
export const reasonLooks: Readonly<Record<ListGroup['key'], ReasonLook>> = {
  promise: { icon: IconHandStop, tone: 'bad' },
  atRisk: { icon: IconHeartbeat, tone: 'warn' },
  slipping: { icon: IconTrendingDown, tone: 'warn' },
  birthday: { icon: IconCake, tone: 'good' },
  firstVisit: { icon: IconUserPlus, tone: 'good' },
  afterItem: { icon: IconClockExclamation, tone: 'good' },
  expiring: { icon: IconHourglass, tone: 'warn' },
  milestone: { icon: IconSparkles, tone: 'good' },
  silentVip: { icon: IconCrown, tone: 'warn' },
  referral: { icon: IconFriends, tone: 'good' },
  campaign: { icon: IconSpeakerphone, tone: 'good' },
  done: { icon: IconCheck, tone: 'quiet' },
};
