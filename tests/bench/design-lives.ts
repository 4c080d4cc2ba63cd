import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';

/** Sizes of a made-up shop for measurements. */
export interface DesignSize {
  readonly customers: number;
  readonly visits: number;
  readonly years: number;
}

/** The size the product is designed for: a café with 300 check-ins a day after ten years. */
export const designSize: DesignSize = { customers: 50_000, visits: 1_100_000, years: 10 };

/** Share of check-ins that name a customer. */
const identifiedShare = 0.8;

/** Kinds of customers: share, mean days between visits, mean length of their life in days. */
const kinds = [
  { share: 0.28, gap: 0, life: 0 },
  { share: 0.29, gap: 75, life: 700 },
  { share: 0.4, gap: 34, life: 800 },
  { share: 0.022, gap: 14, life: 700 },
  { share: 0.006, gap: 7, life: 600 },
  { share: 0.002, gap: 2.5, life: 500 },
] as const;

/** Every check-in of a shop, one entry per array and check-in, in the order in which they happened. */
export interface DesignVisits {
  readonly count: number;
  /** Customer's number from 0; -1 for a walk-in. */
  readonly customer: Int32Array;
  /** Days since the first one. */
  readonly day: Int32Array;
  /** Seconds after midnight. */
  readonly second: Int32Array;
  /** First day of each customer: nobody joins later than that. */
  readonly joined: Int32Array;
}

class Growing {
  values = new Int32Array(1 << 16);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

function exponential(random: SeededRandom, mean: number): number {
  return -mean * Math.log(1 - random.next());
}

/** Days of one customer; `stretch` makes all lives longer or shorter. */
function liveOnce(random: SeededRandom, days: number, stretch: number, visit: (day: number) => void): number {
  const kind = random.weighted(kinds, (one) => one.share);
  const joined = random.below(days);
  visit(joined);
  const end = Math.min(days, joined + exponential(random, kind.life) * stretch);
  if (kind.gap === 0) return joined;
  // The sum of two exponentials: irregular, but seldom twice in a day.
  const step = () =>
    Math.max(1, Math.round(exponential(random, kind.gap / 2) + exponential(random, kind.gap / 2)));
  for (let day = joined + step(); day < end; day += step()) visit(day);
  return joined;
}

function liveAll(size: DesignSize, stretch: number): { customer: Growing; day: Growing; joined: Int32Array } {
  const random = new SeededRandom(4_711);
  const days = size.years * 365;
  const customer = new Growing();
  const day = new Growing();
  const joined = new Int32Array(size.customers);
  for (let index = 0; index < size.customers; index += 1) {
    joined[index] = liveOnce(random.fork(index), days, stretch, (when) => {
      customer.push(index);
      day.push(when);
    });
  }
  return { customer, day, joined };
}

/** Finds how long lives must be for the wanted number of visits, by bisection. */
function stretchFor(size: DesignSize, wanted: number): number {
  let [low, high] = [0, 6];
  for (let round = 0; round < 12; round += 1) {
    const middle = (low + high) / 2;
    const { length } = liveAll(size, middle).day;
    if (Math.abs(length - wanted) < wanted / 500) return middle;
    if (length < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Seconds after midnight, in the three waves of a café. */
function secondOfDay(random: SeededRandom): number {
  const [peak, deviation] = random.pick([
    [30_600, 2400],
    [30_600, 3000],
    [44_000, 2400],
    [53_000, 5000],
  ] as const);
  return Math.round(Math.min(Math.max(random.normal(peak, deviation), 25_200), 72_000));
}

/** All visits of a shop of that size, the same for the same size. */
export function designVisits(size: DesignSize): DesignVisits {
  const wanted = Math.round(size.visits * identifiedShare);
  const lives = liveAll(size, stretchFor(size, wanted));
  const random = new SeededRandom(815);
  const days = size.years * 365;
  while (lives.day.length < size.visits) {
    lives.customer.push(-1);
    // The trade grows with the number of customers.
    lives.day.push(Math.floor(Math.sqrt(random.next()) * days));
  }
  const count = lives.day.length;
  const moments = new Float64Array(count);
  // Moment and place in one number, so that sorting numbers sorts the places.
  for (let index = 0; index < count; index += 1) {
    const moment = (lives.day.values[index] ?? 0) * 86_400 + secondOfDay(random);
    moments[index] = moment * 4_194_304 + index;
  }
  moments.sort();
  const visits = {
    count,
    customer: new Int32Array(count),
    day: new Int32Array(count),
    second: new Int32Array(count),
    joined: lives.joined,
  };
  for (let place = 0; place < count; place += 1) {
    const packed = moments[place] ?? 0;
    const moment = Math.floor(packed / 4_194_304);
    visits.customer[place] = lives.customer.values[packed - moment * 4_194_304] ?? -1;
    visits.day[place] = Math.floor(moment / 86_400);
    visits.second[place] = moment % 86_400;
  }
  return visits;
}
