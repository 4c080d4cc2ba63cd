import { readReference } from './reference.ts';

export interface ExpectedTest {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly p1: number;
  readonly p2: number;
  readonly wilson1: readonly [number, number];
  readonly wilson2: readonly [number, number];
  readonly diff: number;
  readonly newcombe95: readonly [number, number];
  readonly z_pooled: number | null;
  readonly p_z: number | null;
  readonly fisher_p: number;
  readonly fisher_mid_p: number;
  readonly odds_ratio: number | null;
}

export interface ExpectedNps {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly n: number;
  readonly nps: number;
  readonly moe95: number;
  readonly ci: readonly [number, number];
}

interface Durations {
  readonly days: readonly number[];
  readonly event: readonly (0 | 1)[];
}

/** tests/reference/metrics_expected.json: numbers of scipy, statsmodels and R survival. Tolerance 1e-6. */
export interface ExpectedMetrics {
  readonly transactions: {
    readonly n_customers: number;
    readonly n_visits: number;
    readonly revenue: number;
    readonly repeat_rate: number;
    readonly repeat_customers: number;
    readonly visits_per_customer: number;
    readonly quarterly_retention: readonly {
      readonly period: string;
      readonly S: number;
      readonly E: number;
      readonly N: number;
      readonly returned_from_lapse: number;
      readonly kept: number;
      readonly retention_strict: number;
      readonly retention_E_minus_N_over_S: number;
    }[];
    readonly monthly_cohorts: readonly {
      readonly cohort: string;
      readonly size: number;
      readonly active: readonly number[];
    }[];
    readonly month1_retention_weighted: number;
    readonly pareto: {
      readonly top_n: number;
      readonly top20_revenue_share: number;
      readonly share_of_customers_for_80pct: number;
      readonly gini: number;
    };
    readonly rfm: {
      readonly count_by_score: Readonly<Record<'R' | 'F' | 'M', readonly number[]>>;
      readonly first12: readonly {
        readonly id: number;
        readonly recency_days: number;
        readonly visits: number;
        readonly spend: number;
        readonly R: number;
        readonly F: number;
        readonly M: number;
      }[];
      readonly champions_555: number;
    };
  };
  readonly km_toy: Durations & {
    readonly table: readonly {
      readonly t: number;
      readonly at_risk: number;
      readonly events: number;
      readonly S: number;
      readonly se: number;
      readonly lo: number;
      readonly hi: number;
    }[];
    readonly median: number;
    readonly median_ci95: readonly [number, null];
    readonly q25_time: number;
    readonly rmst30: number;
  };
  readonly km_synthetic_cafe: {
    readonly n: number;
    readonly events: number;
    readonly median_days: number;
    readonly S: Readonly<Record<string, number>>;
    readonly ci_loglog_28: readonly [number, number];
    readonly ci_plain_28: readonly [number, number];
    readonly all_gaps: {
      readonly n: number;
      readonly events: number;
      readonly median_days: number;
      readonly S: Readonly<Record<string, number>>;
      readonly se_28: number;
    };
  };
  readonly logrank_toy: {
    readonly A: Durations;
    readonly B: Durations;
    readonly chi2: number;
    readonly p: number;
    readonly observed: readonly [number, number];
    readonly expected: readonly [number, number];
  };
  readonly ab_tests: readonly ExpectedTest[];
  readonly nps: readonly ExpectedNps[];
  readonly nps_difference: {
    readonly a: ExpectedNps;
    readonly b: ExpectedNps;
    readonly diff: number;
    readonly moe95: number;
    readonly significant: boolean;
  };
}

export const metricsExpected = JSON.parse(readReference('metrics_expected.json')) as ExpectedMetrics;

/** Durations of the reference as rows. */
export const rowsOf = ({ days, event }: Durations) =>
  days.map((one, index) => ({ days: one, event: event[index] ?? 0 }));
