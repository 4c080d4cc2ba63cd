import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './act.module.css';
import { Keypad } from './keypad.tsx';
import { useTillState, useTillStore } from './till-context.tsx';
import type { RefundForm } from './till-panels.ts';

/** How much is given back, and the act. */
export const RefundColumn = ({ form }: { form: RefundForm }) => {
  const { t } = useTranslation('tillActs');
  const format = useFormat();
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  const { amount, left } = form;
  const sum = format.money(amount);
  const isSaving = write?.status === 'sending' && write.intent.kind === 'refund';
  return (
    <>
      <div
        className={classes.amount}
        data-till-amount
        data-till-focus
        role="spinbutton"
        tabIndex={0}
        aria-label={t('refund.amount')}
        aria-valuenow={amount}
        aria-valuetext={sum}
      >
        <div className={classes.amountHead}>
          <strong>{t('refund.amount')}</strong>
        </div>
        <div className={`${classes.sum} num`}>{sum}</div>
      </div>
      <button
        type="button"
        className={classes.usual}
        onClick={() => dispatch({ type: 'fillRefund', fields: { amount: left } })}
      >
        <span>{t('refund.all')}</span>
        <span className="num">{format.money(left)}</span>
      </button>
      <Keypad />
      <button
        type="button"
        className={classes.checkIn}
        disabled={amount < 1 || isSaving}
        aria-busy={isSaving}
        onClick={() => dispatch({ type: 'submit', newId: newRequestId() })}
      >
        <span className={classes.checkInWords}>
          <b>{t('refund.give')}</b>
          <span className="num">{sum}</span>
        </span>
        <KeyCap>Enter</KeyCap>
      </button>
    </>
  );
};
