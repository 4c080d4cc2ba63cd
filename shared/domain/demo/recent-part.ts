import type { BusinessDay } from '../business-day/business-day.ts';
import type { DemoPlan } from './plan-demo-shop.ts';

/**
 * The last part of a made-up shop: what happened from a day on, and only whoever came then. Rewards are not used in it,
 * because what they were saved up with lies before.
 */
export function recentPart(plan: DemoPlan, from: BusinessDay): DemoPlan {
  const visits = plan.visits.filter(({ day }) => day >= from);
  const came = new Set(visits.map(({ person }) => person));
  const kept = plan.people.map((person, place) => ({ person, place })).filter(({ place }) => came.has(place));
  const places = new Map(kept.map(({ place }, index) => [place, index]));
  const placeOf = (person: number | null) => (person === null ? null : (places.get(person) ?? null));
  return {
    items: plan.items,
    people: kept.map(({ person }) => ({ ...person, referredBy: placeOf(person.referredBy) })),
    visits: visits.map((visit) => ({ ...visit, person: placeOf(visit.person), rewardIds: [] })),
  };
}
