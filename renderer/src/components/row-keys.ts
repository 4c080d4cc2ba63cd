/**
 * The row a key moves to in a list of `total` rows from `row`, with `perPage` rows in view; null when the key
 * does not move. `row` -1 means that no row is chosen yet.
 */
export const rowAfterKey = (key: string, row: number, total: number, perPage: number): number | null => {
  if (total === 0) return null;
  const within = (wanted: number): number => Math.min(Math.max(wanted, 0), total - 1);
  switch (key) {
    case 'ArrowDown':
      return within(row + 1);
    case 'ArrowUp':
      return within(row - 1);
    case 'PageDown':
      return within(Math.max(row, 0) + perPage);
    case 'PageUp':
      return within(row - perPage);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
};
