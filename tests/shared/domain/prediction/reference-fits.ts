import type { TestContext } from 'vitest';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { type LoggedVisit, summariseVisits, type VisitRow } from '#shared/domain/prediction/index.ts';
import { readReference } from '#tests/support/reference.ts';
import { sharedReference } from '#tests/support/shared-reference.ts';

export interface ExpectedFit {
  readonly params: {
    readonly k: number;
    readonly r: number;
    readonly alpha: number;
    readonly a: number;
    readonly b: number;
  };
  readonly LL: number;
  readonly LL_by_k?: Readonly<Record<string, number>>;
  readonly sum_palive: number;
  readonly holdout_pred_exact: number;
  readonly MAE: number;
}

export interface ExpectedSpend {
  readonly n_customers: number;
  readonly params: { readonly p: number; readonly q: number; readonly v: number };
  readonly LL: number;
  readonly pop_mean: number;
  readonly corr_x_m?: number;
}

export interface ExpectedFits {
  readonly horizon_weeks: number;
  readonly bg_nbd: ExpectedFit;
  readonly bg_cnbd_k: ExpectedFit;
  readonly mbg_nbd: ExpectedFit;
  readonly mbg_cnbd_k: ExpectedFit;
  readonly gamma_gamma?: ExpectedSpend;
  readonly gamma_gamma_all_transactions?: ExpectedSpend;
}

interface ReferenceShop {
  readonly name: string;
  readonly log: string;
  /** Whether the log lies in tests/reference or only beside the project. */
  readonly kept: boolean;
  readonly until: string;
  readonly expected: ExpectedFits;
}

const json = (name: string) => JSON.parse(readReference(name));

export const referenceShops: readonly ReferenceShop[] = [
  {
    name: 'synthetic café',
    log: 'synthetic_cafe_transactions.csv',
    kept: true,
    until: '2023-12-31',
    expected: json('synthetic_cafe_expected.json').mle,
  },
  {
    name: 'synthetic salon',
    log: 'synthetic_salon_transactions.csv',
    kept: true,
    until: '2023-12-31',
    expected: json('synthetic_salon_expected.json').mle,
  },
  {
    name: 'CDNOW',
    log: 'cdnow_transactions.csv',
    kept: false,
    until: '1997-09-30',
    expected: json('cdnow_expected.json').mle_on_cdnow_cbs_csv,
  },
  {
    name: 'grocery',
    log: 'grocery_transactions.csv',
    kept: false,
    until: '2006-12-31',
    expected: json('grocery_expected.json').mle_on_grocery_cbs_csv,
  },
];

export const dayNumber = (text: string): number => {
  const day = parseDay(text);
  if (day === null) throw new Error(`Not a day: ${text}`);
  return day;
};

/** A log with a heading naming its columns; amounts in cents. Skips the test where the log is not on this computer. */
export function readLog(context: TestContext, shop: ReferenceShop): readonly LoggedVisit[] {
  const text = shop.kept ? readReference(shop.log) : sharedReference(context, shop.log).toString('utf8');
  const [heading = '', ...lines] = text.trim().split('\n');
  const columns = heading.trim().split(',');
  const amountAt = columns.indexOf('amount');
  return lines.map((line) => {
    const cells = line.trim().split(',');
    const amount = amountAt < 0 ? null : Math.round(Number(cells[amountAt]) * 100);
    return { customerId: Number(cells[0]), day: dayNumber(cells[1] ?? ''), amount };
  });
}

export interface Holdout {
  readonly rows: readonly VisitRow[];
  /** Visit days of each row after the end of the calibration. */
  readonly actual: readonly number[];
}

export function holdoutOf(log: readonly LoggedVisit[], until: string): Holdout {
  const end = dayNumber(until);
  const rows = summariseVisits(log, end);
  const later = new Map<number | string, Set<number>>();
  for (const { customerId, day } of log) {
    if (day > end) later.set(customerId, (later.get(customerId) ?? new Set()).add(day));
  }
  return { rows, actual: rows.map(({ customerId }) => later.get(customerId)?.size ?? 0) };
}
