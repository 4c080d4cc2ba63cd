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
import type { Role } from '#shared/domain/staff/roles.ts';

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
  /**
   * The lowest role that has any use for the screen. It follows from the table of who may do what (a test holds it to
   * that), which is too large for the start of the till.
   */
  readonly from: Role;
  /** Whether a training has it too. */
  readonly inTraining: boolean;
}

/** The rail's groups: work, think, keep. */
export const railGroups: readonly (readonly RailEntry[])[] = [
  [
    { key: 'till', to: '/till', icon: IconShoppingCartCheck, from: 'staff', inTraining: true },
    { key: 'followUps', to: '/follow-ups', icon: IconClipboardCheck, from: 'staff', inTraining: true },
    { key: 'customers', to: '/customers', icon: IconUsers, from: 'staff', inTraining: true },
  ],
  [
    { key: 'month', to: '/month', icon: IconCalendarClock, from: 'manager', inTraining: true },
    { key: 'risk', to: '/risk', icon: IconHeartbeat, from: 'manager', inTraining: true },
    { key: 'loyalty', to: '/loyalty', icon: IconGift, from: 'manager', inTraining: true },
  ],
  [
    { key: 'backup', to: '/backup', icon: IconUsb, from: 'staff', inTraining: false },
    { key: 'settings', to: '/settings', icon: IconSettings, from: 'manager', inTraining: true },
  ],
];

/** All entries in rail order. */
export const railEntries: readonly RailEntry[] = railGroups.flat();
