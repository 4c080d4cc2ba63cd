import type { ImportReport } from '#shared/contract/imports.ts';
import type { ImportKind } from './column-mapping.ts';

/** How many visits or people an import writes, which is what its button and its result name: where nobody is new, those who get more. */
export const toWrite = (kind: ImportKind, report: ImportReport): number =>
  kind === 'visits'
    ? report.visits
    : kind === 'customers'
      ? report.newCustomers || report.written
      : report.written;

/** True when every row of the file had been imported before. */
export const nothingNew = ({ rows, already, written }: ImportReport): boolean =>
  written === 0 && rows > 0 && already === rows;
