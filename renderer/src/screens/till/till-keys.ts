import type { TillState } from './till-state.ts';

/** Where a key was pressed, as far as it matters for what it means. */
export type KeyPlace = 'search' | 'field' | 'amount' | 'button' | 'elsewhere';

export interface KeyPress {
  readonly key: string;
  readonly place: KeyPlace;
  readonly isShortcut: boolean;
}

/** What a key asks the till to do; `focusHome` lets the character arrive in the search box. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'enter' }
  | { readonly kind: 'escape' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'newCustomer' | 'walkIn' | 'note' | 'usual' | 'reward' | 'undo' | 'focusHome' };

const functionKeys: Readonly<Record<string, KeyCommand>> = {
  F2: { kind: 'newCustomer' },
  F3: { kind: 'walkIn' },
  F4: { kind: 'note' },
  F6: { kind: 'usual' },
  F8: { kind: 'reward' },
  F9: { kind: 'undo' },
};

/** Panels beside which the digits of an amount are entered. */
const isServing = (kind: TillState['panel']['kind']): boolean =>
  kind === 'chosen' || kind === 'walkIn' || kind === 'idle' || kind === 'refunding';

/** Whether Backspace outside of a field belongs to the amount: the search box has no words of its own. */
const erasesAmount = ({ panel }: TillState, place: KeyPlace): boolean =>
  place === 'amount' || (place !== 'field' && isServing(panel.kind));

/** A character typed where no field takes it. Beside the form of a new customer only digits mean something. */
const characterCommand = ({ panel }: TillState, { key, place }: KeyPress): KeyCommand | null => {
  if (place === 'search' || place === 'field' || [...key].length !== 1 || key === ' ') return null;
  const isForm = panel.kind === 'newCustomer' || panel.kind === 'refunding';
  if ((isForm || place === 'amount') && /^[0-9]$/.test(key)) return { kind: 'digits', digits: key };
  return isForm ? null : { kind: 'focusHome' };
};

/**
 * What a key means on the till, or null when it is left to the browser. Enter on a button presses it, and
 * fields keep their own editing keys; the function keys and Escape work everywhere.
 */
export const commandOf = (state: TillState, press: KeyPress): KeyCommand | null => {
  const { key, place, isShortcut } = press;
  if (isShortcut) return null;
  const known = functionKeys[key];
  if (known !== undefined) return known;
  switch (key) {
    case 'Escape':
      return { kind: 'escape' };
    case 'Enter':
      return place === 'button' ? null : { kind: 'enter' };
    case 'ArrowDown':
    case 'ArrowUp':
      return place === 'search' ? { kind: 'move', by: key === 'ArrowDown' ? 1 : -1 } : null;
    case 'Backspace':
      return erasesAmount(state, place) ? { kind: 'erase' } : null;
    default:
      return characterCommand(state, press);
  }
};
