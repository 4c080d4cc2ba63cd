import {
  IconCalendarClock,
  IconClipboardCheck,
  IconGift,
  IconHeartbeat,
  type IconProps,
  IconSettings,
  IconShoppingCartCheck,
  IconUsb,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A place in the rail; its position is its Ctrl+number. */
export interface RailEntry {
  readonly key: 'till' | 'followUps' | 'customers' | 'month' | 'risk' | 'loyalty' | 'backup' | 'settings';
  readonly to:
    | '/till'
    | '/follow-ups'
    | '/customers'
    | '/month'
    | '/risk'
    | '/loyalty'
    | '/backup'
    | '/settings';
  readonly icon: ComponentType<IconProps>;
}

/** The rail's groups: work, think, keep. */
export const railGroups: readonly (readonly RailEntry[])[] = [
  [
    { key: 'till', to: '/till', icon: IconShoppingCartCheck },
    { key: 'followUps', to: '/follow-ups', icon: IconClipboardCheck },
    { key: 'customers', to: '/customers', icon: IconUsers },
  ],
  [
    { key: 'month', to: '/month', icon: IconCalendarClock },
    { key: 'risk', to: '/risk', icon: IconHeartbeat },
    { key: 'loyalty', to: '/loyalty', icon: IconGift },
  ],
  [
    { key: 'backup', to: '/backup', icon: IconUsb },
    { key: 'settings', to: '/settings', icon: IconSettings },
  ],
];

/** All entries in rail order. */
export const railEntries: readonly RailEntry[] = railGroups.flat();
