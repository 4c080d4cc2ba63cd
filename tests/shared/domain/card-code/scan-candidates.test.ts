import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { type ScannedKey, scanCandidates } from '#shared/domain/card-code/scan-candidates.ts';
import { rounds } from '#tests/support/rounds.ts';

/** What a computer with another keyboard layout makes of the physical keys of a US keyboard. */
const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  us: {},
  finnish: {},
  turkish: { KeyI: 'ı' },
  german: { KeyY: 'z', KeyZ: 'y' },
  hungarian: { Digit0: 'ö', KeyY: 'z', KeyZ: 'y' },
  french: {
    Digit1: '&',
    Digit2: 'é',
    Digit3: '"',
    Digit4: "'",
    Digit5: '(',
    Digit6: '-',
    Digit7: 'è',
    Digit8: '_',
    Digit9: 'ç',
    Digit0: 'à',
    KeyA: 'q',
    KeyQ: 'a',
  },
};

/** Keystrokes of a scanner set to US that sends a code to a computer with the given layout. */
function usScan(code: string, layout: string): readonly ScannedKey[] {
  return [...code].map((character) => {
    const physical = /\d/.test(character) ? `Digit${character}` : `Key${character}`;
    return { key: layouts[layout]?.[physical] ?? character.toLowerCase(), code: physical };
  });
}

const anyLayout = fc.constantFrom(...Object.keys(layouts));

describe('scanCandidates', () => {
  it('puts our own card first on every layout', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(9_999_999), anyLayout, (till, counter, layout) => {
        const code = issueCardCode(till, counter);
        expect(scanCandidates(usScan(code, layout))[0]).toBe(code);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('has foreign cards among the candidates on every layout', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{4,32}$/), anyLayout, (code, layout) => {
        expect(scanCandidates(usScan(code, layout))).toContain(code);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('reads a scanner that is set to the computer’s own layout', () => {
    // A Hungarian keyboard has its 0 to the left of 1, and Y where a US one has Z.
    const keys = [...'20Y5'].map((key) => ({
      key,
      code: { 0: 'Backquote', Y: 'KeyZ' }[key] ?? `Digit${key}`,
    }));
    expect(scanCandidates(keys)).toEqual(['20Y5']);
  });

  it('gives both readings when they differ and none has a check digit', () => {
    expect(scanCandidates(usScan('XYZ1', 'german'))).toEqual(['XZY1', 'XYZ1']);
  });

  it('ignores Shift, takes the number pad, and drops hyphens', () => {
    const shift = { key: 'Shift', code: 'ShiftLeft' };
    const keys = [
      shift,
      { key: 'A', code: 'KeyA' },
      { key: '1', code: 'Numpad1' },
      { key: '-', code: 'Minus' },
      { key: '2', code: 'Numpad2' },
      { key: '3', code: 'Numpad3' },
    ];
    expect(scanCandidates(keys)).toEqual(['A123']);
  });

  it('rejects a burst with keys no code has, rather than shortening it', () => {
    const keys = [...usScan('12345', 'us'), { key: 'Dead', code: 'BracketLeft' }];
    expect(scanCandidates(keys)).toEqual([]);
    expect(scanCandidates([])).toEqual([]);
    expect(scanCandidates(usScan('123', 'us'))).toEqual([]);
  });
});
