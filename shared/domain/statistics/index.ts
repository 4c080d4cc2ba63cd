export { type Change, changeOfMean, changeOfShare } from './change.ts';
export { compareShares, type ShareComparison, significance } from './compare-shares.ts';
export { detectableShare, peoplePerArm } from './detectable-rise.ts';
export { countDurations, type DurationCount, type DurationRow } from './duration-row.ts';
export { type FisherExact, fisherExact } from './fisher-exact.ts';
export { type LogRank, logRank } from './log-rank.ts';
export { type Mean, type MeanDifference, meanDifference, meanOf, type Sums, sumsOf } from './mean.ts';
export { median } from './median.ts';
export { excludesZero, newcombe, type Share, type ShareDifference } from './newcombe.ts';
export { chiSquareP, erfc, twoSidedP } from './normal.ts';
export {
  fewestAnswersForMargin,
  type Nps,
  type NpsDifference,
  nps,
  npsDifference,
  npsGroup,
} from './nps.ts';
export { oddsRatio, type PooledZ, pooledZ } from './pooled-z.ts';
export { quantile, quantiles } from './quantile.ts';
export { fewestPeopleForRate, type Rate, rateOf } from './rate.ts';
export { type Interval, wilson, z95 } from './wilson.ts';
