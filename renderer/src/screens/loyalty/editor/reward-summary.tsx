import {
  IconCirclePlus,
  IconGift,
  IconHeart,
  IconPercentage,
  IconPigMoney,
  type IconProps,
  IconSparkles,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ProgrammeRules,
  type Reward,
  type RewardKind,
  unitsOf,
} from '#shared/domain/loyalty/programme.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './editor.module.css';

const icons: Readonly<Record<RewardKind, ComponentType<IconProps>>> = {
  freeItem: IconGift,
  percentOff: IconPercentage,
  amountOff: IconPigMoney,
  addOn: IconCirclePlus,
  experience: IconSparkles,
  thanks: IconHeart,
};

/** One reward in a line: what it is, what it is paid with, what it costs the shop and how often it was used. */
export const RewardSummary = ({
  reward,
  rules,
  used,
  isOpen,
  onToggle,
}: {
  readonly reward: Reward;
  readonly rules: ProgrammeRules;
  /** Times used last month; null when that is not known. */
  readonly used: number | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) => {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const Icon = icons[reward.kind];
  const isStamps = unitsOf(rules).find(({ unitId }) => unitId === reward.unitId)?.kind === 'stamps';
  const price = t(isStamps ? 'rewards.stamps' : 'rewards.points', {
    count: reward.price,
    n: format.number(reward.price),
  });
  return (
    <div className={classes.rewardLine} data-off={!reward.active || undefined}>
      <Icon size={26} stroke={1.8} className={classes.rewardIcon} aria-hidden />
      <span className={classes.rewardName}>{reward.name}</span>
      <span className={`${classes.rewardPrice} num`}>{price}</span>
      <span className={classes.tag}>
        {t(reward.active ? `rewards.kind.${reward.kind}` : 'rewards.paused')}
      </span>
      <span className={`${classes.rewardCost} num`}>{format.money(reward.cost)}</span>
      <span className={`${classes.rewardUsed} num`}>
        {used !== null && t('rewards.used', { count: used, n: format.number(used) })}
      </span>
      <button type="button" className={classes.chip} aria-expanded={isOpen} onClick={onToggle}>
        {t(isOpen ? 'rewards.close' : 'rewards.edit')}
        <span className="visually-hidden">: {reward.name}</span>
      </button>
    </div>
  );
};
