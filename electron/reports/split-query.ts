import type { AuditedTrait, SplitBy, SplitFigures } from '#shared/contract/reports.ts';
import {
  activityBounds,
  auditOfTheLost,
  type GroupShares,
  previousPeriod,
  splitByGroup,
} from '#shared/domain/retention/index.ts';
import { rateOf } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import type { RetentionQuestion } from './retention-query.ts';
import {
  type Labels,
  labelOf,
  labelsOf,
  lastingTraits,
  splitKinds,
  type TraitedFact,
  traitedFacts,
} from './traits-query.ts';

export interface TraitsQuestion extends RetentionQuestion {
  /** Tiers of today, lowest first. */
  readonly tiers: readonly { readonly tierId: number; readonly name: string }[];
}

interface Count {
  successes: number;
  n: number;
}

/** Kept out of S, by the values of one trait. */
function sharesBy(facts: readonly TraitedFact[], by: SplitBy): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { activeAtStart, activeAtEnd, traits } of facts) {
    if (!activeAtStart) continue;
    const one = counts.get(traits[by]) ?? { successes: 0, n: 0 };
    one.n += 1;
    if (activeAtEnd) one.successes += 1;
    counts.set(traits[by], one);
  }
  return counts;
}

/** Every group that has people in either period, the largest now first. */
function groupsOf(before: Map<string, Count>, now: Map<string, Count>): readonly GroupShares[] {
  const none = { successes: 0, n: 0 };
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((group) => ({ group, before: before.get(group) ?? none, now: now.get(group) ?? none }))
    .sort((a, b) => b.now.n - a.now.n || b.before.n - a.before.n || (a.group < b.group ? -1 : 1));
}

function splitView(by: SplitBy, groups: readonly GroupShares[], labels: Labels): SplitFigures {
  const found = splitByGroup(groups);
  return {
    by,
    groups: found.groups.map((one) => ({ ...one, label: labelOf(labels, by, one.group) })),
    total: found.total,
    opposite: found.opposite,
    parts: found.parts,
  };
}

/** Retention by source, first item, staff, tier, household and new or old: the period before against this one. */
export async function splitFigures(
  db: ReadDb,
  question: TraitsQuestion,
): Promise<{ splits: SplitFigures[] }> {
  const earlier = { ...question, ...previousPeriod(question) };
  const lasting = await lastingTraits(db, activityBounds(earlier, question.window).startFrom);
  const labels = await labelsOf(db, question.tiers);
  const now = await traitedFacts(db, question, lasting);
  const before = await traitedFacts(db, earlier, lasting);
  const splits = splitKinds.map((by) =>
    splitView(by, groupsOf(sharesBy(before, by), sharesBy(now, by)), labels),
  );
  return { splits };
}

async function traitedNow(db: ReadDb, question: TraitsQuestion): Promise<readonly TraitedFact[]> {
  const since = activityBounds(question, question.window).startFrom;
  return traitedFacts(db, question, await lastingTraits(db, since));
}

/** What those who lapsed in a period have in common that the kept have not. */
export async function auditFigures(
  db: ReadDb,
  question: TraitsQuestion,
): Promise<{ lost: number; kept: number; traits: AuditedTrait[] }> {
  const facts = (await traitedNow(db, question)).filter((fact) => fact.activeAtStart);
  const labels = await labelsOf(db, question.tiers);
  const audited = auditOfTheLost(
    facts.map(({ activeAtEnd, traits }) => ({
      outcome: activeAtEnd ? ('kept' as const) : ('lost' as const),
      traits: Object.fromEntries(splitKinds.map((by) => [by, traits[by] === '' ? null : traits[by]])),
    })),
  );
  const kept = facts.filter((fact) => fact.activeAtEnd).length;
  const kinds = new Map<string, SplitBy>(splitKinds.map((by) => [by, by]));
  return {
    lost: facts.length - kept,
    kept,
    traits: audited.flatMap(({ comparison, correctedP, ...one }) => {
      const trait = kinds.get(one.trait);
      if (trait === undefined) return [];
      const known = comparison.verdict === 'noData' ? null : comparison;
      return [
        {
          trait,
          value: one.value,
          label: labelOf(labels, trait, one.value),
          lost: rateOf(one.lost.successes, one.lost.n),
          kept: rateOf(one.kept.successes, one.kept.n),
          difference: known?.difference ?? null,
          differenceInterval: known?.interval ?? null,
          p: correctedP,
          verdict: one.verdict,
        },
      ];
    }),
  };
}

/** Customers behind one group of a split. */
export async function peopleOfGroup(
  db: ReadDb,
  question: TraitsQuestion,
  asked: { readonly by: SplitBy; readonly group: string; readonly retention: 'S' | 'kept' | 'lapsed' },
): Promise<readonly { readonly customerId: number; readonly visits: number }[]> {
  return (await traitedNow(db, question))
    .filter((fact) => fact.activeAtStart && fact.traits[asked.by] === asked.group)
    .filter((fact) => asked.retention === 'S' || fact.activeAtEnd === (asked.retention === 'kept'))
    .map((fact) => ({ customerId: Number(fact.customerId), visits: fact.visitDaysInPeriod }));
}
