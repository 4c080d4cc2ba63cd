import { assertNever } from '../assert-never.ts';
import type { BusinessDay } from '../business-day/business-day.ts';
import { activityBounds, factOf, isInGroup, standingOf } from '../retention/index.ts';
import { rhythmOf } from '../visits/rhythm.ts';
import type { Condition, Range, SegmentCheckIn, SegmentFacts, SegmentFilter } from './segment-filter.ts';

/** Whether a customer belongs to a segment today. Throws a RangeError for a retention condition with an empty period. */
export function isInSegment(facts: SegmentFacts, filter: SegmentFilter, today: BusinessDay): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.of.every((one) => isInSegment(facts, one, today));
    case 'any':
      return filter.of.some((one) => isInSegment(facts, one, today));
    case 'not':
      return !isInSegment(facts, filter.of, today);
    default:
      return meets(facts, filter, today);
  }
}

function meets(facts: SegmentFacts, condition: Condition, today: BusinessDay): boolean {
  switch (condition.kind) {
    case 'visits':
    case 'spend':
    case 'averageSpend':
    case 'bought':
    case 'staff':
      return meetsByCheckIns(checkInsWithin(facts, condition.lastDays, today), condition);
    case 'lastVisit':
    case 'firstVisit':
    case 'rhythm':
    case 'standing':
    case 'retention':
      return meetsByDays(facts, condition, today);
    case 'askedAbout':
      return facts.askedAbout.some(
        ({ itemId, bought }) => condition.itemIds.includes(itemId) && !(condition.notBought && bought),
      );
    case 'source':
      return facts.source !== null && condition.anyOf.includes(facts.source);
    case 'tier':
      return condition.anyOf.includes(facts.tierId);
    case 'birthdayMonth':
      return facts.birthMonth !== null && condition.anyOf.includes(facts.birthMonth);
    case 'risk':
      return facts.risk !== null && condition.anyOf.includes(facts.risk);
    case 'consent':
      return facts.consents.includes(condition.purpose) === condition.given;
    case 'tag':
      return condition.tagIds.some((id) => facts.tagIds.includes(id));
    case 'customers':
      return condition.ids.includes(facts.customerId);
    default:
      return assertNever(condition);
  }
}

/** The last 7 days are today and the six before. */
function checkInsWithin(
  facts: SegmentFacts,
  lastDays: number | null,
  today: BusinessDay,
): readonly SegmentCheckIn[] {
  return lastDays === null ? facts.checkIns : facts.checkIns.filter((one) => one.day > today - lastDays);
}

type CheckInCondition = Extract<
  Condition,
  { kind: 'visits' | 'spend' | 'averageSpend' | 'bought' | 'staff' }
>;

function meetsByCheckIns(checkIns: readonly SegmentCheckIn[], condition: CheckInCondition): boolean {
  const amounts = checkIns.map((one) => one.amount).filter((amount) => amount !== null);
  const spend = amounts.reduce((sum, amount) => sum + amount, 0);
  switch (condition.kind) {
    case 'visits':
      return isWithin(new Set(checkIns.map((one) => one.day)).size, condition.count);
    case 'spend':
      return amounts.length > 0 && isWithin(spend, condition.amount);
    case 'averageSpend':
      return amounts.length > 0 && isWithin(spend / amounts.length, condition.amount);
    case 'bought':
      return checkIns.some((one) => one.itemIds.some((id) => condition.itemIds.includes(id)));
    case 'staff':
      return checkIns.some((one) => one.staffId !== null && condition.staffIds.includes(one.staffId));
    default:
      return assertNever(condition);
  }
}

type DayCondition = Extract<
  Condition,
  { kind: 'lastVisit' | 'firstVisit' | 'rhythm' | 'standing' | 'retention' }
>;

function meetsByDays(facts: SegmentFacts, condition: DayCondition, today: BusinessDay): boolean {
  const { customerId, firstDay, toldUsOn } = facts;
  const days = [...new Set(facts.checkIns.map((one) => one.day))];
  const lastDay = days.at(-1) ?? null;
  const rhythm = rhythmOf(days);
  switch (condition.kind) {
    case 'lastVisit':
      return lastDay !== null && isWithin(today - lastDay, condition.daysAgo);
    case 'firstVisit':
      return firstDay !== null && isWithin(today - firstDay, condition.daysAgo);
    case 'rhythm':
      return rhythm !== null && isWithin(rhythm, condition.days);
    case 'standing':
      if (lastDay === null) return false;
      return condition.anyOf.includes(
        standingOf({ lastDay, rhythm, toldUsOn }, today, condition.window).kind,
      );
    case 'retention': {
      if (firstDay === null) return false;
      const bounds = activityBounds(condition, condition.window);
      return isInGroup(factOf({ customerId, firstDay, days }, condition, bounds), condition, condition.group);
    }
    default:
      return assertNever(condition);
  }
}

function isWithin(value: number, { atLeast, atMost }: Range): boolean {
  return (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
}
