import { create } from 'qrcode';

/** A QR code as one path of unit squares: `size` modules on each side, without the quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/**
 * The QR code of a text, correction level M (15 % of it may be worn off). Dark modules that touch in a row are
 * one rectangle, so that no hairlines show between them on paper.
 */
export const qrPath = (text: string): QrPath => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1) {
    let start = -1;
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && modules.get(row, column) !== 0;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        parts.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
        start = -1;
      }
    }
  }
  return { size, path: parts.join('') };
};
