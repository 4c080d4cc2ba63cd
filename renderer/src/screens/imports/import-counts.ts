import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportKind } from './column-mapping.ts';

/**
 * How many visits or people an import writes, which is what its button and its result name: of a list of customers those who
 * are new, or, where nobody is, those of whom something is added.
 */
export const toWrite = (kind: ImportKind, { visits, newCustomers, written }: ImportReport): number => {
  if (kind === 'visits') return visits;
  return kind === 'customers' && newCustomers > 0 ? newCustomers : written;
};

/** True when every row of the file had been imported before. */
export const nothingNew = ({ rows, already, written }: ImportReport): boolean =>
  written === 0 && rows > 0 && already === rows;
