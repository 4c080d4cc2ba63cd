import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './act.module.css';
import { AmountPanel } from './amount-panel.tsx';
import { CheckInButton } from './check-in-button.tsx';
import { checkInOffer } from './check-in-offer.ts';
import { Keypad } from './keypad.tsx';
import { QuickItems } from './quick-items.tsx';
import { ReadyPanel } from './ready-panel.tsx';
import { RefundColumn } from './refund-column.tsx';
import { useTillState, useTillStore } from './till-context.tsx';
import layout from './till-screen.module.css';
import { useEarningWorld } from './use-earning-world.ts';

const UsualButton = ({ usual }: { usual: NonNullable<CustomerCard['usual']> }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { dispatch } = useTillStore();
  return (
    <button
      type="button"
      className={classes.usual}
      onClick={() => dispatch({ type: 'usual', lines: usual.lines })}
    >
      <span>{t('amount.usual')}</span>
      <span className="num">{format.money(usual.amount)}</span>
      <KeyCap>F6</KeyCap>
    </button>
  );
};

/** A check-in that was not written: what is safe, and the way to try again. */
const CheckInFailure = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  if (write === null || write.status === 'sending' || write.intent.kind !== 'checkIn') return null;
  if (write.status === 'interrupted') {
    return (
      <div className={classes.failure}>
        <HintRow tone="warn" live>
          {t('act.interrupted')}
        </HintRow>
      </div>
    );
  }
  return (
    <div className={classes.failure}>
      <FailureBanner error={write.failure} />
      <Button variant="default" fullWidth mt={8} onClick={() => dispatch({ type: 'retry' })}>
        {t('act.retry')}
      </Button>
    </div>
  );
};

/** Do: the amount, the usual, quick items, the keypad and the act; after the act, the wait for the next. */
export const ActColumn = ({ card }: { card: CustomerCard | undefined }) => {
  const state = useTillState();
  const world = useEarningWorld();
  const asksAmount = useShop().till.amountRule !== 'never';
  const { panel } = state;
  if (panel.kind === 'receipt' || panel.kind === 'undone') {
    return (
      <div className={layout.column}>
        <ReadyPanel />
      </div>
    );
  }
  if (panel.kind === 'refunding') {
    return (
      <div className={`${layout.column} ${layout.act}`}>
        <RefundColumn form={panel.form} />
      </div>
    );
  }
  const usual = panel.kind === 'chosen' ? (card?.usual ?? null) : null;
  return (
    <div className={`${layout.column} ${layout.act}`}>
      {asksAmount && <AmountPanel />}
      {usual !== null && <UsualButton usual={usual} />}
      <QuickItems tall={!asksAmount} />
      {asksAmount && <Keypad />}
      <CheckInFailure />
      <CheckInButton offer={checkInOffer(state, card, world)} />
    </div>
  );
};
