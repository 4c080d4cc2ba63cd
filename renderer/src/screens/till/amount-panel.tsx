import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './act.module.css';
import { shownAmount } from './settle-entry.ts';
import { useTillState } from './till-context.tsx';

/** Longer sums are set smaller, so that they stay in one line. */
const longSum = 12;

/** The amount as it is being entered; takes the digits itself while it has the focus. */
export const AmountPanel = () => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { entry, question } = useTillState();
  const amount = shownAmount(entry);
  const sum = format.money(amount);
  const lines = entry.lines
    .map(({ name, quantity }) => (quantity === 1 ? name : t('amount.line', { quantity, name })))
    .join(' + ');
  const label = t(entry.rewards.length + entry.vouchers.length > 0 ? 'amount.afterReward' : 'amount.label');
  const isAsked = question === 'amount' || question === 'large';
  return (
    <div
      className={classes.amount}
      data-asked={isAsked || undefined}
      data-till-amount
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={amount}
      aria-valuetext={sum}
    >
      <div className={classes.amountHead}>
        <strong role={isAsked ? 'alert' : undefined}>
          {question === 'amount' ? t('amount.howMuch') : label}
        </strong>
        <span className={classes.bought} title={lines}>
          {lines}
        </span>
      </div>
      <div className={`${classes.sum} num`} data-long={sum.length > longSum || undefined}>
        {sum}
      </div>
      {question === 'large' && (
        <p className={classes.sure} role="alert">
          {t('amount.sure', { amount: sum })}
        </p>
      )}
    </div>
  );
};
