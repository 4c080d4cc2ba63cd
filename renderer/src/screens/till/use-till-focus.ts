import { type RefObject, useCallback, useEffect } from 'react';
import type { TillState } from './till-state.ts';

const isOverlayOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

const find = (root: HTMLElement | null, selector: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(selector) ?? null;

/** Where the answer to a question is given. */
const placeOfQuestion = {
  amount: '[data-till-amount]',
  large: null,
  name: '[data-till-field="name"]',
  phone: '[data-till-field="phone"]',
  membership: '[data-till-answer="membership-yes"]',
  birthday: '[data-till-field="birthday"]',
} as const satisfies Record<NonNullable<TillState['question']>, string | null>;

/**
 * Keeps the focus where the next key belongs: in the search box after load, choosing, check-in, undo and
 * any tap; in the panel's own field while a card, a note or a new customer is being dealt with. A question
 * moves it to where the answer goes. Returns how to bring the focus home and to the amount.
 */
export const useTillFocus = (root: RefObject<HTMLElement | null>, { panel, question }: TillState) => {
  const focusHome = useCallback(() => {
    if (isOverlayOpen()) return;
    const home = find(root.current, '[data-till-focus]') ?? find(root.current, '[data-till-search]');
    home?.focus({ preventScroll: true });
  }, [root]);
  const focusAmount = useCallback(() => find(root.current, '[data-till-amount]')?.focus(), [root]);

  const hasNote = (panel.kind === 'chosen' || panel.kind === 'receipt') && panel.note !== null;
  const place = `${panel.kind} ${hasNote}`;
  useEffect(() => {
    if (place !== '') focusHome();
  }, [focusHome, place]);

  const inForm = panel.kind === 'newCustomer';
  useEffect(() => {
    const selector = question === null ? null : placeOfQuestion[question];
    // Beside a chosen customer the search box itself takes the digits.
    if (selector !== null && inForm) find(root.current, selector)?.focus();
  }, [root, question, inForm]);

  useEffect(() => {
    const till = root.current;
    const onClick = ({ target, detail }: MouseEvent): void => {
      const button = target instanceof Element ? target.closest('button') : null;
      // Only taps and clicks: who presses buttons with the keyboard stays on them.
      if (button !== null && detail > 0 && !button.matches('[data-till-keep-focus]')) focusHome();
    };
    till?.addEventListener('click', onClick);
    return () => till?.removeEventListener('click', onClick);
  }, [root, focusHome]);

  return { focusHome, focusAmount };
};
