/** A text that a spreadsheet could take for a formula begins with an apostrophe. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** Rows of texts as a CSV file that spreadsheets open as they are. */
export const csvText = (rows: readonly (readonly string[])[], delimiter: string): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(delimiter)).join('\r\n')}\r\n`;
