import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconGift, IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BalanceChange, Receipt } from '#shared/contract/till.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CorrectionButtons } from './correction-buttons.tsx';
import classes from './know.module.css';
import receiptClasses from './know-receipt.module.css';
import { LazyNoteForm } from './lazy-note-form.tsx';
import { PersonName } from './panel-head.tsx';
import { refundOfReceipt } from './refund-form.ts';
import { spokenLine } from './spoken-line.ts';
import { StillToSay } from './still-to-say.tsx';
import { useTillState, useTillStore } from './till-context.tsx';
import { useProgramme } from './use-till-data.ts';

/** More lines of a basket are counted, so that the receipt stays on one page. */
const mostLines = 3;

/** How a balance went: before → after, and what it goes towards. */
export const ChangeLine = ({ change }: { change: BalanceChange }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { kind, name, before, after, target, gifts } = change;
  const fallback = t(kind === 'stamps' ? 'receipt.stamps' : 'receipt.points');
  const [from, to] = [format.number(before), format.number(after)];
  return (
    <div className={receiptClasses.line}>
      <dt>{name === '' ? fallback : name}</dt>
      <dd className="num">
        <span aria-hidden>
          {from} → {to}{' '}
        </span>
        <span className="visually-hidden">{t('receipt.before', { before: from, after: to })} </span>
        {target !== null && <small>{t('receipt.of', { target: format.number(target) })}</small>}
        {gifts > 0 && (
          <small className={receiptClasses.gift}>
            <IconGift size={16} stroke={1.9} aria-hidden />
            {t(kind === 'stamps' ? 'receipt.giftStamps' : 'receipt.giftPoints', {
              count: gifts,
              n: format.number(gifts),
            })}
          </small>
        )}
      </dd>
    </div>
  );
};

const Bought = ({ receipt }: { receipt: Receipt }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { lines, rewards, vouchers, amount } = receipt;
  const shown = lines.length > mostLines ? lines.slice(0, mostLines - 1) : lines;
  const hidden = lines.length - shown.length;
  return (
    <>
      {shown.map(({ itemId, name, quantity, unitPrice }) => (
        <div key={itemId} className={receiptClasses.line}>
          <dt>{quantity === 1 ? name : t('amount.line', { quantity, name })}</dt>
          <dd className="num">{format.money(unitPrice * quantity)}</dd>
        </div>
      ))}
      {hidden > 0 && (
        <div className={receiptClasses.line}>
          <dt>{t('receipt.moreLines', { count: hidden, n: format.number(hidden) })}</dt>
          <dd />
        </div>
      )}
      {rewards.map(({ rewardId, name }) => (
        <div key={rewardId} className={receiptClasses.line} data-reward>
          <dt>{t('receipt.reward')}</dt>
          <dd>{name}</dd>
        </div>
      ))}
      {vouchers.map(({ code, name }) => (
        <div key={code} className={receiptClasses.line} data-reward>
          <dt>{t('receipt.voucher')}</dt>
          <dd>{name}</dd>
        </div>
      ))}
      {amount !== null && (
        <div className={receiptClasses.line} data-total>
          <dt>{t('receipt.total')}</dt>
          <dd className="num">{format.money(amount)}</dd>
        </div>
      )}
    </>
  );
};

const Say = ({ receipt, isNew }: { receipt: Receipt; isNew: boolean }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const programme = useProgramme();
  const line = spokenLine(receipt, isNew, programme?.rules.rewards ?? []);
  if (line === null) return null;
  const sentence = (): string => {
    switch (line.kind) {
      case 'rewardUsed':
      case 'rewardReady':
        return t(`say.${line.kind}`, { reward: line.reward });
      case 'stampsLeft':
      case 'pointsLeft':
        return t(`say.${line.kind}`, {
          count: line.count,
          n: format.number(line.count),
          reward: line.reward,
        });
      case 'milestone':
        return t('say.milestone', { n: format.number(line.count) });
      default:
        return t(`say.${line.kind}`);
    }
  };
  return (
    <div className={receiptClasses.say}>
      <p>{t('receipt.youCanSay')}</p>
      <p>{t('receipt.said', { sentence: sentence() })}</p>
    </div>
  );
};

const ReceiptActs = ({ receipt }: { receipt: Receipt }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { visitId, customerId, customerName: name, at, amount } = receipt;
  return (
    <div className={classes.acts} data-pairs>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={20} stroke={2} aria-hidden />}
        rightSection={<KeyCap>F9</KeyCap>}
        onClick={() => dispatch({ type: 'undo', visitId, newId: newRequestId() })}
      >
        {t('receipt.undo')}
      </Button>
      {customerId !== null && (
        <Button
          variant="default"
          leftSection={<IconNote size={20} stroke={1.9} aria-hidden />}
          onClick={() => dispatch({ type: 'writeNote', text: '' })}
        >
          {t('receipt.addNote')}
        </Button>
      )}
      <CorrectionButtons
        visit={{ visitId, name, customerId, at, amount }}
        refund={refundOfReceipt(receipt)}
      />
    </div>
  );
};

/** With several stamp cards only those that this visit changed; else all, so that the way to go is seen. */
const shownChanges = (changes: readonly BalanceChange[]): readonly BalanceChange[] =>
  changes.length <= 2 ? changes : changes.filter(({ before, after, spent }) => before !== after || spent > 0);

/** It is on disk: what was bought, what it brought, and a line to say. */
export const ReceiptPanel = ({
  receipt,
  isNew,
  note,
}: {
  receipt: Receipt;
  isNew: boolean;
  note: string | null;
}) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { write } = useTillState();
  const failure = write?.status === 'failed' && write.intent.kind === 'undo' ? write.failure : null;
  const isWalkIn = receipt.customerId === null;
  const title = isWalkIn ? 'receipt.sold' : isNew ? 'receipt.newCustomer' : 'receipt.checkedIn';
  return (
    <>
      <div role="status" className={receiptClasses.receipt}>
        <header className={classes.head}>
          <span className={classes.sign} data-tone="good">
            <IconCheck size={38} stroke={2.6} aria-hidden />
          </span>
          <div className={classes.who}>
            <p className={classes.welcome}>{t(title)}</p>
            <PersonName name={receipt.customerName ?? t('receipt.walkIn')} />
          </div>
        </header>
        <dl className={receiptClasses.lines}>
          <Bought receipt={receipt} />
          {shownChanges(receipt.changes).map((change) => (
            <ChangeLine key={change.unitId} change={change} />
          ))}
        </dl>
        <p className={`${receiptClasses.served} num`}>
          <span>{t('receipt.servedBy', { name: receipt.staffName })}</span>
          <span>{`${format.date(receipt.day, 'short')} ${format.time(receipt.at)}`}</span>
        </p>
        <Say receipt={receipt} isNew={isNew} />
      </div>
      {receipt.customerId !== null && <StillToSay customerId={receipt.customerId} />}
      <FailureBanner error={failure} />
      <div className={classes.grow} />
      {note === null ? (
        <ReceiptActs receipt={receipt} />
      ) : (
        <LazyNoteForm name={receipt.customerName ?? ''} text={note} />
      )}
    </>
  );
};
