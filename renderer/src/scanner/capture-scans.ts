import {
  type Burst,
  codesOfBurst,
  continuesBurst,
  isDigit,
  longestGap,
  noBurst,
  type PressedKey,
} from './burst.ts';
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
 * How long a character that may belong to a code waits for its successor, ms. Scanners usually send the next one within 15 ms; keys of
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

const swallow = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** The keys of one window on their way to the focused field. */
class KeyWatch {
  readonly #document: Document;
  readonly #options: ScanCaptureOptions;
  readonly #prefix: string;
  readonly #replayed = new WeakSet<Event>();
  #burst: Burst = noBurst;
  #before: FieldSnapshot | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #composing = false;
  #swallowUntil = Number.NEGATIVE_INFINITY;
  #last = { code: '', time: Number.NEGATIVE_INFINITY };

  constructor(document: Document, options: ScanCaptureOptions) {
    this.#document = document;
    this.#options = options;
    this.#prefix = options.prefix ?? '';
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (this.#replayed.has(event) || /^(Shift|CapsLock|NumLock)$/.test(event.key)) return;
    const inComposition = event.isComposing || event.key === 'Process' || this.#composing;
    this.#composing = event.key === 'Dead'; // the key after a dead key completes it and must not be stopped
    if (inComposition || this.#composing || event.repeat || isExempt(event.target)) this.endTyping();
    else if (isTerminator(event)) this.#endOfBurst(event);
    else if (!isCharacter(event) || pressesButton(event)) this.endTyping();
    else this.#take(event);
  };

  /** Lets everything held through: what comes next is no part of it. */
  readonly endTyping = (): void => {
    this.#release();
    this.#burst = noBurst;
  };

  /** Letters go on at once: no code is without a digit, and a name is to be found while it is typed. */
  #take(event: KeyboardEvent): void {
    if (!continuesBurst(this.#burst, event.timeStamp, this.#prefix)) this.endTyping();
    const pressed = { key: event.key, code: event.code, time: event.timeStamp };
    const keys = [...this.#burst.keys, pressed];
    if (!keys.some(isDigit)) {
      if (keys.length === 1) this.#rememberBefore();
      this.#burst = { keys, released: keys.length };
      return;
    }
    swallow(event);
    this.#burst = { keys, released: this.#burst.released };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#release(), holdMilliseconds);
  }

  #rememberBefore(): void {
    this.#before = snapshotField(this.#document.activeElement);
    this.#options.onRelease?.();
  }

  #release(): void {
    clearTimeout(this.#timer);
    const { keys, released } = this.#burst;
    const held = keys.slice(released);
    if (held.length === 0) return;
    if (released === 0) this.#rememberBefore();
    this.#burst = { keys, released: keys.length };
    for (const pressed of held) this.#replay(pressed);
  }

  /** Types a held key as if it were pressed now: first whoever listens for keys, then the field. */
  #replay({ key, code }: PressedKey): void {
    const target = this.#document.activeElement ?? this.#document.body;
    const event = new KeyboardEvent('keydown', {
      key,
      code,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    this.#replayed.add(event);
    if (!target.dispatchEvent(event)) return;
    const field = asTextField(this.#document.activeElement);
    if (field !== null) insertText(field, key);
  }

  #endOfBurst(event: KeyboardEvent): void {
    const inTime = continuesBurst(this.#burst, event.timeStamp, this.#prefix);
    const codes = inTime && !event.shiftKey ? codesOfBurst(this.#burst, this.#prefix) : [];
    if (codes.length > 0) {
      swallow(event);
      this.#finishScan(event, codes);
    } else if (event.timeStamp <= this.#swallowUntil) {
      swallow(event); // the second half of a scanner's carriage return and line feed
    } else {
      this.endTyping();
    }
  }

  #finishScan({ timeStamp }: KeyboardEvent, candidates: readonly string[]): void {
    clearTimeout(this.#timer);
    this.#swallowUntil = timeStamp + longestGap;
    if (this.#burst.released > 0) {
      if (this.#before !== null) restoreField(this.#before);
      this.#options.onTakeBack?.();
    }
    this.#burst = noBurst;
    const code = candidates[0] ?? '';
    const again = code === this.#last.code && timeStamp - this.#last.time <= repeatMilliseconds;
    this.#last = { code, time: timeStamp };
    if (!again) this.#options.onScan({ candidates });
  }
}

/**
 * Watches the keys of the window before any field sees them, and tells bursts of a card scanner from typing:
 * at least 6 characters, a digit among them, with at most 35 ms between keys, ended by Enter or Tab. Typed
 * characters arrive in the focused field, digits a moment later, in order and complete; what a scanner sent
 * does not stay there, and its Enter never arrives. Returns a function that stops watching.
 */
export const captureScans = (view: Window, options: ScanCaptureOptions): (() => void) => {
  const { onKeyDown, endTyping } = new KeyWatch(view.document, options);
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
