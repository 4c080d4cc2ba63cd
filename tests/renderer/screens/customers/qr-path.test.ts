import fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { qrPath } from '#renderer/src/screens/customers/qr-path.ts';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { rounds } from '#tests/support/rounds.ts';

/** The modules a path covers, as "row,column". */
const covered = (path: string): ReadonlySet<string> => {
  const modules = new Set<string>();
  for (const [, column, row, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) modules.add(`${row},${Number(column) + step}`);
  }
  return modules;
};

describe('the QR code of a card', () => {
  it('draws exactly the dark modules', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(9_999_999), (till, counter) => {
        const code = issueCardCode(till, counter);
        const { size, path } = qrPath(code);
        const { modules } = create(code, { errorCorrectionLevel: 'M' });
        const drawn = covered(path);
        for (let row = 0; row < size; row += 1) {
          for (let column = 0; column < size; column += 1) {
            expect(drawn.has(`${row},${column}`)).toBe(modules.get(row, column) !== 0);
          }
        }
      }),
      { numRuns: rounds(20) },
    );
  });

  it('stays small enough to be read from a card: our codes need the smallest code there is', () => {
    expect(qrPath(issueCardCode(1, 42)).size).toBe(21);
  });
});
