import type { Role } from '../staff/roles.ts';

/** Notes about somebody that only some roles read, each with a day of its own. */
export const careNoteKinds = ['patchTest', 'health'] as const;
export type CareNoteKind = (typeof careNoteKinds)[number];

/** What is known of somebody for their safety: the allergy on their profile, and the notes. */
export const careKinds = ['allergy', ...careNoteKinds] as const;
export type CareKind = (typeof careKinds)[number];

/** Who reads what is known for somebody's safety, where it is told, and how long it is kept. */
export interface CareRule {
  /** The lowest role that reads the words; to everybody else it is only told that there are some. */
  readonly readers: Role;
  /** Whether the till tells of it. */
  readonly atTill: boolean;
  /** Months after which a note is old; null = it stays as long as the person does. An allergy has no age. */
  readonly months: number | null;
}

/** How long the shop keeps people and what it knows for their safety. */
export interface PrivacyRules {
  /** Months without a visit after which somebody is forgotten; null = nobody is. */
  readonly inactiveMonths: number | null;
  readonly care: Readonly<Record<CareKind, CareRule>>;
}

/** The least and the most that can be chosen for {@link PrivacyRules.inactiveMonths}. */
export const inactiveLimits = { least: 12, most: 120 } as const;

/** Kinds of notes that a shop of this kind writes: a café tests nobody's skin. */
export const careNotesOf = (shop: 'cafe' | 'salon' | 'other'): readonly CareNoteKind[] =>
  shop === 'cafe' ? ['health'] : careNoteKinds;

/**
 * What a new shop begins with. Whoever mixes a drink or a colour must know of an allergy; what somebody told about their
 * health is for who answers for it. A patch test says nothing any more after half a year.
 */
export function usualPrivacyRules(shop: 'cafe' | 'salon' | 'other'): PrivacyRules {
  return {
    inactiveMonths: 36,
    care: {
      allergy: { readers: 'staff', atTill: true, months: null },
      patchTest: { readers: shop === 'salon' ? 'staff' : 'manager', atTill: true, months: 6 },
      health: { readers: 'manager', atTill: true, months: 24 },
    },
  };
}
