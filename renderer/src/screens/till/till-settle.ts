import { toFailure } from '../../api/failure-sentence.ts';
import { emptyEntry } from './entry.ts';
import { type BasePanel, baseOf, idle, type Person } from './till-panels.ts';
import {
  type Notice,
  type TillAction,
  type TillState,
  type UndoResult,
  type WriteResult,
  withPanel,
} from './till-state.ts';
import type { Write } from './till-write.ts';

/** The answer to the write under way: what it changed on the screen. */
export const settle = (
  state: TillState,
  action: Extract<TillAction, { type: 'written' | 'refused' }>,
): TillState => {
  const { write } = state;
  if (write === null || write.requestId !== action.requestId || write.status !== 'sending') return state;
  if (action.type === 'refused') {
    const failed = { ...write, status: 'failed', failure: action.failure } as const;
    const isPhoneWrong = toFailure(action.failure).code === 'InvalidPhone';
    return { ...state, question: isPhoneWrong ? 'phone' : state.question, write: failed };
  }
  return afterWrite({ ...state, write: null }, write, action.result);
};

const withNotice = (state: TillState, notice: Notice): TillState => ({ ...state, notice });

const afterWrite = (state: TillState, write: Write, result: WriteResult): TillState => {
  const { intent } = write;
  switch (result.kind) {
    case 'checkIn': {
      const { receipt } = result;
      const isNew = intent.kind === 'checkIn' && intent.input.newCustomer !== undefined;
      const panel = { kind: 'receipt', receipt, isNew, note: null, entry: state.entry } as const;
      return { ...withPanel(state, panel), entry: emptyEntry };
    }
    case 'undo':
      return afterUndo(state, result.undone);
    case 'move': {
      const { receipt } = result;
      const isFree = isNobodyThere(state);
      if (!isFree)
        return withNotice(withPanel(state, baseOf(state.panel)), {
          kind: 'moved',
          name: receipt.customerName,
        });
      return withPanel(state, { kind: 'receipt', receipt, isNew: false, note: null, entry: emptyEntry });
    }
    case 'giveCard': {
      if (intent.kind !== 'giveCard') return state;
      const panel = { kind: 'chosen', person: intent.to, note: null, rush: false } as const;
      const { name } = intent.to;
      return withNotice(withPanel(state, panel), { kind: 'cardGiven', name, code: intent.code });
    }
    case 'note': {
      const name = intent.kind === 'note' || intent.kind === 'askedAbout' ? intent.person.name : '';
      const { panel } = state;
      const closed = panel.kind === 'chosen' || panel.kind === 'receipt' ? { ...panel, note: null } : panel;
      return withNotice({ ...state, panel: closed }, { kind: 'noteSaved', name });
    }
    case 'refund': {
      if (intent.kind !== 'refund') return state;
      const { name, amount } = intent;
      const notice = { kind: 'refunded', name, amount, changes: result.refunded.changes } as const;
      return withNotice(withPanel(state, afterRefund(state)), notice);
    }
    case 'park': {
      const name = intent.kind === 'park' ? intent.name : null;
      return withNotice({ ...withPanel(state, idle), entry: emptyEntry }, { kind: 'parked', name });
    }
    case 'release': {
      if (intent.kind !== 'release') return state;
      const { parkedId } = state.entry;
      const entry = parkedId === intent.parkedId ? { ...state.entry, parkedId: null } : state.entry;
      return withNotice({ ...state, entry }, { kind: 'released', name: intent.name });
    }
  }
};

/** What stood behind; the receipt of the visit does not, because its figures are not true any more. */
const afterRefund = ({ panel }: TillState): BasePanel => {
  const base = baseOf(panel);
  return base.kind === 'receipt' ? idle : base;
};

/** Nobody is being served: the panel may give way to the outcome. */
const isNobodyThere = (state: TillState): boolean => {
  const { kind } = baseOf(state.panel);
  return kind === 'idle' || kind === 'receipt' || kind === 'undone';
};

const personIn = ({ customerId, customerName }: UndoResult): Person | null =>
  customerId === null ? null : { customerId, name: customerName ?? '' };

/** With somebody else already open, the undo is a line; else it takes the middle and can be corrected. */
const afterUndo = (state: TillState, undone: UndoResult): TillState => {
  const { amount, changes, customerName, undoneVisitId } = undone;
  const { panel } = state;
  if (panel.kind !== 'idle' && panel.kind !== 'receipt' && panel.kind !== 'undone') {
    return withNotice({ ...state, selectedVisitId: null }, { kind: 'undone', name: customerName, amount });
  }
  const isShown = panel.kind === 'receipt' && panel.receipt.visitId === undoneVisitId;
  const entry = isShown ? panel.entry : { ...emptyEntry, typed: amount };
  const next = { person: personIn(undone), amount, changes, entry };
  return withPanel(state, { kind: 'undone', undone: next });
};

/** The panel after the undo, with the visit open again as it had been entered. */
export const correctUndone = (state: TillState): TillState => {
  if (state.panel.kind !== 'undone') return state;
  const { person, entry } = state.panel.undone;
  const panel =
    person === null
      ? ({ kind: 'walkIn' } as const)
      : ({ kind: 'chosen', person, note: null, rush: false } as const);
  return { ...withPanel(state, person === null && entry === emptyEntry ? idle : panel), entry };
};
