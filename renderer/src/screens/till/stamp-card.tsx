import { IconCheck, IconGift } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/contract/till.ts';
import { useFormat } from '../../i18n/use-format.ts';
import customerClasses from './know-customer.module.css';
import { type StampCell, stampRow } from './stamp-row.ts';

/** Longer cards go into two rows of smaller stamps; beyond two rows only the figures are shown. */
const mostInRow = 12;
const mostInTwoRows = 24;

const Stamp = ({ cell, number, today }: { cell: StampCell; number: number; today: string }) => (
  <span className={customerClasses.stamp} data-cell={cell}>
    {cell === 'stamped' && <IconCheck size={18} stroke={2.6} />}
    {cell === 'today' && today}
    {cell === 'open' && number}
    {cell === 'reward' && <IconGift size={19} stroke={1.8} />}
  </span>
);

/** A stamp card with what today adds: stamps there, today's "+1", and the way to the reward. */
export const StampCard = ({
  unit,
  balance,
  today,
}: {
  unit: Balance;
  /** Stamps before this visit, after chosen rewards. */
  balance: number;
  /** Stamps this visit adds. */
  today: number;
}) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const size = unit.target ?? 0;
  const reward = unit.rewardName;
  if (size < 1) return null;
  const { cells, on, fullCards, leftAfterToday } = stampRow(balance, size, today);
  const count = leftAfterToday;
  const n = format.number(count);
  const outlook = (): string => {
    if (on === size) return reward === null ? '' : t('balance.fullNow', { reward });
    if (count === 0)
      return reward === null ? t('balance.fullStamps') : t('balance.fullAfterToday', { reward });
    return reward === null
      ? t('balance.moreStamps', { count, n })
      : t('balance.moreAfterToday', { count, n, reward });
  };
  const full =
    fullCards === 0 ? '' : ` · ${t('balance.fullCards', { count: fullCards, n: format.number(fullCards) })}`;
  const name = unit.name === '' ? t('balance.stampsTitle') : unit.name;
  const perRow = size <= mostInRow ? Math.max(size, 10) : Math.ceil(size / 2);
  return (
    <section>
      <div className={`${customerClasses.balanceHead} num`}>
        <strong>{t('balance.stamps', { name, balance: on, target: size }) + full}</strong>
        <span>{outlook()}</span>
      </div>
      {size <= mostInTwoRows && (
        <div
          className={customerClasses.stamps}
          data-small={size > mostInRow || undefined}
          style={{ '--per-row': perRow } as CSSProperties}
          role="img"
          aria-label={t('balance.stampsSaid', { name, balance: on, target: size })}
        >
          {cells.map(({ place, cell }) => (
            <Stamp key={place} cell={cell} number={place} today={t('balance.plus', { n: 1 })} />
          ))}
        </div>
      )}
    </section>
  );
};
