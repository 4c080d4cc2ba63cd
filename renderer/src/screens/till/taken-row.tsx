import { IconGift, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import customerClasses from './know-customer.module.css';

/** One reward or voucher: its icon, its name, what it costs, and what can be done with it. */
export const TakenRow = ({
  icon: Icon = IconGift,
  name,
  note,
  isUsed,
  children,
}: {
  icon?: ComponentType<IconProps>;
  name: string;
  note: ReactNode;
  isUsed: boolean;
  children: ReactNode;
}) => (
  <div className={customerClasses.reward} data-used={isUsed || undefined}>
    <Icon size={26} stroke={1.8} className={customerClasses.rewardIcon} aria-hidden />
    <p className={customerClasses.rewardName}>
      {name}
      {note !== null && <small className="num">{note}</small>}
    </p>
    {children}
  </div>
);
