import { readFileSync } from 'node:fs';
import { type Counts, noCounts, type Skipped } from './counts.ts';

interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
  readonly meta?: { readonly skipReason?: string };
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

export interface TestReport {
  readonly counts: Counts;
  readonly failures: readonly TestFailure[];
  /** Tests that passed when they were tried again, with what went wrong before. */
  readonly secondTries: readonly TestFailure[];
}

interface TestFailure {
  readonly name: string;
  readonly message: string;
}

const failureOf = ({ fullName, failureMessages }: Assertion): TestFailure => ({
  name: fullName.trim(),
  message: failureMessages.join('\n'),
});

/** The counts in a vitest JSON report; null when there is no readable report. */
export function readReport(file: string): TestReport | null {
  try {
    return countReport(JSON.parse(readFileSync(file, 'utf8')) as JsonReport);
  } catch {
    return null;
  }
}

/** A file that failed outside its tests (it could not be loaded, a hook threw) counts as one failure. */
export function countReport(report: JsonReport): TestReport {
  const failures: TestFailure[] = [];
  const secondTries: TestFailure[] = [];
  const skipped: Skipped[] = [];
  let passed = noCounts.passed;
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    const held = file.assertionResults.filter(({ status }) => status === 'passed');
    passed += held.length;
    failures.push(...failed.map(failureOf));
    secondTries.push(...held.filter(({ failureMessages }) => failureMessages.length > 0).map(failureOf));
    if (file.status === 'failed' && failed.length === 0)
      failures.push({ name: file.name, message: file.message });
    skipped.push(
      ...file.assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName, meta }) => ({
          name: fullName.trim(),
          reason: meta?.skipReason ?? 'no reason given',
        })),
    );
  }
  return { counts: { passed, failed: failures.length, skipped }, failures, secondTries };
}
