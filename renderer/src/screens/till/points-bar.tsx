import { useTranslation } from 'react-i18next';
import type { Balance } from '#shared/contract/till.ts';
import { useFormat } from '../../i18n/use-format.ts';
import customerClasses from './know-customer.module.css';

const percent = (part: number, whole: number): string =>
  `${Math.min(100, Math.max(0, (part / whole) * 100))}%`;

/** Points towards the next reward, today's part hatched. */
export const PointsBar = ({
  unit,
  balance,
  today,
}: {
  unit: Balance;
  /** Points before this visit, after chosen rewards. */
  balance: number;
  /** Points this visit adds. */
  today: number;
}) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { target, rewardName } = unit;
  const shown = format.number(balance);
  if (target === null) {
    return (
      <section className={`${customerClasses.balanceHead} num`}>
        <strong>{t('balance.pointsOnly', { balance: shown })}</strong>
      </section>
    );
  }
  const left = target - balance - today;
  const outlook = (): string => {
    const reward = rewardName ?? '';
    if (balance >= target) return t('balance.enough', { reward });
    return left <= 0
      ? t('balance.reachesReward', { reward })
      : t('balance.toReward', { n: format.number(left), reward });
  };
  const held = Math.min(balance, target);
  const said = { balance: shown, target: format.number(target), plus: format.number(today) };
  return (
    <section>
      <div className={`${customerClasses.balanceHead} num`}>
        <strong>{t('balance.points', { balance: shown, target: format.number(target) })}</strong>
        {rewardName !== null && <span>{outlook()}</span>}
      </div>
      <div className={customerClasses.bar} role="img" aria-label={t('balance.pointsSaid', said)}>
        <span className={customerClasses.barHeld} style={{ width: percent(held, target) }} />
        {today > 0 && held < target && (
          <span
            className={customerClasses.barToday}
            style={{ width: percent(Math.min(today, target - held), target) }}
          />
        )}
      </div>
    </section>
  );
};
