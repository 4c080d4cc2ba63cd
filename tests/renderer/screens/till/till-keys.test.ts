import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPlace } from '#renderer/src/screens/till/till-keys.ts';
import { choose, tillAfter, typed } from './till-builders.ts';

const idle = tillAfter();
const chosen = tillAfter(choose());
const searching = tillAfter(typed('ai'));

const press = (key: string, place: KeyPlace = 'search') => ({
  key,
  place,
  isShortcut: false,
});

describe('commandOf', () => {
  it('knows the keys printed on the buttons, wherever the focus is', () => {
    for (const place of ['search', 'field', 'button', 'elsewhere'] as const) {
      expect(commandOf(chosen, press('F2', place))).toEqual({ kind: 'newCustomer' });
      expect(commandOf(chosen, press('F6', place))).toEqual({ kind: 'usual' });
      expect(commandOf(chosen, press('F8', place))).toEqual({ kind: 'reward' });
      expect(commandOf(chosen, press('F9', place))).toEqual({ kind: 'undo' });
      expect(commandOf(chosen, press('Escape', place))).toEqual({ kind: 'escape' });
    }
  });

  it('lets Enter press the button that has the focus', () => {
    expect(commandOf(chosen, press('Enter', 'button'))).toBeNull();
    expect(commandOf(chosen, press('Enter'))).toEqual({ kind: 'enter' });
    expect(commandOf(chosen, press('Enter', 'field'))).toEqual({ kind: 'enter' });
  });

  it('erases the amount only while the search box has no words of its own', () => {
    expect(commandOf(chosen, press('Backspace'))).toEqual({ kind: 'erase' });
    expect(commandOf(idle, press('Backspace'))).toEqual({ kind: 'erase' });
    expect(commandOf(searching, press('Backspace'))).toBeNull();
    expect(commandOf(chosen, press('Backspace', 'field'))).toBeNull();
  });

  it('sends characters typed elsewhere to the search box, but not a space that presses a button', () => {
    expect(commandOf(idle, press('a', 'elsewhere'))).toEqual({ kind: 'focusHome' });
    expect(commandOf(idle, press('4', 'button'))).toEqual({ kind: 'focusHome' });
    expect(commandOf(idle, press(' ', 'button'))).toBeNull();
    expect(commandOf(idle, press('a', 'field'))).toBeNull();
  });

  it('takes digits as the amount beside the form of a new customer and in the amount itself', () => {
    const form = tillAfter({ type: 'newCustomer' });
    expect(commandOf(form, press('4', 'button'))).toEqual({ kind: 'digits', digits: '4' });
    expect(commandOf(form, press('4', 'field'))).toBeNull();
    expect(commandOf(form, press('a', 'button'))).toBeNull();
    expect(commandOf(chosen, press('4', 'amount'))).toEqual({ kind: 'digits', digits: '4' });
    expect(commandOf(form, press('Backspace', 'amount'))).toEqual({ kind: 'erase' });
  });

  it('leaves shortcuts alone', () => {
    expect(commandOf(idle, { key: '1', place: 'elsewhere', isShortcut: true })).toBeNull();
    expect(commandOf(searching, press('ArrowDown'))).toEqual({ kind: 'move', by: 1 });
    expect(commandOf(searching, press('ArrowDown', 'field'))).toBeNull();
  });
});
