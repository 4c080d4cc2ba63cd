// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  captureScans,
  holdMilliseconds,
  repeatMilliseconds,
  type Scan,
  type ScanCaptureOptions,
} from '#renderer/src/scanner/capture-scans.ts';
import { rounds } from '#tests/support/rounds.ts';

let clock = 0;
let scans: Scan[] = [];
let stop: () => void = () => {};

const codeOf = (key: string): string => {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return key === ' ' ? 'Space' : key;
};

const wait = (ms: number): void => {
  clock += ms;
  vi.advanceTimersByTime(ms);
};

/** A trusted key press: the listeners first, then what the browser would do with it. */
const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', {
    key,
    code: codeOf(key),
    bubbles: true,
    cancelable: true,
    ...init,
  });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  const target = document.activeElement ?? document.body;
  const goesOn = target.dispatchEvent(event);
  if (goesOn && [...key].length === 1 && target instanceof HTMLInputElement)
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  return event;
};

const type = (text: string, gap: number): void => {
  for (const key of text) {
    press(key);
    wait(gap);
  }
};

const start = (options: Partial<ScanCaptureOptions> = {}): void => {
  stop = captureScans(window, { onScan: (scan) => scans.push(scan), ...options });
};

const focusField = (type_ = 'text'): HTMLInputElement => {
  const field = document.createElement('input');
  field.type = type_;
  document.body.append(field);
  field.focus();
  return field;
};

beforeEach(() => {
  vi.useFakeTimers();
  clock = 1_000_000;
  scans = [];
  document.body.replaceChildren();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a scan', () => {
  it('is found whatever has the focus, and none of its keys arrive', () => {
    start();
    const field = focusField();
    type('290100000425', 4);
    const enter = press('Enter');
    wait(100);
    expect(scans).toEqual([{ candidates: ['290100000425'] }]);
    expect(field.value).toBe('');
    expect(enter.defaultPrevented).toBe(true);
  });

  it('may end with Tab, and the line feed after the carriage return is swallowed too', () => {
    start();
    focusField();
    type('734002188851', 2);
    expect(press('Tab').defaultPrevented).toBe(true);
    wait(3);
    expect(press('Enter').defaultPrevented).toBe(true);
    wait(200);
    expect(press('Enter').defaultPrevented).toBe(false);
    expect(scans).toHaveLength(1);
  });

  it('does not press the button that has the focus', () => {
    start();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const keys = vi.fn();
    button.addEventListener('keydown', keys);
    type('290100000425', 5);
    press('Enter');
    wait(100);
    expect(keys).not.toHaveBeenCalled();
    expect(scans).toHaveLength(1);
  });

  it('reads the physical keys when the layout turned the digits into letters', () => {
    start();
    focusField();
    const hungarianZero = 'ö';
    for (const digit of '29010000042') {
      press(digit === '0' ? hungarianZero : digit, { code: `Digit${digit}` });
      wait(5);
    }
    press('5', { code: 'Digit5' });
    wait(5);
    press('Enter');
    expect(scans[0]?.candidates).toContain('290100000425');
  });

  it('with slow, uneven keys is taken back from the field that already had them', () => {
    const onRelease = vi.fn();
    const onTakeBack = vi.fn();
    start({ onRelease, onTakeBack });
    const field = focusField();
    field.value = 'Aino';
    field.setSelectionRange(4, 4);
    for (const [index, key] of [...'7340021'].entries()) {
      press(key);
      wait(index % 2 === 0 ? 34 : 12);
    }
    expect(field.value).toBe('Aino7340021');
    press('Enter');
    wait(100);
    expect(field.value).toBe('Aino');
    expect(scans).toHaveLength(1);
    expect(onRelease).toHaveBeenCalledTimes(1);
    expect(onTakeBack).toHaveBeenCalledTimes(1);
  });

  it('of the same card is ignored for two seconds, of another card is not', () => {
    start();
    focusField();
    const scan = (code: string) => {
      type(code, 3);
      press('Enter');
      wait(100);
    };
    scan('7340021');
    scan('7340021');
    scan('7340022');
    wait(repeatMilliseconds);
    scan('7340022');
    expect(scans.map(({ candidates }) => candidates[0])).toEqual(['7340021', '7340022', '7340022']);
  });

  it('may be slow when the scanner sends the agreed prefix first', () => {
    start({ prefix: '~' });
    focusField();
    type('~7340021', 120);
    press('Enter');
    expect(scans).toEqual([{ candidates: ['7340021'] }]);
  });
});

describe('typing', () => {
  it('of a digit reaches the field within the hold time, as a key that other listeners can see', () => {
    start();
    const field = focusField();
    const seen: string[] = [];
    const input = vi.fn();
    field.addEventListener('keydown', (event) => seen.push(event.key));
    field.addEventListener('input', input);
    press('4');
    expect(field.value).toBe('');
    wait(holdMilliseconds);
    expect(field.value).toBe('4');
    expect(seen).toEqual(['4']);
    expect(input).toHaveBeenCalledTimes(1);
  });

  it('of letters is left to the browser at once', () => {
    start();
    const field = focusField();
    expect(press('a').defaultPrevented).toBe(false);
    expect(field.value).toBe('a');
  });

  it('of a name stays typing however fast, and so do few digits', () => {
    start();
    const field = focusField();
    type('pulkkinen', 1);
    expect(press('Enter').defaultPrevented).toBe(false);
    expect(field.value).toBe('pulkkinen');
    wait(200);
    type('48000', 1);
    expect(press('Enter').defaultPrevented).toBe(false);
    expect(field.value).toBe('pulkkinen48000');
    expect(scans).toEqual([]);
  });

  it('of a number with spaces stays typing, too', () => {
    start();
    const field = focusField();
    type('040 618 2222', 1);
    expect(press('Tab').defaultPrevented).toBe(false);
    expect(field.value).toBe('040 618 2222');
    expect(scans).toEqual([]);
  });

  it('with a pause before Enter is not a scan', () => {
    start();
    const field = focusField();
    type('0405124417', 10);
    wait(30);
    expect(press('Enter').defaultPrevented).toBe(false);
    expect(field.value).toBe('0405124417');
    expect(scans).toEqual([]);
  });

  it('into a password, into a list and into marked places is left to the browser', () => {
    start();
    focusField('password');
    expect(press('1').defaultPrevented).toBe(false);
    const place = document.createElement('div');
    place.dataset.scanner = 'off';
    document.body.append(place);
    const pin = document.createElement('input');
    place.append(pin);
    pin.focus();
    expect(press('1').defaultPrevented).toBe(false);
  });

  it('of a held-down key, a shortcut, AltGr or a dead key is left to the browser, after what was held', () => {
    start();
    const field = focusField();
    press('a');
    expect(press('b', { repeat: true }).defaultPrevented).toBe(false);
    expect(press('c', { ctrlKey: true }).defaultPrevented).toBe(false);
    press('d');
    expect(press('@', { ctrlKey: true, altKey: true }).defaultPrevented).toBe(false);
    press('Dead');
    expect(press('ä').defaultPrevented).toBe(false);
    expect(field.value.startsWith('ab')).toBe(true);
    expect(field.value).toContain('d@ä');
  });

  it('a space presses the focused button', () => {
    start();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    expect(press(' ').defaultPrevented).toBe(false);
  });

  it('arrives at the caret and replaces the selection', () => {
    start();
    const field = focusField();
    field.value = 'Ao Mäkelä';
    field.setSelectionRange(1, 1);
    type('in', 60);
    expect(field.value).toBe('Aino Mäkelä');
    field.setSelectionRange(0, 4);
    type('E', 60);
    expect(field.value).toBe('E Mäkelä');
  });

  it('is complete and in order for any timing, with and without the watcher stopped', () => {
    const key = fc.constantFrom(...'abcxyz0123456789 åö-'.split(''));
    const stroke = fc.record({ key, gap: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 40 }), fc.boolean(), (strokes, stopEarly) => {
        start();
        const field = focusField();
        for (const stroke of strokes) {
          press(stroke.key);
          wait(stroke.gap);
        }
        if (stopEarly) stop();
        else wait(holdMilliseconds);
        expect(field.value).toBe(strokes.map((stroke) => stroke.key).join(''));
        stop();
        field.remove();
      }),
      { numRuns: rounds(150) },
    );
    expect(scans).toEqual([]);
  });

  it('any code scanned between typed words is found and leaves the words as they were', () => {
    const code = fc.stringMatching(/^[0-9A-Z]{6,16}$/).filter((text) => /\d/.test(text));
    const gaps = fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zå ]{0,12}$/), code, gaps, (words, scanned, pauses) => {
        start();
        scans = [];
        const field = focusField();
        type(words, 80);
        wait(80);
        for (const [index, key] of [...scanned].entries()) {
          press(key);
          wait(pauses[index] ?? 0);
        }
        expect(press('Enter').defaultPrevented).toBe(true);
        wait(60);
        expect(scans.flatMap(({ candidates }) => candidates)).toContain(scanned);
        expect(field.value).toBe(words);
        stop();
        field.remove();
      }),
      { numRuns: rounds(150) },
    );
  });
});
