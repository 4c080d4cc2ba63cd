import type { ProgrammeIssueData } from '#shared/contract/loyalty.ts';

/** Where in the editor something is typed. */
export type IssuePlace =
  | { readonly kind: 'earning' }
  | { readonly kind: 'gifts' }
  | { readonly kind: 'reward' | 'bonus' | 'tier'; readonly id: number };

const isAt = (issue: ProgrammeIssueData, place: IssuePlace): boolean => {
  switch (place.kind) {
    case 'earning':
      return issue.code === 'nothingEarned' || issue.code === 'capBelowOne' || issue.code === 'unitStranded';
    case 'gifts':
      return issue.code === 'giftWithoutUnit';
    case 'reward':
      return issue.rewardId === place.id;
    case 'bonus':
      // Two that overlap are told at both.
      return issue.bonusId === place.id || issue.otherId === place.id;
    case 'tier':
      return issue.tierId === place.id;
  }
};

/** What is to be said at one place of the editor. */
export const issuesAt = (
  issues: readonly ProgrammeIssueData[],
  place: IssuePlace,
): readonly ProgrammeIssueData[] => issues.filter((issue) => isAt(issue, place));

/** Whether the draft may be published. */
export const mayStart = (issues: readonly ProgrammeIssueData[]): boolean =>
  issues.every(({ level }) => level !== 'block');
