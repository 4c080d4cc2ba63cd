/** The stretch of the axis, as shares 0..1. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Lines to draw, from low to high. */
  readonly lines: readonly number[];
}

const step = 0.05;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** An axis in steps of 5 per cent that holds all ranges, at least two steps high and within 0..1. */
export const historyScale = (ranges: readonly { readonly low: number; readonly high: number }[]): Scale => {
  const lowest = Math.min(1, ...ranges.map(({ low }) => low));
  const highest = Math.max(0, ...ranges.map(({ high }) => high));
  if (ranges.length === 0 || lowest > highest) return { low: 0, high: 1, lines: [0, 0.5, 1] };
  let low = Math.max(0, Math.floor(lowest / step + 1e-9) * step);
  const high = Math.min(1, Math.max(Math.ceil(highest / step - 1e-9) * step, low + 2 * step));
  low = Math.max(0, Math.min(low, high - 2 * step));
  const steps = Math.round((high - low) / step);
  // Two to four lines are enough to read the height of a dot.
  const every = steps <= 4 ? 1 : steps <= 8 ? 2 : 5;
  const lines: number[] = [];
  for (let index = 0; index <= steps; index += every) lines.push(rounded(low + index * step));
  return { low: rounded(low), high: rounded(high), lines };
};

/** Where a share stands on the axis, 0 = bottom, 1 = top. */
export const onScale = (share: number, { low, high }: Scale): number =>
  Math.min(1, Math.max(0, (share - low) / (high - low)));
