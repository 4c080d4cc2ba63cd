import { assertNever } from '#shared/domain/assert-never.ts';
import {
  chooseReward,
  chooseVoucher,
  dropCustomer,
  dropReward,
  dropVoucher,
  type OfferedVoucher,
} from './choose-reward.ts';
import { addItem, eraseLast, takeUsual, typeDigits } from './edit-entry.ts';
import { type Entry, holdPrices, isEmptyEntry } from './entry.ts';
import { formFromQuery } from './new-customer-form.ts';
import { contentOf } from './parked-entry.ts';
import { eraseRefund, typeRefund } from './refund-form.ts';
import { nextCheckInStep } from './till-check-in.ts';
import { stepBack } from './till-escape.ts';
import {
  baseOf,
  emptySearch,
  type NewCustomerForm,
  type Panel,
  type Person,
  personOf,
  type RefundForm,
  type Search,
  searchIn,
} from './till-panels.ts';
import { correctUndone, settle } from './till-settle.ts';
import { isSending, type ScanResult, type TillAction, type TillState, withPanel } from './till-state.ts';
import { type Intent, sending } from './till-write.ts';

/**
 * The till after one key, tap, scan or answer. Pure: whatever is to be sent stands in `write` afterwards.
 * While a write is under way a second Enter is nothing, and everything else waits its turn, so that no key
 * is lost and no visit written twice.
 */
export const reduceTill = (state: TillState, action: TillAction): TillState => {
  switch (action.type) {
    case 'rewind':
      return { ...action.to, write: state.write, rules: state.rules };
    case 'rules':
      return { ...state, rules: action.rules };
    case 'written':
    case 'refused':
      return replayQueue(settle(state, action));
    default:
      if (!isSending(state)) return reduceFree(state, action);
      if (action.type === 'submit' || action.type === 'undo' || action.type === 'retry') return state;
      return { ...state, queued: [...state.queued, action] };
  }
};

const replayQueue = (state: TillState): TillState =>
  isSending(state) ? state : state.queued.reduce(reduceTill, { ...state, queued: [] });

type FreeAction = Exclude<TillAction, { type: 'rewind' | 'rules' | 'written' | 'refused' }>;

const reduceFree = (state: TillState, action: FreeAction): TillState => {
  switch (action.type) {
    case 'typed':
      return [...action.text].reduce(typeCharacter, state);
    case 'digits':
      if (state.panel.kind === 'refunding')
        return withRefund(state, (form) => typeRefund(form, action.digits));
      return isIdleAfterVisit(state) ? state : withEntry(state, typeDigits(state.entry, action.digits));
    case 'erase':
      if (state.panel.kind === 'refunding') return withRefund(state, eraseRefund);
      return withEntry(state, eraseLast(state.entry));
    case 'addItem':
      return withEntry(leaveOutcome(state), addItem(state.entry, action.item));
    case 'usual':
      return withEntry(state, takeUsual(state.entry, action.lines));
    case 'useReward':
      return state.panel.kind === 'chosen'
        ? withEntry(state, chooseReward(state.entry, action.offer))
        : state;
    case 'dropReward':
      return withEntry(state, dropReward(state.entry, action.rewardId));
    case 'useVoucher':
      return state.panel.kind === 'chosen'
        ? withEntry(state, chooseVoucher(state.entry, action.offer))
        : state;
    case 'dropVoucher':
      return withEntry(state, dropVoucher(state.entry, action.code));
    case 'holdPrices':
      return personOf(state.panel)?.customerId === action.customerId
        ? { ...state, entry: holdPrices(state.entry, action.held) }
        : state;
    case 'escape':
      return stepBack(state);
    case 'walkIn':
      return { ...withPanel(state, { kind: 'walkIn' }), entry: dropCustomer(state.entry) };
    case 'newCustomer':
      return openForm(state);
    case 'submit':
      return submit(state, action.newId);
    case 'undo':
      return send(state, { kind: 'undo', visitId: action.visitId }, action.newId);
    case 'correct':
      return correctUndone(state);
    case 'retry':
      return state.write === null
        ? state
        : { ...state, write: { ...state.write, status: 'sending', failure: null } };
    case 'scanned':
      return readCard(state, action.result, action.rush, action.newId);
    case 'callFailed':
      return { ...state, notice: { kind: 'failed', failure: action.failure } };
    case 'selectVisit':
      return { ...state, selectedVisitId: action.visitId };
    case 'startMove':
      return startMove(state, action);
    case 'startRefund':
      return withPanel(state, { kind: 'refunding', form: action.form, behind: baseOf(state.panel) });
    case 'fillRefund':
      return withRefund(state, (form) => ({ ...form, ...action.fields }));
    case 'voucherFound':
      return takeFoundVoucher(state, action.person, action.offer);
    case 'park':
      return park(state, action.newId);
    case 'resume':
      return resume(state, action.person, action.entry);
    case 'release': {
      const { parkedId, name } = action;
      return send(state, { kind: 'release', parkedId, name }, action.newId);
    }
    default:
      return reducePanel(state, action);
  }
};

type PanelAction = Extract<
  FreeAction,
  {
    type:
      | 'searchFor'
      | 'move'
      | 'commit'
      | 'choose'
      | 'open'
      | 'fillForm'
      | 'writeNote'
      | 'saveNote'
      | 'saveAskedAbout';
  }
>;

const reducePanel = (state: TillState, action: PanelAction): TillState => {
  switch (action.type) {
    case 'searchFor':
      return searchFor(state, action.query);
    case 'move':
      return withSearch(state, (search) => ({
        ...search,
        active: within(search.active + action.by, action.rows),
      }));
    case 'commit':
      return withSearch(state, (search) => ({ ...search, commit: true }));
    case 'choose':
      return choose(state, action.person, action.newId);
    case 'open':
      return openKnown(state, action.person, action.newId);
    case 'fillForm':
      return fillForm(state, action.fields);
    case 'writeNote':
      return writeNote(state, action.text);
    case 'saveNote':
      return saveNote(state, action.newId, (person, text) => ({ kind: 'note', person, text }));
    case 'saveAskedAbout': {
      const { itemId, newId } = action;
      return saveNote(state, newId, (person, words) => ({ kind: 'askedAbout', person, itemId, words }));
    }
    default:
      return assertNever(action);
  }
};

/** Receipt and undo show no amount: the next one starts with the next customer. */
const isIdleAfterVisit = ({ panel }: TillState): boolean =>
  panel.kind === 'receipt' || panel.kind === 'undone';

const leaveOutcome = (state: TillState): TillState =>
  isIdleAfterVisit(state) ? withPanel(state, { kind: 'idle' }) : state;

const withEntry = (state: TillState, entry: Entry): TillState =>
  entry === state.entry ? state : { ...state, entry, question: null };

const within = (row: number, rows: number): number => Math.max(0, Math.min(row, rows - 1));

const withSearch = (state: TillState, change: (search: Search) => Search): TillState => {
  const { panel } = state;
  const search = searchIn(panel);
  if (search === null) return state;
  if (panel.kind === 'newCustomer')
    return { ...state, panel: { kind: 'newCustomer', form: { ...panel.form, referrer: change(search) } } };
  return { ...state, panel: { ...panel, ...change(search) } };
};

const searchFor = (state: TillState, query: string): TillState => {
  const { panel } = state;
  if (panel.kind === 'searching' && query === '') return withPanel(state, panel.behind);
  if (searchIn(panel) !== null) return withSearch(state, () => ({ ...emptySearch, query }));
  return query === ''
    ? state
    : withPanel(state, { kind: 'searching', ...emptySearch, query, behind: baseOf(panel) });
};

/** A character typed into the search box: a digit of the amount when somebody is being served, else a word. */
const typeCharacter = (state: TillState, character: string): TillState => {
  const { panel, rules } = state;
  const isServing = panel.kind === 'chosen' || panel.kind === 'walkIn';
  if (isServing && rules.amountRule !== 'never' && /^[0-9]$/.test(character))
    return withEntry(state, typeDigits(state.entry, character));
  if (panel.kind === 'searching') return searchFor(state, panel.query + character);
  if (character.trim() === '') return state;
  return withPanel(state, { kind: 'searching', ...emptySearch, query: character, behind: baseOf(panel) });
};

/** Opens the form for a new customer with what was searched for. */
const openForm = (state: TillState): TillState => {
  const { panel, entry } = state;
  const base = baseOf(panel);
  if (base.kind === 'newCustomer') return withPanel(state, base);
  const query = panel.kind === 'searching' || panel.kind === 'unknownCard' ? panel.query : '';
  const form = formFromQuery(query, panel.kind === 'unknownCard' ? panel.code : null);
  return { ...withPanel(state, { kind: 'newCustomer', form }), entry: dropCustomer(entry) };
};

const fillForm = (state: TillState, fields: Partial<NewCustomerForm>): TillState =>
  state.panel.kind === 'newCustomer'
    ? { ...state, question: null, panel: { kind: 'newCustomer', form: { ...state.panel.form, ...fields } } }
    : state;

const writeNote = (state: TillState, note: string | null): TillState => {
  const { panel } = state;
  if (panel.kind !== 'chosen' && panel.kind !== 'receipt') return state;
  return { ...state, notice: null, panel: { ...panel, note } };
};

const saveNote = (
  state: TillState,
  newId: string,
  intentOf: (person: Person, text: string) => Intent,
): TillState => {
  const { panel } = state;
  if (panel.kind !== 'chosen' && panel.kind !== 'receipt') return state;
  const text = panel.note?.trim() ?? '';
  const person = panel.kind === 'chosen' ? panel.person : customerOf(panel);
  if (text === '' || person === null) return state;
  return send(state, intentOf(person, text), newId);
};

const customerOf = ({ receipt }: Extract<Panel, { kind: 'receipt' }>): Person | null =>
  receipt.customerId === null ? null : { customerId: receipt.customerId, name: receipt.customerName ?? '' };

/** A person was tapped, confirmed or scanned: opened, given the card, given the visit, or named as who told. */
const choose = (state: TillState, person: Person, newId: string): TillState => {
  const { panel } = state;
  switch (panel.kind) {
    case 'unknownCard':
      return send(state, { kind: 'giveCard', code: panel.code, to: person }, newId);
    case 'moving':
      return send(state, { kind: 'move', visitId: panel.visit.visitId, to: person }, newId);
    case 'newCustomer':
      return fillForm(state, { referredBy: person, referrer: emptySearch });
    default:
      return open(state, person, false);
  }
};

/** The person is in the list after all: they get the card that was scanned for the new customer. */
const openKnown = (state: TillState, person: Person, newId: string): TillState => {
  const { panel } = state;
  if (panel.kind !== 'newCustomer') return open(state, person, false);
  const { cardCode } = panel.form;
  if (cardCode !== null) return send(state, { kind: 'giveCard', code: cardCode, to: person }, newId);
  return withPanel(state, openPanel(person, false));
};

const openPanel = (person: Person, rush: boolean): Panel => ({ kind: 'chosen', person, note: null, rush });

/** Opens a customer. The amount stays; whoever was open before is named, because they were not checked in. */
const open = (state: TillState, person: Person, rush: boolean): TillState => {
  const left = leftBehind(state.panel);
  const isSame = left?.customerId === person.customerId;
  if (isSame && state.panel.kind === 'chosen') return { ...state, panel: { ...state.panel, rush } };
  const next = withPanel(state, openPanel(person, rush));
  if (isSame) return next;
  // A sale that was set aside goes on when its customer is named.
  const entry = left === null ? state.entry : dropCustomer(state.entry);
  return left === null || left.name === ''
    ? { ...next, entry }
    : { ...next, entry, notice: { kind: 'notCheckedIn', name: left.name } };
};

/** A voucher was named by its code: it opens the one it was given to, and is used with their visit. */
const takeFoundVoucher = (state: TillState, person: Person, offer: OfferedVoucher): TillState => {
  const opened = open(state, person, false);
  return { ...opened, entry: chooseVoucher(opened.entry, offer) };
};

/** Sets aside what is being entered; nothing is there to be set aside while nobody is served. */
const park = (state: TillState, newId: string): TillState => {
  const { panel, entry, rules } = state;
  const isSale = panel.kind === 'walkIn' || (panel.kind === 'idle' && !isEmptyEntry(entry));
  if (panel.kind !== 'chosen' && !isSale) return state;
  const person = personOf(panel);
  const content = contentOf(entry, person?.customerId ?? null, rules.amountRule !== 'never');
  const { parkedId: replaces } = entry;
  return send(state, { kind: 'park', name: person?.name ?? null, content, replaces }, newId);
};

const resume = (state: TillState, person: Person | null, entry: Entry): TillState => {
  const panel = person === null ? ({ kind: 'walkIn' } as const) : openPanel(person, false);
  const left = leftBehind(state.panel);
  const next = { ...withPanel(state, panel), entry };
  return left === null || left.name === '' || left.customerId === person?.customerId
    ? next
    : { ...next, notice: { kind: 'notCheckedIn', name: left.name } };
};

const withRefund = (state: TillState, change: (form: RefundForm) => RefundForm): TillState =>
  state.panel.kind === 'refunding'
    ? { ...state, panel: { ...state.panel, form: change(state.panel.form) } }
    : state;

const sendRefund = (state: TillState, form: RefundForm, newId: string): TillState => {
  const { visitId, name, amount, returnRewards, reason, left } = form;
  if (amount < 1 || amount > left) return state;
  return send(state, { kind: 'refund', visitId, name, amount, returnRewards, reason }, newId);
};

const leftBehind = (panel: Panel): { readonly customerId: number | null; readonly name: string } | null => {
  const base = baseOf(panel);
  return base.kind === 'newCustomer' ? { customerId: null, name: base.form.name.trim() } : personOf(panel);
};

const startMove = (state: TillState, { visit }: Extract<TillAction, { type: 'startMove' }>): TillState =>
  withPanel(state, { kind: 'moving', visit, ...emptySearch, behind: baseOf(state.panel) });

/** A scan means this card, whatever stands on the screen. */
const readCard = (state: TillState, result: ScanResult, rush: boolean, newId: string): TillState => {
  const { panel } = state;
  switch (result.kind) {
    case 'customer':
      return panel.kind === 'moving' ? choose(state, result.person, newId) : open(state, result.person, rush);
    case 'voucher':
      return takeFoundVoucher(state, result.person, result.offer);
    case 'blocked':
      return { ...state, notice: { kind: 'cardBlocked', person: result.person, code: result.code } };
    case 'unknown':
      if (panel.kind === 'newCustomer') return fillForm(state, { cardCode: result.code });
      return withPanel(state, {
        kind: 'unknownCard',
        code: result.code,
        ...emptySearch,
        behind: baseOf(panel),
      });
    default:
      return assertNever(result);
  }
};

/** No answer counts as no: the second Enter on an unanswered first question says so in the form. */
const withSilentNo = (state: TillState): TillState =>
  state.question === 'membership' &&
  state.panel.kind === 'newCustomer' &&
  state.panel.form.membership === null
    ? fillForm(state, { membership: 'no' })
    : state;

const submit = (before: TillState, newId: string): TillState => {
  if (before.panel.kind === 'refunding') return sendRefund(before, before.panel.form, newId);
  const state = withSilentNo(before);
  const step = nextCheckInStep(state);
  switch (step.kind) {
    case 'nothing':
      return state;
    case 'ask':
      return { ...state, question: step.question, panel: withoutRush(state.panel) };
    case 'send':
      return send(
        { ...state, panel: withoutRush(state.panel) },
        { kind: 'checkIn', input: step.input },
        newId,
      );
    default:
      return assertNever(step);
  }
};

const withoutRush = (panel: Panel): Panel => (panel.kind === 'chosen' ? { ...panel, rush: false } : panel);

const send = (state: TillState, intent: Intent, newId: string): TillState => ({
  ...state,
  write: sending(intent, state.write, newId),
});
