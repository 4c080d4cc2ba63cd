/** A figure's numbers as text: what the chart shows, for reading, copying and screen readers. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table with tabs between its columns, as spreadsheets and letters take it, under its title. */
export const tableText = (title: string, { head, rows }: FigureTable): string =>
  [title, ...[head, ...rows].map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')).join('\t'))].join(
    '\n',
  );
