export { fewestPeopleForRate } from '../statistics/index.ts';
export {
  type CustomerId,
  classify,
  isInGroup,
  type RetentionClass,
  type RetentionFact,
  type RetentionGroup,
} from './classify.ts';
export {
  type ActivityBounds,
  type ActivityWindow,
  activityBounds,
  type Period,
  previousPeriod,
} from './period.ts';
export {
  factsFromVisits,
  type Retention,
  type RetentionQuestion,
  type RetentionVisit,
  retention,
  retentionFromFacts,
  textbookRetention,
} from './retention.ts';
