import { describe, expect, it } from 'vitest';
import { addCounts, noCounts, summaryLine } from './counts.ts';
import { countReport, readReport } from './vitest-report.ts';

const result = (fullName: string, status: string, extra = {}) => ({
  fullName,
  status,
  failureMessages: status === 'failed' ? ['expected 1 to be 2'] : [],
  ...extra,
});

describe('the counts of a run', () => {
  it('come from every file, with the reasons of what was left out', () => {
    const report = countReport({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [result('a works', 'passed'), result('a fails', 'failed')],
        },
        {
          name: 'b.test.ts',
          status: 'passed',
          message: '',
          assertionResults: [
            result('b needs a mount', 'skipped', { meta: { skipReason: 'not root' } }),
            result('b forgotten', 'todo'),
          ],
        },
      ],
    });
    expect(report.failures).toEqual([{ name: 'a fails', message: 'expected 1 to be 2' }]);
    expect(report.counts).toEqual({
      passed: 1,
      failed: 1,
      skipped: [
        { name: 'b needs a mount', reason: 'not root' },
        { name: 'b forgotten', reason: 'no reason given' },
      ],
    });
    expect(summaryLine(report.counts)).toBe('1 passed, 1 failed, 2 skipped');
  });

  it('name what passed only when it was tried again', () => {
    const again = result('a is slow', 'passed', { failureMessages: ['Timeout'] });
    const report = countReport({
      testResults: [
        { name: 'a', status: 'passed', message: '', assertionResults: [again, result('b', 'passed')] },
      ],
    });
    expect(report.counts).toMatchObject({ passed: 2, failed: 0 });
    expect(report.secondTries).toEqual([{ name: 'a is slow', message: 'Timeout' }]);
  });

  it('count a file that cannot even be loaded as a failure', () => {
    const report = countReport({
      testResults: [{ name: 'c.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] }],
    });
    expect(report.counts.failed).toBe(1);
    expect(report.failures).toEqual([{ name: 'c.test.ts', message: 'Cannot find x' }]);
  });

  it('are unknown without a report', () => expect(readReport('/no/such/report.json')).toBeNull());

  it('end with the plain line', () => {
    const sum = addCounts({ ...noCounts, passed: 3 }, { ...noCounts, passed: 1, failed: 2 });
    expect(summaryLine(sum)).toBe('4 passed, 2 failed');
  });
});
