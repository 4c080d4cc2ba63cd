import { useEffect, useRef } from 'react';
import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard, Today } from '#shared/contract/till.ts';
import { newRequestId } from '../../api/request-id.ts';
import { offersFor } from './reward-offers.ts';
import { commandOf, type KeyCommand, type KeyPlace } from './till-keys.ts';
import { type Panel, searchIn } from './till-panels.ts';
import type { TillStore } from './till-store.ts';
import { mostHitsInPicker, mostReferrers, type SearchHits } from './use-search-hits.ts';
import { voucherFound } from './voucher-found.ts';

/** What keys need to know beside the state: what is on the screen right now. */
export interface OnScreen {
  readonly found: SearchHits;
  readonly card: CustomerCard | undefined;
  readonly items: readonly Item[];
  readonly today: Today | undefined;
  readonly focusHome: () => void;
}

const placeOf = (target: EventTarget | null): KeyPlace => {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.matches('[data-till-search]')) return 'search';
  if (target.matches('[data-till-amount]')) return 'amount';
  if (target.matches('input, textarea, select, [contenteditable="true"]')) return 'field';
  // An answer already given needs no second Enter: that one checks in.
  if (target.matches('[data-till-answer][aria-pressed="true"]')) return 'elsewhere';
  return target.closest('button, a, [role="button"]') === null ? 'elsewhere' : 'button';
};

/** Rows one can move through: the people shown, and below the results the new customer. */
const rowsOf = ({ kind }: Panel, { hits }: SearchHits): number => {
  if (kind === 'searching') return hits.length + 1;
  return Math.min(hits.length, kind === 'newCustomer' ? mostReferrers : mostHitsInPicker);
};

/** The row under Enter: a person, the voucher of a code, or the new customer after the last one. */
export const takeRow = (store: TillStore, found: SearchHits, items: readonly Item[], row: number): void => {
  const { panel } = store.get();
  const hit = found.hits[row];
  const { voucher } = found;
  if (hit === undefined && voucher !== null && panel.kind === 'searching') {
    store.dispatch(voucherFound(voucher, items));
  } else if (hit !== undefined) {
    const person = { customerId: hit.customerId, name: hit.name };
    store.dispatch({ type: 'choose', person, newId: newRequestId() });
  } else if (panel.kind === 'searching' || panel.kind === 'unknownCard') {
    store.dispatch({ type: 'newCustomer' });
  }
};

/** Enter: the highlighted person when words were typed, a note to save, else the check-in. */
const enter = (store: TillStore, { found, items }: OnScreen, place: KeyPlace): void => {
  const { panel } = store.get();
  const search = searchIn(panel);
  const isSearching = search !== null && search.query.trim() !== '';
  if (isSearching && (panel.kind !== 'newCustomer' || place === 'search')) {
    if (found.tooFewDigits) return;
    if (found.answered === search.query.trim()) takeRow(store, found, items, search.active);
    else store.dispatch({ type: 'commit' });
    return;
  }
  const isNote = (panel.kind === 'chosen' || panel.kind === 'receipt') && panel.note !== null;
  if (isNote && place === 'field') store.dispatch({ type: 'saveNote', newId: newRequestId() });
  else store.dispatch({ type: 'submit', newId: newRequestId() });
};

const undoLast = (store: TillStore, { today }: OnScreen): void => {
  const { panel } = store.get();
  const visitId =
    panel.kind === 'receipt'
      ? panel.receipt.visitId
      : today?.visits.find(({ undoable }) => undoable)?.visitId;
  if (visitId !== undefined) store.dispatch({ type: 'undo', visitId, newId: newRequestId() });
};

const toggleReward = (store: TillStore, { card, items }: OnScreen): void => {
  const { entry } = store.get();
  const offer = card === undefined ? undefined : offersFor(card, entry, items)[0];
  const last = entry.rewards.at(-1);
  if (offer !== undefined) store.dispatch({ type: 'useReward', offer });
  else if (last !== undefined) store.dispatch({ type: 'dropReward', rewardId: last.rewardId });
};

const perform = (store: TillStore, command: KeyCommand, place: KeyPlace, screen: OnScreen): void => {
  const { panel } = store.get();
  switch (command.kind) {
    case 'move': {
      store.dispatch({ type: 'move', by: command.by, rows: rowsOf(panel, screen.found) });
      break;
    }
    case 'enter':
      enter(store, screen, place);
      break;
    case 'digits':
      store.dispatch({ type: 'digits', digits: command.digits });
      break;
    case 'usual':
      if (panel.kind === 'chosen' && screen.card?.usual)
        store.dispatch({ type: 'usual', lines: screen.card.usual.lines });
      break;
    case 'reward':
      toggleReward(store, screen);
      break;
    case 'undo':
      undoLast(store, screen);
      break;
    case 'note':
      store.dispatch({ type: 'writeNote', text: '' });
      break;
    case 'focusHome':
      screen.focusHome();
      break;
    default:
      store.dispatch({ type: command.kind });
  }
};

/** The keys of the till, on the whole window while the till is open. */
export const useTillKeys = (store: TillStore, screen: OnScreen): void => {
  const latest = useRef(screen);
  useEffect(() => {
    latest.current = screen;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const place = placeOf(event.target);
      const isNewLine = event.key === 'Enter' && event.shiftKey && place === 'field';
      const isShortcut = event.ctrlKey || event.altKey || event.metaKey || isNewLine;
      const command = commandOf(store.get(), { key: event.key, place, isShortcut });
      if (command === null) return;
      // A held Enter or function key is one press.
      const repeats = command.kind === 'erase' || command.kind === 'move' || command.kind === 'digits';
      if (command.kind !== 'focusHome') event.preventDefault();
      if (!event.repeat || repeats) perform(store, command, place, latest.current);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [store]);
};
