export { isInSegment } from './is-in-segment.ts';
export { riskLevelOf, statesOfRisk } from './risk-level.ts';
export type {
  Condition,
  Range,
  Risk,
  SegmentCheckIn,
  SegmentFacts,
  SegmentFilter,
  Within,
} from './segment-filter.ts';
export { type SegmentProblem, segmentProblems } from './segment-problems.ts';
