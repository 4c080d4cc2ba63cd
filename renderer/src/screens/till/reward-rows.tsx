import { Button } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { ChosenReward, OfferedReward } from './entry.ts';
import customerClasses from './know-customer.module.css';
import { useTillStore } from './till-context.tsx';

/** More are reached by using the first ones. */
const mostOffers = 2;

const usePrice = (card: CustomerCard): ((reward: { unitId: number; price: number }) => string) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  return ({ unitId, price }) => {
    const isStamps = card.balances.find((unit) => unit.unitId === unitId)?.kind === 'stamps';
    return t(isStamps ? 'reward.costStamps' : 'reward.costPoints', { count: price, n: format.number(price) });
  };
};

/** Rewards in use with this visit, then those that can be used now. */
export const RewardRows = ({
  card,
  chosen,
  offers,
}: {
  card: CustomerCard;
  chosen: readonly ChosenReward[];
  offers: readonly OfferedReward[];
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const price = usePrice(card);
  return (
    <div className={customerClasses.rewards}>
      {chosen.map(({ rewardId, name }) => (
        <div key={rewardId} className={customerClasses.reward} data-used>
          <IconGift size={26} stroke={1.8} className={customerClasses.rewardIcon} aria-hidden />
          <p className={customerClasses.rewardName}>
            {name}
            <small>{t('reward.used')}</small>
          </p>
          <Button variant="default" onClick={() => dispatch({ type: 'dropReward', rewardId })}>
            {t('reward.putBack')}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </div>
      ))}
      {offers.slice(0, Math.max(1, mostOffers - chosen.length)).map((offer, index) => (
        <div key={offer.rewardId} className={customerClasses.reward}>
          <IconGift size={26} stroke={1.8} className={customerClasses.rewardIcon} aria-hidden />
          <p className={customerClasses.rewardName}>
            {offer.name}
            {offers.length > 1 && <small className="num">{price(offer)}</small>}
          </p>
          <Button
            variant="outline"
            rightSection={index === 0 && <KeyCap>F8</KeyCap>}
            onClick={() => dispatch({ type: 'useReward', offer })}
          >
            {t('reward.use')}
            <span className="visually-hidden">: {offer.name}</span>
          </Button>
        </div>
      ))}
    </div>
  );
};
