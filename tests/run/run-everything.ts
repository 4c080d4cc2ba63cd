import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/project-root.ts';
import { addCounts, type Counts, noCounts, summaryLine } from './counts.ts';
import { runCommand } from './run-command.ts';
import { readReport } from './vitest-report.ts';

const reports = join(projectRoot, 'out', 'test-reports');

type Step =
  /** Passes or fails as a whole and counts as one. */
  | { readonly kind: 'check'; readonly name: string; readonly command: readonly string[] }
  /** Tests that count one by one; without a `config`, the project's own. */
  | { readonly kind: 'tests'; readonly name: string; readonly config: string | null };

const steps: readonly Step[] = [
  { kind: 'check', name: 'types', command: ['tsc', '-b'] },
  { kind: 'check', name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { kind: 'tests', name: 'unit', config: null },
  { kind: 'check', name: 'build', command: ['node', 'electron/launch/build.mjs'] },
  { kind: 'tests', name: 'faults', config: 'tests/faults/vitest.config.ts' },
  { kind: 'tests', name: 'journeys', config: 'tests/journeys/vitest.config.ts' },
];

/**
 * Runs every step, also after one has failed, tells each with its time, and ends with one line of counts.
 * Returns the exit code.
 */
export async function runEverything(): Promise<0 | 1> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  let total = noCounts;
  for (const step of steps) {
    console.log(`${step.name} ...`);
    const begun = performance.now();
    const counts =
      step.kind === 'check' ? await runCheck(step.command) : await runTests(step.name, step.config);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${step.name}: ${summaryLine(counts)} (${seconds} s)`);
    total = addCounts(total, counts);
  }
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`);
  console.log(summaryLine(total));
  return total.failed > 0 ? 1 : 0;
}

/** The last words of a command: when a process died, the reason is there and in no report. */
const endOf = (output: string): string => output.trim().split('\n').slice(-80).join('\n');

async function runCheck(command: readonly string[]): Promise<Counts> {
  const { exitCode, output } = await runCommand(command);
  if (exitCode === 0) return { ...noCounts, passed: 1 };
  console.log(output);
  return { ...noCounts, failed: 1 };
}

async function runTests(name: string, config: string | null): Promise<Counts> {
  const file = join(reports, `${name}.json`);
  const { exitCode, output } = await runCommand([
    'vitest',
    'run',
    ...(config === null ? [] : ['--config', config]),
    // The report counts; what went wrong outside every test is only said by the words.
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--reporter=dot',
  ]);
  const report = readReport(file);
  for (const { name: test, message } of report?.failures ?? [])
    console.log(`failed: ${test}\n${message || endOf(output)}\n`);
  for (const { name: test, message } of report?.secondTries ?? [])
    console.log(`passed at the second try only: ${test}\n${message}\n`);
  if (report !== null && (exitCode === 0 || report.counts.failed > 0)) return report.counts;
  // No report, or an unhandled error outside every test: the command's own words are all there is.
  console.log(endOf(output));
  return addCounts(report?.counts ?? noCounts, { ...noCounts, failed: 1 });
}
