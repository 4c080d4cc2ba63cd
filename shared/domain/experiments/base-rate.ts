import type { BusinessDay } from '../business-day/business-day.ts';

/** A customer: the days they came on, rising, and whether they are on the list that is asked about. */
export interface PastOfPerson {
  readonly days: readonly BusinessDay[];
  readonly isListed: boolean;
  /** Days on which something was done for them: what came of it does not show how people come back by themselves. */
  readonly turnedTo: readonly BusinessDay[];
}

/** How many came back by themselves, from the shop's own past. */
export interface BaseRate {
  /** Share of people like those on the list who came within the window. */
  readonly share: number;
  /** How often somebody like them was watched for a window. */
  readonly watched: number;
}

/** The past is looked at in so many windows at most, one after another, and not further back than two years. */
const mostWindows = 12;
const furthestBack = 730;
/** Fewer say nothing about people of a kind. */
const fewestWatched = 20;
/** From so many visits on somebody has a rhythm of their own. */
const ownRhythmVisits = 4;

/** How long somebody has been away, in their usual gaps: the upper ends of the bands. */
const awayBands = [0.5, 1, 1.5, 2, 3, 5, 8, 13];
/** Visits so far: the upper ends of the bands. */
const visitBands = [1, 4, 11];

const bandOf = (ends: readonly number[], value: number): number => {
  const index = ends.findIndex((end) => value <= end);
  return index === -1 ? ends.length : index;
};

/** The mean gap of everybody who has one, in days; what those without a rhythm are held against. */
function gapOfAll(people: readonly PastOfPerson[]): number {
  let gaps = 0;
  let days = 0;
  for (const person of people) {
    gaps += Math.max(0, person.days.length - 1);
    days += (person.days.at(-1) ?? 0) - (person.days[0] ?? 0);
  }
  return gaps === 0 ? 30 : Math.max(1, days / gaps);
}

/** What somebody was like at the end of a day: how long away by their own rhythm, and how often here before. */
interface Kind {
  readonly away: number;
  readonly visits: number;
}

function kindAt(days: readonly BusinessDay[], visits: number, day: BusinessDay, usualOfAll: number): Kind {
  const last = days[visits - 1] ?? day;
  const own = (last - (days[0] ?? last)) / (visits - 1);
  const usual = visits >= ownRhythmVisits ? Math.max(1, own) : usualOfAll;
  return { away: bandOf(awayBands, (day - last) / usual), visits: bandOf(visitBands, visits) };
}

/** People watched for a window and those of them who came. */
class Watched {
  readonly #counts = new Map<string, { n: number; came: number }>();

  add({ away, visits }: Kind, came: boolean): void {
    for (const key of [`${away} ${visits}`, `${away}`]) {
      const count = this.#counts.get(key) ?? { n: 0, came: 0 };
      count.n += 1;
      if (came) count.came += 1;
      this.#counts.set(key, count);
    }
  }

  /** Of this kind, or where too few were watched, of all who were away as long; null where those are too few as well. */
  of({ away, visits }: Kind): { readonly key: string; readonly n: number; readonly came: number } | null {
    for (const key of [`${away} ${visits}`, `${away}`]) {
      const count = this.#counts.get(key);
      if (count && count.n >= fewestWatched) return { key, ...count };
    }
    return null;
  }
}

function watch(
  person: PastOfPerson,
  ends: readonly BusinessDay[],
  window: number,
  usual: number,
  into: Watched,
) {
  const { days } = person;
  let visits = 0;
  for (const from of ends) {
    while ((days[visits] ?? Number.POSITIVE_INFINITY) <= from) visits += 1;
    if (visits === 0) continue;
    const until = from + window;
    if (person.turnedTo.some((day) => day >= from - window && day <= until)) continue;
    into.add(kindAt(days, visits, from, usual), (days[visits] ?? Number.POSITIVE_INFINITY) <= until);
  }
}

/**
 * How many of the people on a list would come back within so many days with nothing done: every customer is looked at in
 * the shop's own past, one window after another, and the share of those who were like the people on the list (away as
 * long by their own rhythm, here as often before) is taken for each of them. That is the direct standardisation of
 * epidemiology, with the list as the standard population. Null where the past holds too few like them for half of the
 * list: a share out of nothing would make every plan wrong.
 * @param window days within which coming back counts, 1 or more
 */
export function baseRate(
  people: readonly PastOfPerson[],
  asked: { readonly today: BusinessDay; readonly window: number },
): BaseRate | null {
  const { today, window } = asked;
  const usual = gapOfAll(people);
  const first = people.reduce((least, { days }) => Math.min(least, days[0] ?? today), Number(today));
  const back = Math.min(furthestBack, today - 1 - first);
  const windows = Math.min(mostWindows, Math.floor(back / window));
  // Ends of the past that are looked from, oldest first; the last window ended yesterday.
  const ends = Array.from(
    { length: Math.max(0, windows) },
    (_, index) => (today - 1 - window * (windows - index)) as BusinessDay,
  );
  const seen = new Watched();
  for (const person of people) watch(person, ends, window, usual, seen);
  let known = 0;
  let listed = 0;
  let sum = 0;
  const used = new Map<string, number>();
  for (const { days, isListed } of people) {
    if (!isListed) continue;
    listed += 1;
    const counts = days.length === 0 ? null : seen.of(kindAt(days, days.length, today, usual));
    if (!counts) continue;
    known += 1;
    sum += counts.came / counts.n;
    used.set(counts.key, counts.n);
  }
  if (known === 0 || known * 2 < listed) return null;
  // Whoever is in a part of a band that is used as a whole is counted with it.
  const watched = [...used].filter(([key]) => !key.includes(' ') || !used.has(key.split(' ')[0] ?? ''));
  return { share: sum / known, watched: watched.reduce((total, [, n]) => total + n, 0) };
}
