import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { OfferedReward } from './choose-reward.ts';
import type { Entry } from './entry.ts';
import customerClasses from './know-customer.module.css';
import { hinderedRewards, offersFor, vouchersFor } from './reward-offers.ts';
import { spendsOf } from './settle-entry.ts';
import { TakenRow } from './taken-row.tsx';
import { useTillStore } from './till-context.tsx';
import { useSoldItems } from './use-till-data.ts';
import { ChosenVouchers, OfferedVouchers } from './voucher-rows.tsx';

/** As many as fit without scrolling; the others are one tap away. */
const mostRows = 2;

const usePrice = (card: CustomerCard): ((unitId: number, price: number) => string) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  return (unitId, price) => {
    const isStamps = card.balances.find((unit) => unit.unitId === unitId)?.kind === 'stamps';
    return t(isStamps ? 'reward.costStamps' : 'reward.costPoints', { count: price, n: format.number(price) });
  };
};

const ChosenRewards = ({ card, entry }: { card: CustomerCard; entry: Entry }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const price = usePrice(card);
  const spends = spendsOf(entry);
  return entry.rewards.map(({ rewardId, name, unitId, price: whole, partial }) => (
    <TakenRow
      key={rewardId}
      name={name}
      note={
        partial
          ? t('reward.usedFor', { price: price(unitId, spends.get(rewardId) ?? whole) })
          : t('reward.used')
      }
      isUsed
    >
      <Button variant="default" onClick={() => dispatch({ type: 'dropReward', rewardId })}>
        {t('reward.putBack')}
        <span className="visually-hidden">: {name}</span>
      </Button>
    </TakenRow>
  ));
};

const OfferedRewards = ({
  card,
  offers,
  isOnly,
}: {
  card: CustomerCard;
  offers: readonly OfferedReward[];
  /** The price of the only reward goes without saying. */
  isOnly: boolean;
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const price = usePrice(card);
  const noteOf = ({ unitId, price: whole, partial }: OfferedReward): string | null => {
    if (partial) return t('reward.upTo', { price: price(unitId, whole) });
    return isOnly ? null : price(unitId, whole);
  };
  return offers.map((offer, index) => (
    <TakenRow key={offer.rewardId} name={offer.name} note={noteOf(offer)} isUsed={false}>
      <Button
        variant="outline"
        rightSection={index === 0 && <KeyCap>F8</KeyCap>}
        onClick={() => dispatch({ type: 'useReward', offer })}
      >
        {t('reward.use')}
        <span className="visually-hidden">: {offer.name}</span>
      </Button>
    </TakenRow>
  ));
};

/** What is used with this visit, what can be, and why another reward they collected for cannot. */
export const RewardRows = ({ card, entry }: { card: CustomerCard; entry: Entry }) => {
  const { t } = useTranslation(['till', 'tillActs']);
  const format = useFormat();
  const { items } = useSoldItems();
  const [isOpen, setIsOpen] = useState(false);
  const rewards = offersFor(card, entry, items);
  const vouchers = vouchersFor(card, entry, items);
  const room = Math.max(1, mostRows - entry.rewards.length - entry.vouchers.length);
  // A voucher ends, so one of them is shown beside the first reward.
  const shownVouchers = isOpen ? vouchers : vouchers.slice(0, Math.max(1, room - rewards.length));
  const shownRewards = isOpen ? rewards : rewards.slice(0, Math.max(1, room - shownVouchers.length));
  const hindered = hinderedRewards(card, entry);
  // A word about one of them fits only while nothing else needs the place.
  const isQuiet = rewards.length + vouchers.length + entry.rewards.length + entry.vouchers.length === 0;
  const shownHindered = isOpen ? hindered : hindered.slice(0, isQuiet ? 1 : 0);
  const hidden =
    rewards.length +
    vouchers.length +
    hindered.length -
    shownRewards.length -
    shownVouchers.length -
    shownHindered.length;
  return (
    <>
      <ChosenRewards card={card} entry={entry} />
      <ChosenVouchers entry={entry} />
      <OfferedRewards card={card} offers={shownRewards} isOnly={rewards.length === 1} />
      <OfferedVouchers card={card} offers={shownVouchers} />
      {(hidden > 0 || isOpen) && (
        <Button variant="subtle" size="sm" onClick={() => setIsOpen(!isOpen)}>
          {isOpen
            ? t('tillActs:voucher.fewer')
            : t('tillActs:voucher.more', { count: hidden, n: format.number(hidden) })}
        </Button>
      )}
      {shownHindered.map(({ rewardId, name, obstacle }) => (
        <p key={rewardId} className={customerClasses.hindered}>
          {t(`reward.hindered.${obstacle}`, { reward: name })}
        </p>
      ))}
    </>
  );
};
