import type { ImportReport } from '#shared/contract/imports.ts';

export type RowProblem = ImportReport['problems'][number];
export type ProblemCode = RowProblem['code'];

/** Problems listed one by one; a file that is read the wrong way has one in every row. */
const mostListed = 200;
const longestValue = 80;

/** The rows of a file that cannot be imported: all are counted, the first are listed. */
export class RowProblems {
  readonly #listed: RowProblem[] = [];
  #count = 0;

  add(row: number, code: ProblemCode, value: string): void {
    this.#count += 1;
    if (this.#listed.length < mostListed) {
      this.#listed.push({ row, code, value: value.slice(0, longestValue) });
    }
  }

  get count(): number {
    return this.#count;
  }

  /** In the order of the file. */
  get listed(): RowProblem[] {
    return [...this.#listed].sort((a, b) => a.row - b.row);
  }
}
