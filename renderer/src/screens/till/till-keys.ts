import type { TillState } from './till-state.ts';

/** Where a key was pressed, as far as it matters for what it means. */
export type KeyPlace = 'search' | 'field' | 'button' | 'elsewhere';

export interface KeyPress {
  readonly key: string;
  readonly place: KeyPlace;
  readonly isShortcut: boolean;
}

/** What a key asks the till to do; `focusSearch` lets the character arrive in the search box. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'enter' }
  | { readonly kind: 'escape' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'newCustomer' | 'walkIn' | 'note' | 'usual' | 'reward' | 'undo' | 'focusSearch' };

const functionKeys: Readonly<Record<string, KeyCommand>> = {
  F2: { kind: 'newCustomer' },
  F3: { kind: 'walkIn' },
  F4: { kind: 'note' },
  F6: { kind: 'usual' },
  F8: { kind: 'reward' },
  F9: { kind: 'undo' },
};

/** Whether Backspace in the search box belongs to the amount. */
const erasesAmount = ({ panel }: TillState): boolean =>
  panel.kind === 'chosen' || panel.kind === 'walkIn' || panel.kind === 'idle';

/**
 * What a key means on the till, or null when it is left to the browser. Enter on a button presses it, and
 * fields keep their own editing keys; the function keys and Escape work everywhere.
 */
export const commandOf = (state: TillState, { key, place, isShortcut }: KeyPress): KeyCommand | null => {
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
      return place !== 'field' && erasesAmount(state) ? { kind: 'erase' } : null;
    default:
      return (place === 'elsewhere' || place === 'button') && isCharacter(key)
        ? { kind: 'focusSearch' }
        : null;
  }
};

const isCharacter = (key: string): boolean => [...key].length === 1 && key !== ' ';
