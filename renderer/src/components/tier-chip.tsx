import { IconCrown, type IconProps, IconStar, IconUser } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import classes from './tier-chip.module.css';

/** How heavily a level is drawn: the lowest grey, the highest filled, those between outlined. */
export const tierWeight = (index: number, of: number): 'grey' | 'outline' | 'filled' => {
  if (index <= 0) return 'grey';
  return index >= of - 1 ? 'filled' : 'outline';
};

const icons: Readonly<Record<ReturnType<typeof tierWeight>, ComponentType<IconProps>>> = {
  grey: IconUser,
  outline: IconStar,
  filled: IconCrown,
};

/** A tier by name. Levels differ by icon and fill, so that they are told apart without colour. */
export const TierChip = ({ name, index, of }: { name: string; index: number; of: number }) => {
  const weight = tierWeight(index, of);
  const Icon = icons[weight];
  return (
    <span className={classes.chip} data-weight={weight}>
      <Icon size={17} stroke={2} aria-hidden />
      {name}
    </span>
  );
};
