import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconGift, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#shared/contract/items.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import classes from './loyalty.module.css';
import { NumberField } from './number-field.tsx';
import type { RewardDraft } from './programme-draft.ts';

const itemPrefix = 'item:';

const givesValue = (reward: RewardDraft): string =>
  reward.gives === 'item' && reward.itemId !== null ? `${itemPrefix}${reward.itemId}` : reward.gives;

/** One reward: what it is called, what it is paid with, what it gives and what it costs the shop. */
export const RewardRow = ({
  reward,
  number,
  items,
  autoFocus,
  onChange,
  onRemove,
}: {
  reward: RewardDraft;
  number: number;
  items: readonly Item[];
  autoFocus: boolean;
  onChange: (reward: RewardDraft) => void;
  onRemove: () => void;
}) => {
  const { t } = useTranslation('loyalty');
  const change = (part: Partial<RewardDraft>) => onChange({ ...reward, ...part });
  const choose = (value: string) => {
    if (value === 'amountOff' || value === 'other') change({ gives: value, itemId: null });
    else change({ gives: 'item', itemId: Number(value.slice(itemPrefix.length)) });
  };
  const offered = items.filter((item) => item.active || item.id === reward.itemId);
  const title = t('rewards.name', { number });
  return (
    <li className={classes.reward}>
      <IconGift size={26} stroke={1.8} className={classes.gift} aria-hidden />
      <TextInput
        size="md"
        className={classes.rewardName}
        aria-label={title}
        placeholder={t('rewards.namePlaceholder')}
        maxLength={60}
        autoFocus={autoFocus}
        value={reward.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <ActionIcon
        variant="default"
        size={48}
        aria-label={
          reward.name === '' ? t('rewards.removeUnnamed') : t('rewards.remove', { name: reward.name })
        }
        onClick={onRemove}
      >
        <IconTrash size={22} stroke={1.8} aria-hidden />
      </ActionIcon>
      <fieldset className={classes.terms} aria-label={title}>
        <span className={classes.quiet}>{t('rewards.for')}</span>
        {reward.pricedIn === 'points' && (
          <NumberField
            label={t('rewards.price')}
            max={1_000_000}
            value={reward.price}
            onChange={(price) => change({ price })}
          />
        )}
        <Select
          size="md"
          className={classes.pricedIn}
          aria-label={t('rewards.pricedIn')}
          data={[
            { value: 'stamps', label: t('rewards.stamps') },
            { value: 'points', label: t('rewards.points') },
          ]}
          value={reward.pricedIn}
          onChange={(value) => change({ pricedIn: value === 'points' ? 'points' : 'stamps' })}
        />
        <span className={classes.quiet}>{t('rewards.giving')}</span>
        <Select
          size="md"
          className={classes.gives}
          aria-label={t('rewards.gives')}
          data={[
            ...offered.map(({ id, name }) => ({ value: `${itemPrefix}${id}`, label: name })),
            { value: 'amountOff', label: t('rewards.amountOff') },
            { value: 'other', label: t('rewards.other') },
          ]}
          value={givesValue(reward)}
          onChange={(value) => value !== null && choose(value)}
        />
        {reward.gives === 'amountOff' && (
          <AmountInput
            size="md"
            className={classes.amount}
            aria-label={t('rewards.off')}
            value={reward.amountOff}
            onChange={(amountOff) => change({ amountOff })}
          />
        )}
        <span className={classes.together}>
          <span className={classes.quiet}>{t('rewards.costs')}</span>
          <AmountInput
            size="md"
            className={classes.amount}
            aria-label={t('rewards.cost')}
            value={reward.cost}
            onChange={(cost) => change({ cost })}
          />
        </span>
      </fieldset>
    </li>
  );
};
