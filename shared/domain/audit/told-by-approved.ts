import { askMs, grantMs } from '../staff/approval-times.ts';

/** What is looked at of an entry of the log. */
export interface ApprovalStep {
  readonly call: string;
  readonly isRefused: boolean;
  readonly at: number;
  readonly staffId: number | null;
  /** Who allowed it, of a call that was approved. */
  readonly approverId: number | null;
  /** Of an approval: the call that it allowed. */
  readonly allowedCall: string | null;
}

/**
 * An approval in place leaves three entries: the call that was refused, the approval, and the call itself with the names of
 * both. To a reader they are one thing that happened, and the last of them tells all of it.
 * @param steps one business day, newest first
 * @returns the places of the entries of which an approved call tells
 */
export function toldByApproved(steps: readonly ApprovalStep[]): ReadonlySet<number> {
  const told = new Set<number>();
  for (const [place, done] of steps.entries()) {
    if (done.approverId === null || done.isRefused) continue;
    const earlier = (isIt: (step: ApprovalStep) => boolean): number =>
      steps.findIndex(
        (step, at) => at > place && !told.has(at) && done.at - step.at <= askMs + grantMs && isIt(step),
      );
    const approval = earlier(
      (step) => !step.isRefused && step.allowedCall === done.call && step.staffId === done.approverId,
    );
    const refusal = earlier(
      (step) => step.isRefused && step.call === done.call && step.staffId === done.staffId,
    );
    for (const found of [approval, refusal]) if (found !== -1) told.add(found);
  }
  return told;
}
