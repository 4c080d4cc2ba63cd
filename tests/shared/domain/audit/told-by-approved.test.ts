import { describe, expect, it } from 'vitest';
import { type ApprovalStep, toldByApproved } from '#shared/domain/audit/told-by-approved.ts';

const eetu = 2;
const owner = 1;
const minute = 60_000;

const refused = (at: number, change: Partial<ApprovalStep> = {}): ApprovalStep => ({
  ...{ call: 'items.create', isRefused: true, at, staffId: eetu, approverId: null, allowedCall: null },
  ...change,
});
const approval = (at: number, change: Partial<ApprovalStep> = {}): ApprovalStep =>
  refused(at, {
    call: 'staff.approve',
    isRefused: false,
    staffId: owner,
    allowedCall: 'items.create',
    ...change,
  });
const done = (at: number, change: Partial<ApprovalStep> = {}): ApprovalStep =>
  refused(at, { isRefused: false, approverId: owner, ...change });

const told = (oldestFirst: readonly ApprovalStep[]): readonly ApprovalStep[] => {
  const newestFirst = oldestFirst.toReversed();
  return [...toldByApproved(newestFirst)].flatMap((place) => newestFirst[place] ?? []);
};

describe('an approval in place', () => {
  it('is told by the call that was approved', () => {
    const steps = [refused(0), approval(minute), done(minute)];
    expect(told(steps)).toEqual([steps[1], steps[0]]);
  });

  it('leaves what was refused, and what was approved, where nothing came of it', () => {
    expect(told([refused(0), approval(minute)])).toEqual([]);
    expect(told([refused(0), done(minute, { approverId: null })])).toEqual([]);
  });

  it('tells of its own steps alone: of the same people, the same call, and no other time', () => {
    const others = [
      refused(0, { call: 'items.update' }),
      refused(0, { staffId: 3 }),
      approval(0, { staffId: 3 }),
      approval(0, { allowedCall: 'items.update' }),
      approval(0, { isRefused: true }),
    ];
    expect(told([...others, done(minute)])).toEqual([]);
    expect(told([refused(0), approval(0), done(7 * minute)])).toEqual([]);
  });

  it('tells of one attempt each', () => {
    const first = [refused(0), approval(1), done(2)];
    const second = [refused(3), refused(4), approval(5), done(6)];
    expect(told([...first, ...second])).toEqual([second[2], second[1], first[1], first[0]]);
  });
});
