import { addDays, type BusinessDay, businessDayAt, type ShopCalendar } from '../business-day/business-day.ts';

/** What is to be pointed out about the safety of the data, the most pressing first. */
export const attentions = [
  'lowDisk',
  'clockMovedBack',
  'dayInFuture',
  'neverBackedUp',
  'backupOld',
  'stickOvernight',
  'drillFailed',
  'drillOld',
] as const;
export type Attention = (typeof attentions)[number];

export interface SafetyFacts {
  readonly now: number;
  readonly calendar: ShopCalendar;
  readonly shopCreatedAt: number;
  /** Whether there is anybody or anything to lose. */
  readonly hasData: boolean;
  readonly lastBackupAt: number | null;
  readonly reminderDays: number;
  /** Since when each stick has been plugged in. */
  readonly pluggedSince: readonly number[];
  /** Room on the disk of the shop's file; null where it is not known. */
  readonly freeBytes: number | null;
  readonly databaseBytes: number;
  /** Latest moment the program has seen the clock at, when that was later than now; else null. */
  readonly clockWasAt: number | null;
  /** Business day of the newest check-in; null without any. */
  readonly newestDay: BusinessDay | null;
  readonly drill: { readonly at: number; readonly sound: boolean } | null;
}

const dayMs = 86_400_000;

/** Days after which a proven restore counts as long ago. */
export const drillDays = 40;

/** A clock that the network sets moves by seconds, not by this. */
export const clockToleranceMs = 5 * 60_000;

/** Room that must be left for the shop to go on: what it takes to copy it twice, and never less than 200 MB. */
export function lowDiskBytes(databaseBytes: number): number {
  return Math.max(200_000_000, 3 * databaseBytes);
}

/** How far two moments lie apart: what a clock that was ahead once dated in the future is no less long ago for that. */
export const apart = (one: number, other: number): number => Math.abs(one - other);

function isDrillOld({ now, drill, hasData, shopCreatedAt }: SafetyFacts): boolean {
  const since = drill?.at ?? shopCreatedAt;
  return hasData && apart(now, since) > drillDays * dayMs;
}

/** What is to be pointed out now. */
export function attentionOf(facts: SafetyFacts): Attention[] {
  const { now, calendar, lastBackupAt, clockWasAt, newestDay } = facts;
  const today = businessDayAt(now, calendar);
  const applies: Readonly<Record<Attention, boolean>> = {
    lowDisk: facts.freeBytes !== null && facts.freeBytes < lowDiskBytes(facts.databaseBytes),
    clockMovedBack: clockWasAt !== null && now < clockWasAt - clockToleranceMs,
    dayInFuture: newestDay !== null && newestDay > today,
    neverBackedUp: facts.hasData && lastBackupAt === null,
    backupOld: lastBackupAt !== null && apart(now, lastBackupAt) > facts.reminderDays * dayMs,
    stickOvernight: facts.pluggedSince.some((since) => businessDayAt(since, calendar) <= addDays(today, -1)),
    drillFailed: facts.drill !== null && !facts.drill.sound,
    drillOld: isDrillOld(facts),
  };
  return attentions.filter((attention) => applies[attention]);
}
