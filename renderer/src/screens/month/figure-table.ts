/** A figure's numbers as text: what the chart shows, for reading, copying and screen readers. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the numbers rest on or leave out, in a sentence. */
  readonly note?: string | undefined;
  /** Where the first cell of a row leads, and what that is called. */
  readonly open?: { readonly label: (row: number) => string; readonly go: (row: number) => void } | undefined;
}

/** The table with tabs between its columns, as spreadsheets and letters take it, under its title. */
export const tableText = (title: string, { head, rows, note }: FigureTable): string =>
  [title, ...[head, ...rows, ...(note === undefined ? [] : [[note]])].map((row) => row.join('\t'))]
    .join('\n')
    .replaceAll('\u00a0', ' ');
