/** One goal and how near it is: met when `ratio <= goal`. */
export interface Measurement {
  readonly name: string;
  readonly ratio: number;
  readonly goal: number;
  /** The raw figures behind the ratio, for people. */
  readonly detail: string;
}

/** The value below which that share of the numbers lies (nearest rank); 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Milliseconds with as many digits as say something. */
export function ms(value: number): string {
  return `${value >= 10 ? value.toFixed(1) : value.toFixed(3)} ms`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
