export { fewestPeopleForRate } from '../statistics/index.ts';
export { type AuditedCustomer, type AuditedTrait, auditOfTheLost, holm } from './audit-of-the-lost.ts';
export {
  type CustomerId,
  classify,
  isInGroup,
  type RetentionClass,
  type RetentionFact,
  type RetentionGroup,
} from './classify.ts';
export {
  type Cohort,
  type CohortColumn,
  type CohortCount,
  type CohortQuestion,
  type CohortTable,
  cohortTable,
  cohortTableFromCounts,
} from './cohort-table.ts';
export {
  type FirstVisitReturn,
  firstVisitReturn,
  repeatWithin,
  returnHorizons,
} from './first-visit-return.ts';
export { type Frequency, type FrequencyBar, frequencyOf } from './frequency.ts';
export {
  type KaplanMeier,
  kaplanMeier,
  quantileOf,
  restrictedMean,
  type SurvivalPoint,
  type SurvivalQuantile,
  type SurvivalStep,
  survivalAt,
} from './kaplan-meier.ts';
export {
  fewestForPareto,
  type ParetoPoint,
  type ParetoShare,
  paretoCurve,
  paretoShare,
} from './pareto.ts';
export {
  type ActivityBounds,
  type ActivityWindow,
  activityBounds,
  type Period,
  previousPeriod,
} from './period.ts';
export {
  factOf,
  factsFromVisits,
  type Retention,
  type RetentionQuestion,
  retention,
  retentionFromFacts,
  textbookRetention,
} from './retention.ts';
export { type FirstReturn, firstReturnOf, firstReturnRows, gapRows, returnRows } from './return-rows.ts';
export {
  midRankScores,
  type RfmCustomer,
  type RfmField,
  type RfmScore,
  rfmCustomers,
  rfmGrid,
  rfmParts,
  rfmScores,
} from './rfm.ts';
export { type SilentVip, type SilentVips, silentVips, type VipCandidate } from './silent-vips.ts';
export {
  type GroupShares,
  type Split,
  type SplitGroup,
  type SplitParts,
  splitByGroup,
} from './split.ts';
export {
  fewestVisitsToDepend,
  type Served,
  type StaffDependency,
  shareToDepend,
  staffDependency,
} from './staff-dependency.ts';
export { lostAfterDays, type Standing, type StandingFact, standingOf } from './standing.ts';
export {
  type CustomerHistory,
  type HistoryBounds,
  historiesOf,
  type RetentionVisit,
} from './visit-log.ts';
export { type WaterfallStep, waterfall } from './waterfall.ts';
