/** A test that this computer could not run. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: [] };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** `N passed, N failed`, and how many were skipped when any were. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const rest = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
  return `${passed} passed, ${failed} failed${rest}`;
}
