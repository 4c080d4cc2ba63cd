import type { VisitRow } from './visit-row.ts';

/** Rows with the same visits merged, laid out for speed: only the sum of the log gaps enters the likelihood. */
export interface VisitTable {
  readonly customers: number;
  readonly sumRepeats: number;
  readonly sumLogGaps: number;
  /** Different numbers of repeat visits, rising, and how many customers have each. */
  readonly repeats: Float64Array;
  readonly customersByRepeats: Float64Array;
  /** Per merged row: place in `repeats`, times, customers. */
  readonly repeatIndex: Int32Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
  /** Different times, and per merged row the places of its times among them: days are few where customers are many. */
  readonly times: Float64Array;
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
}

/** Different numbers in the order in which they are first asked for. */
class Places {
  readonly #places = new Map<number, number>();

  of(value: number): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.#places.size);
    return this.#places.size - 1;
  }

  values(): Float64Array {
    return Float64Array.from(this.#places.keys());
  }
}

export function visitTable(rows: readonly VisitRow[]): VisitTable {
  const repeats = Float64Array.from(new Set(rows.map((row) => row.repeatVisits))).sort();
  const indexOf = new Map(Array.from(repeats, (value, index) => [value, index]));
  const customersByRepeats = new Float64Array(repeats.length);
  const seen = Array.from(repeats, () => new Map<number, Map<number, number>>());
  const repeatIndex: number[] = [];
  const recency: number[] = [];
  const age: number[] = [];
  const weight: number[] = [];
  let sumRepeats = 0;
  let sumLogGaps = 0;
  for (const row of rows) {
    const index = indexOf.get(row.repeatVisits) ?? 0;
    sumRepeats += row.repeatVisits;
    sumLogGaps += row.sumLogGaps;
    customersByRepeats[index] = (customersByRepeats[index] ?? 0) + 1;
    const byAge = seen[index]?.get(row.recencyWeeks) ?? new Map<number, number>();
    seen[index]?.set(row.recencyWeeks, byAge);
    const place = byAge.get(row.ageWeeks);
    if (place !== undefined) {
      weight[place] = (weight[place] ?? 0) + 1;
      continue;
    }
    byAge.set(row.ageWeeks, weight.length);
    repeatIndex.push(index);
    recency.push(row.recencyWeeks);
    age.push(row.ageWeeks);
    weight.push(1);
  }
  const times = new Places();
  const place = (time: number): number => times.of(time);
  const recencyAt = Int32Array.from(recency, place);
  const ageAt = Int32Array.from(age, place);
  return {
    customers: rows.length,
    sumRepeats,
    sumLogGaps,
    repeats,
    customersByRepeats,
    repeatIndex: Int32Array.from(repeatIndex),
    recency: Float64Array.from(recency),
    age: Float64Array.from(age),
    weight: Float64Array.from(weight),
    times: times.values(),
    recencyAt,
    ageAt,
  };
}
