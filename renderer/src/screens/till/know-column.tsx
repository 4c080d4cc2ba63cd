import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState, FailureBanner } from '../../components/error-state.tsx';
import { checkInOffer } from './check-in-offer.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { IdlePanel } from './idle-panel.tsx';
import classes from './know.module.css';
import { LaterRefund } from './later-panels.tsx';
import { MovePanel } from './move-panel.tsx';
import { NewCustomerPanel } from './new-customer-panel.tsx';
import { NobodyPanel } from './nobody-panel.tsx';
import { NoticeRow } from './notice-row.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { useTillState } from './till-context.tsx';
import { personOf } from './till-panels.ts';
import layout from './till-screen.module.css';
import { UndonePanel } from './undone-panel.tsx';
import { UnknownCardPanel } from './unknown-card-panel.tsx';
import { useEarningWorld } from './use-earning-world.ts';
import type { SearchHits } from './use-search-hits.ts';
import { WalkInPanel } from './walk-in-panel.tsx';

export interface Known {
  readonly card: CustomerCard | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

const ChosenCustomer = ({ known }: { known: Known }) => {
  const { t } = useTranslation('till');
  const state = useTillState();
  const world = useEarningWorld();
  const sentence = useFailureSentence();
  const { panel, entry } = state;
  if (known.error !== null && known.error !== undefined) {
    return <ErrorState text={`${t('customer.failed')}. ${sentence(known.error)}`} onRetry={known.retry} />;
  }
  if (known.card === undefined || panel.kind !== 'chosen') return null;
  const { gains } = checkInOffer(state, known.card, world);
  return <CustomerPanel card={known.card} entry={entry} note={panel.note} gains={gains} />;
};

const PanelContent = ({ known, found, onAnswered }: KnowColumnProps) => {
  const { panel } = useTillState();
  switch (panel.kind) {
    case 'idle':
      return <IdlePanel />;
    case 'searching':
      if (found.answered !== null && found.hits.length === 0 && found.voucher === null)
        return <NobodyPanel query={found.answered} />;
      return known.card === undefined ? null : <PreviewPanel card={known.card} />;
    case 'chosen':
      return <ChosenCustomer known={known} />;
    case 'walkIn':
      return <WalkInPanel />;
    case 'newCustomer':
      return <NewCustomerPanel form={panel.form} found={found} onAnswered={onAnswered} />;
    case 'unknownCard':
      return <UnknownCardPanel code={panel.code} search={panel} found={found} openNow={personOf(panel)} />;
    case 'moving':
      return <MovePanel visit={panel.visit} search={panel} found={found} />;
    case 'refunding':
      return <LaterRefund form={panel.form} />;
    case 'receipt':
      return <ReceiptPanel receipt={panel.receipt} isNew={panel.isNew} note={panel.note} />;
    case 'undone':
      return <UndonePanel undone={panel.undone} />;
  }
};

interface KnowColumnProps {
  /** The customer who is open, or highlighted in the search. */
  readonly known: Known;
  readonly found: SearchHits;
  readonly onAnswered: () => void;
}

/** What failed beside the panel: an undo whose receipt is not on the screen, setting aside, giving up. */
const OtherFailure = () => {
  const { panel, write } = useTillState();
  if (write?.status !== 'failed') return null;
  const { kind } = write.intent;
  const isOther = kind === 'park' || kind === 'release' || (kind === 'undo' && panel.kind !== 'receipt');
  return isOther ? <FailureBanner error={write.failure} /> : null;
};

/** Know: whatever there is to know about the person in front of the counter. */
export const KnowColumn = (props: KnowColumnProps) => {
  const { panel, notice } = useTillState();
  const isNew = panel.kind === 'receipt' || panel.kind === 'newCustomer' || panel.kind === 'undone';
  return (
    <Card
      key={panel.kind}
      className={layout.panel}
      emphasis={panel.kind === 'receipt'}
      data-fresh={isNew || undefined}
    >
      <div className={notice === null ? undefined : classes.notices}>
        {notice !== null && <NoticeRow notice={notice} />}
        <OtherFailure />
      </div>
      <PanelContent {...props} />
    </Card>
  );
};
