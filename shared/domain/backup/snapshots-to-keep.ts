import {
  type BusinessDay,
  businessDayAt,
  monthOf,
  type ShopCalendar,
  weekdayOf,
} from '../business-day/business-day.ts';

/** Why a snapshot was taken. */
export const snapshotReasons = [
  'start',
  'hour',
  'migration',
  'import',
  'merge',
  'close',
  'restore',
  'manual',
] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** A snapshot of the shop on this computer. */
export interface Snapshot {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
  readonly why: SnapshotReason;
  /** It was read back and opened when it was made: its manifest says so. */
  readonly proven: boolean;
}

/** How many days, weeks and months are kept, the newest snapshot of each; of today the newest of every hour. */
export const keptSnapshots = { days: 14, weeks: 8, months: 24, migrations: 3 } as const;

const hourMs = 3_600_000;

/** Newest first; of the same moment by name, so that the answer never depends on the order of a directory. */
const newestFirst = (a: Snapshot, b: Snapshot) => b.at - a.at || (a.name < b.name ? 1 : -1);

/** The newest of each bucket, a proven one before one that is not, for the newest so many buckets. */
function newestOfEach(
  snapshots: readonly Snapshot[],
  bucketOf: (snapshot: Snapshot) => number,
  buckets: number,
): readonly Snapshot[] {
  const chosen = new Map<number, Snapshot>();
  for (const snapshot of snapshots) {
    const bucket = bucketOf(snapshot);
    const known = chosen.get(bucket);
    if (!known || (snapshot.proven && !known.proven)) chosen.set(bucket, snapshot);
  }
  return [...chosen]
    .sort(([a], [b]) => b - a)
    .slice(0, buckets)
    .map(([, snapshot]) => snapshot);
}

/** Number of the week of a day, weeks beginning on Monday. */
const weekOf = (day: BusinessDay): number => Math.floor((day - weekdayOf(day)) / 7);

/** The kept ones in the order in which they are given up when there is no room, the least missed first. */
function byWorth(kinds: readonly (readonly Snapshot[])[], never: ReadonlySet<Snapshot>): readonly Snapshot[] {
  const [migrations = [], asked = [], days = [], weeks = [], months = [], hours = []] = kinds;
  const held = new Set<Snapshot>();
  const order: Snapshot[] = [];
  // What stands in a later list only, because an earlier one does not need it, is missed less.
  for (const list of [migrations, asked, days, weeks, months, hours]) {
    for (const snapshot of list) {
      if (never.has(snapshot) || held.has(snapshot)) continue;
      held.add(snapshot);
      order.push(snapshot);
    }
  }
  return order.reverse();
}

/**
 * Which snapshots stay: of today one an hour, then one a day for 14 days, one a week for 8 weeks, one a month for 24 months
 * (days, weeks and months in which there is one), the last three before a migration, and the last proven one that somebody
 * asked for: what the program takes by itself, at a close or on the hour, does not push it out. Together at most `maxBytes`,
 * for which the oldest hours go first, then months, weeks, days. The newest proven one always stays, also of those that are not
 * in the future (a clock that was wrong for a while must not cost the last good copy), whatever its size.
 * @returns names to keep, out of those given
 */
export function snapshotsToKeep(
  snapshots: readonly Snapshot[],
  options: { readonly now: number; readonly calendar: ShopCalendar; readonly maxBytes: number },
): ReadonlySet<string> {
  const { now, calendar, maxBytes } = options;
  const all = [...snapshots].sort(newestFirst);
  const dayOf = new Map(all.map((snapshot) => [snapshot, businessDayAt(snapshot.at, calendar)]));
  const day = (snapshot: Snapshot) => dayOf.get(snapshot) ?? businessDayAt(snapshot.at, calendar);
  const today = businessDayAt(now, calendar);
  const ofToday = all.filter((snapshot) => day(snapshot) === today);
  const kinds = [
    all.filter(({ why }) => why === 'migration').slice(0, keptSnapshots.migrations),
    all.filter(({ why, proven }) => why === 'manual' && proven).slice(0, 1),
    newestOfEach(all, day, keptSnapshots.days),
    newestOfEach(all, (snapshot) => weekOf(day(snapshot)), keptSnapshots.weeks),
    newestOfEach(all, (snapshot) => monthOf(day(snapshot)), keptSnapshots.months),
    newestOfEach(ofToday, ({ at }) => Math.floor(at / hourMs), ofToday.length),
  ];
  const proven = all.filter((snapshot) => snapshot.proven);
  const never = new Set([proven[0], proven.find(({ at }) => at <= now)].filter((one) => one !== undefined));
  const kept = new Set([...never, ...kinds.flat()]);
  let bytes = [...kept].reduce((sum, snapshot) => sum + snapshot.bytes, 0);
  for (const snapshot of byWorth(kinds, never)) {
    if (bytes <= maxBytes) break;
    kept.delete(snapshot);
    bytes -= snapshot.bytes;
  }
  return new Set([...kept].map(({ name }) => name));
}
