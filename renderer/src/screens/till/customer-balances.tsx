import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Balance, CustomerCard } from '#shared/contract/till.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { Gains } from './earning-preview.ts';
import type { Entry } from './entry.ts';
import customerClasses from './know-customer.module.css';
import { PointsBar } from './points-bar.tsx';
import { balanceAfterRewards } from './reward-offers.ts';
import { StampCard } from './stamp-card.tsx';

/** A further stamp card in one line: how far it is, and what today adds. */
const CompactCard = ({ unit, balance, today }: { unit: Balance; balance: number; today: number }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const name = unit.name === '' ? t('balance.stampsTitle') : unit.name;
  const counted = { name, balance: format.number(balance), target: format.number(unit.target ?? 0) };
  const isReady = unit.target !== null && balance >= unit.target;
  return (
    <p className={`${customerClasses.compactCard} num`} data-ready={isReady || undefined}>
      {isReady && <IconRosetteDiscountCheck size={20} stroke={1.9} aria-hidden />}
      <strong>{t(unit.target === null ? 'balance.compactOnly' : 'balance.stamps', counted)}</strong>
      {today > 0 && <span>{t('balance.plus', { n: format.number(today) })}</span>}
    </p>
  );
};

/** What the customer has collected: the first stamp card large, the others in a line each, then the points. */
export const CustomerBalances = ({
  card,
  entry,
  gains,
}: {
  card: CustomerCard;
  entry: Entry;
  gains: Gains | null;
}) => {
  const facts = card.balances.map((unit) => ({
    unit,
    balance: balanceAfterRewards(card, entry, unit.unitId),
    today: gains?.byUnit.get(unit.unitId) ?? 0,
  }));
  const [first, ...others] = facts.filter(({ unit }) => unit.kind === 'stamps');
  return (
    <div className={customerClasses.balances}>
      {first !== undefined && <StampCard {...first} />}
      {others.length > 0 && (
        <div className={customerClasses.compactCards}>
          {others.map((each) => (
            <CompactCard key={each.unit.unitId} {...each} />
          ))}
        </div>
      )}
      {facts
        .filter(({ unit }) => unit.kind === 'points')
        .map((each) => (
          <PointsBar key={each.unit.unitId} {...each} />
        ))}
    </div>
  );
};
