import { Unzip, UnzipInflate } from 'fflate';

/** Unpacked XML of a workbook that is read: some 300,000 rows of visits. */
const mostUnpacked = 40 * 1024 * 1024;

/** Parts of a workbook; a real one has some dozen. */
const mostParts = 2000;

/** Rows times columns, of all sheets together, because all are read: a single cell far away makes a table as large as all before it. */
const mostCells = 4_000_000;

/** Packed bytes unpacked before other work gets its turn. */
const bytesAtOnce = 32 * 1024;

/** A cell's place is cut off at most by so many characters at the border of two pieces. */
const placeLength = 400;

const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');

/** Letters of a column as its number, from 1. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** How far a sheet reaches, found while its text goes by. */
class Extent {
  #rest = '';
  #rows = 0;
  #columns = 0;

  take(piece: string): void {
    const text = this.#rest + piece;
    for (const [, letters = '', row = ''] of text.matchAll(/<c\b[^>]{0,300}?\br="([A-Z]{1,4})(\d{1,8})"/g)) {
      this.#columns = Math.max(this.#columns, columnNumber(letters));
      this.#rows = Math.max(this.#rows, Number(row));
    }
    for (const [, row = ''] of text.matchAll(/<row\b[^>]{0,300}?\br="(\d{1,8})"/g)) {
      this.#rows = Math.max(this.#rows, Number(row));
    }
    this.#rest = text.slice(-placeLength);
  }

  get cells(): number {
    return this.#rows * Math.max(1, this.#columns);
  }
}

const cellsOf = (sheets: readonly Extent[]): number => sheets.reduce((sum, { cells }) => sum + cells, 0);

class TooLarge extends Error {}

/**
 * Whether a workbook unpacks to something that can be read beside a till. Unpacks it piece by piece and gives up at the
 * limit, so that a small file that becomes a huge one is found out before it does.
 * @throws what the unpacker throws for a damaged archive; whatever `pause` throws
 */
export async function isReadable(bytes: Uint8Array, pause: () => Promise<void>): Promise<boolean> {
  let unpacked = 0;
  let parts = 0;
  const sheets: Extent[] = [];
  let failed: unknown = null;
  const unzip = new Unzip((file) => {
    parts += 1;
    if (parts > mostParts) throw new TooLarge();
    if (!isRead(file.name)) return;
    const extent = file.name.includes('worksheets/') ? new Extent() : null;
    if (extent) sheets.push(extent);
    const decoder = new TextDecoder('latin1');
    file.ondata = (error, piece) => {
      if (error) failed = error;
      unpacked += piece?.length ?? 0;
      if (extent && piece) extent.take(decoder.decode(piece));
      if (unpacked > mostUnpacked || cellsOf(sheets) > mostCells) throw new TooLarge();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += bytesAtOnce) {
      unzip.push(bytes.subarray(at, at + bytesAtOnce), at + bytesAtOnce >= bytes.length);
      if (failed) throw failed;
      await pause();
    }
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
  return true;
}
