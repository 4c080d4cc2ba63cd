import { type Burst, codesOfBurst, continuesBurst, longestGap, noBurst, type PressedKey } from './burst.ts';
import { asTextField, type FieldSnapshot, insertText, restoreField, snapshotField } from './text-field.ts';

/** A card read by a scanner: its possible codes, likeliest first. */
export interface Scan {
  readonly candidates: readonly string[];
}

export interface ScanCaptureOptions {
  readonly onScan: (scan: Scan) => void;
  /** Keys that may turn out to be the start of a scan are about to reach the focused field. */
  readonly onRelease?: () => void;
  /** The keys let through since {@link onRelease} were part of a scan: take back what they did. */
  readonly onTakeBack?: () => void;
  /** Characters a slow or wireless scanner sends first; empty for none. */
  readonly prefix?: string;
}

/**
 * How long a character waits for its successor, ms. Scanners usually send the next one within 15 ms; keys of
 * slower ones are let through and taken back when the Enter shows that they were a scan. Well below the
 * 40 ms at which typing starts to feel slow.
 */
export const holdMilliseconds = 15;
/** The same card again within this time is ignored, ms. */
export const repeatMilliseconds = 2_000;

const isCharacter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

const isTerminator = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === 'Tab';

/** Secrets and native lists are left alone; so is everything inside `data-scanner="off"`. */
const isExempt = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.matches('input[type="password"], select') || target.closest('[data-scanner="off"]') !== null);

/** A space outside of a text field presses the button that has the focus; no code starts with one. */
const pressesButton = (event: KeyboardEvent): boolean =>
  event.key === ' ' && asTextField(event.target instanceof Element ? event.target : null) === null;

/**
 * Watches the keys of the window before any field sees them, and tells bursts of a card scanner from typing:
 * at least 6 characters with at most 35 ms between keys, ended by Enter or Tab. Typed characters arrive in
 * the focused field a moment later, in order and complete; the scanner's own characters and its Enter
 * never do. Returns a function that stops watching.
 */
export const captureScans = (view: Window, options: ScanCaptureOptions): (() => void) => {
  const prefix = options.prefix ?? '';
  const replayed = new WeakSet<Event>();
  let burst: Burst = noBurst;
  let before: FieldSnapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let composing = false;
  let swallowUntil = Number.NEGATIVE_INFINITY;
  let last = { code: '', time: Number.NEGATIVE_INFINITY };

  const replay = (pressed: PressedKey): void => {
    const target = view.document.activeElement ?? view.document.body;
    const { key, code } = pressed;
    const event = new KeyboardEvent('keydown', {
      key,
      code,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    replayed.add(event);
    if (!target.dispatchEvent(event)) return;
    const field = asTextField(view.document.activeElement);
    if (field !== null) insertText(field, key);
  };

  const release = (): void => {
    clearTimeout(timer);
    const held = burst.keys.slice(burst.released);
    if (held.length === 0) return;
    if (burst.released === 0) {
      before = snapshotField(view.document.activeElement);
      options.onRelease?.();
    }
    burst = { keys: burst.keys, released: burst.keys.length };
    held.forEach(replay);
  };

  const endTyping = (): void => {
    release();
    burst = noBurst;
  };

  const hold = (event: KeyboardEvent): void => {
    if (!continuesBurst(burst, event.timeStamp, prefix)) endTyping();
    const pressed = { key: event.key, code: event.code, time: event.timeStamp };
    burst = { keys: [...burst.keys, pressed], released: burst.released };
    clearTimeout(timer);
    timer = setTimeout(release, holdMilliseconds);
  };

  const swallow = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const finishScan = (event: KeyboardEvent, candidates: readonly string[]): void => {
    clearTimeout(timer);
    swallowUntil = event.timeStamp + longestGap;
    if (burst.released > 0) {
      if (before !== null) restoreField(before);
      options.onTakeBack?.();
    }
    burst = noBurst;
    const code = candidates[0] ?? '';
    const again = code === last.code && event.timeStamp - last.time <= repeatMilliseconds;
    last = { code, time: event.timeStamp };
    if (!again) options.onScan({ candidates });
  };

  const endOfBurst = (event: KeyboardEvent): void => {
    const inTime = continuesBurst(burst, event.timeStamp, prefix);
    const codes = inTime && !event.shiftKey ? codesOfBurst(burst, prefix) : [];
    if (codes.length > 0) {
      swallow(event);
      finishScan(event, codes);
    } else if (event.timeStamp <= swallowUntil) {
      swallow(event); // the second half of a scanner's carriage return and line feed
    } else {
      endTyping();
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (replayed.has(event) || /^(Shift|CapsLock|NumLock)$/.test(event.key)) return;
    const inComposition = event.isComposing || event.key === 'Process' || composing;
    composing = event.key === 'Dead'; // the key after a dead key completes it and must not be stopped
    if (inComposition || composing || event.repeat || isExempt(event.target)) endTyping();
    else if (isTerminator(event)) endOfBurst(event);
    else if (!isCharacter(event) || pressesButton(event)) endTyping();
    else {
      swallow(event);
      hold(event);
    }
  };

  view.addEventListener('keydown', onKeyDown, { capture: true });
  view.addEventListener('pointerdown', endTyping, { capture: true });
  view.addEventListener('blur', endTyping);
  return () => {
    endTyping();
    view.removeEventListener('keydown', onKeyDown, { capture: true });
    view.removeEventListener('pointerdown', endTyping, { capture: true });
    view.removeEventListener('blur', endTyping);
  };
};
