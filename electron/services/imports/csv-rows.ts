import Papa, { type ParseResult, type Parser } from 'papaparse';
import { giveWay } from './give-way.ts';

/** One record of a file; quoted line breaks make it span several lines. */
export interface CsvRow {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  /** Trimmed. */
  readonly cells: readonly string[];
  /** Columns whose cell was a number or a date in a workbook: to be read as it stands, whatever the format of the file. */
  readonly typed?: readonly number[];
}

export const delimiters = [';', '\t', '|', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** Characters parsed before other work gets its turn. */
const charactersPerTurn = 512 * 1024;

/** Spreadsheets write `="0401234"` so that leading zeros stay. */
const keptAsText = /^="(.*)"$/s;

const cellOf = (text: string): string => (keptAsText.exec(text)?.[1] ?? text).trim();

/** The delimiter with which most rows have equally many columns. */
export function detectDelimiter(text: string): Delimiter {
  const { meta } = Papa.parse(text.slice(0, charactersPerTurn), {
    preview: 20,
    newline: '\n',
    delimitersToGuess: [...delimiters],
  });
  return delimiters.find((delimiter) => delimiter === meta.delimiter) ?? ',';
}

/**
 * Splits a text with `\n` line ends into its records; blank ones are left out.
 * @param progress hears how many characters were read
 */
export async function parseRows(
  text: string,
  delimiter: Delimiter,
  signal: AbortSignal,
  progress: (characters: number) => void,
): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  let line = 1;
  const keep = (records: readonly string[][]) => {
    for (const record of records) {
      const cells = record.map(cellOf);
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      line += 1 + record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
    }
  };
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      chunkSize: charactersPerTurn,
      chunk: ({ data, meta }: ParseResult<string[]>, parser: Parser) => {
        keep(data);
        progress(meta.cursor);
        parser.pause();
        giveWay(signal).then(
          () => parser.resume(),
          (reason: unknown) => {
            parser.abort();
            reject(reason);
          },
        );
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return rows;
}
