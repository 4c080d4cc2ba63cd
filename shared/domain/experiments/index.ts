export { type Arm, type ArmName, armNames, assignArms } from './assign-arms.ts';
export { type BaseRate, baseRate, type PastOfPerson } from './base-rate.ts';
export { bootstrapDifference, type MeanDifferenceInterval } from './bootstrap-difference.ts';
export {
  type ArmOutcome,
  type ExperimentPlan,
  type ExperimentResult,
  experimentResult,
  type Verdict,
} from './experiment-result.ts';
export { type HashKey, keyedHash } from './keyed-hash.ts';
export {
  armsOf,
  daysForMore,
  type ExperimentWish,
  expectedShares,
  hasHoldout,
  type PlanOfExperiment,
  planExperiment,
} from './plan-experiment.ts';
export { type SampleSize, sampleSize } from './sample-size.ts';
