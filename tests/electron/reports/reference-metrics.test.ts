import { describe, expect, it } from 'vitest';
import type { GapFigures } from '#shared/contract/reports.ts';
import { survivalAt } from '#shared/domain/retention/index.ts';
import { type AppWithClient, anAppWithCafe } from '#tests/support/app-client.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { readReference } from '#tests/support/reference.ts';
import { type ExpectedRetention, referenceFile } from '#tests/support/reference-shop.ts';

type Client = AppWithClient['client'];

const { transactions, km_synthetic_cafe: survival } = metricsExpected;
/** All of 2023 belongs to the expected numbers; the log goes on after it. */
const to = '2024-01-01';
const year = { from: '2023-01-01', to };

/** The program with a log imported as its owner would. */
async function withLog(name: string): Promise<Client> {
  const { client } = await anAppWithCafe();
  const events = await client.imports.visits({ requestId: crypto.randomUUID(), file: referenceFile(name) });
  let written = 0;
  for await (const event of events) if (event.kind === 'done') written = event.report.written;
  expect(written).toBeGreaterThan(1000);
  return client;
}

const quarters: Readonly<Record<string, { from: string; to: string }>> = {
  '2023Q2': { from: '2023-04-01', to: '2023-07-01' },
  '2023Q3': { from: '2023-07-01', to: '2023-10-01' },
  '2023Q4': { from: '2023-10-01', to: '2024-01-01' },
};

async function checkQuarters(client: Client): Promise<void> {
  for (const one of transactions.quarterly_retention) {
    const quarter = quarters[one.period] ?? expect.unreachable();
    const found = await client.reports.retention({ ...quarter, window: 'previous-period' });
    expect(found).toMatchObject({
      S: one.S,
      E: one.E,
      N: one.N,
      R: one.returned_from_lapse,
      kept: one.kept,
      retention: expect.closeTo(one.retention_strict, 6),
      textbook: expect.closeTo(one.retention_E_minus_N_over_S, 6),
    });
  }
  const last = { ...(quarters['2023Q4'] ?? expect.unreachable()), window: 'previous-period' as const };
  const { points } = await client.reports.trend({ ...last, periods: 3 });
  expect(
    points.map((point) => [point.retention.successes, point.retention.n, point.E, point.N, point.R]),
  ).toEqual(
    transactions.quarterly_retention.map((one) => [one.kept, one.S, one.E, one.N, one.returned_from_lapse]),
  );
}

async function checkCohorts(client: Client): Promise<void> {
  const { cohorts, columns } = await client.reports.cohorts({ to });
  expect(cohorts).toEqual(
    transactions.monthly_cohorts.map(({ cohort, size, active }) => ({ month: cohort, size, cells: active })),
  );
  expect(columns[1]?.rate.share).toBeCloseTo(transactions.month1_retention_weighted, 6);
  for (const { cohort, active } of transactions.monthly_cohorts) {
    for (const [k, customers] of active.entries()) {
      const figure = { kind: 'cohort', month: cohort, k } as const;
      expect(await client.reports.names({ ...year, window: 60, figure, limit: 1 })).toMatchObject({
        total: customers,
      });
    }
  }
}

async function checkReturns(client: Client): Promise<void> {
  const first = await client.reports.firstReturn({ to });
  expect(first).toMatchObject({
    n: survival.n,
    events: survival.events,
    median: survival.median_days,
  });
  for (const [days, S] of Object.entries(survival.S)) {
    expect(survivalAt(first, Number(days))?.S).toBeCloseTo(S, 6);
  }
  const [low, high] = survival.ci_loglog_28;
  expect(survivalAt(first, 28)).toMatchObject({ lo: expect.closeTo(low, 6), hi: expect.closeTo(high, 6) });
  const { all_gaps: gaps } = survival;
  let pooled: GapFigures | null = null;
  for await (const event of await client.reports.gaps({ to })) if (event.kind === 'done') pooled = event.gaps;
  if (pooled === null) throw new Error('the gaps ended without an answer');
  expect(pooled).toMatchObject({ n: gaps.n, events: gaps.events, median: gaps.median_days });
  for (const [days, S] of Object.entries(gaps.S)) {
    expect(pooled.steps.findLast((step) => step.t <= Number(days))?.S).toBeCloseTo(S, 6);
  }
}

async function checkMoney(client: Client): Promise<void> {
  const { soFar, period, sales } = await client.reports.value(year);
  expect(soFar).toEqual(period);
  expect(soFar.spend).toMatchObject({
    customers: transactions.n_customers,
    total: Math.round(transactions.revenue * 100),
  });
  expect(sales).toMatchObject({ member: Math.round(transactions.revenue * 100), anonymous: 0 });
  expect(soFar.pareto).toMatchObject({
    n: transactions.n_customers,
    k: transactions.pareto.top_n,
    share: expect.closeTo(transactions.pareto.top20_revenue_share, 6),
    shareFor80: expect.closeTo(transactions.pareto.share_of_customers_for_80pct, 6),
    gini: expect.closeTo(transactions.pareto.gini, 6),
  });
}

async function checkFrequency(client: Client): Promise<void> {
  const { whole, period } = await client.reports.frequency(year);
  expect(whole).toEqual(period);
  expect(whole).toMatchObject({
    customers: transactions.n_customers,
    visits: transactions.n_visits,
    mean: { mean: expect.closeTo(transactions.visits_per_customer, 6) },
    repeat: {
      successes: transactions.repeat_customers,
      n: transactions.n_customers,
      share: expect.closeTo(transactions.repeat_rate, 6),
    },
  });
}

async function checkRfm(client: Client): Promise<void> {
  const { rfm } = transactions;
  const found = await client.reports.rfm({ to });
  expect(found).toMatchObject({ parts: 5, byScore: rfm.count_by_score, champions: rfm.champions_555 });
  for (const { id, R, F, M, visits } of rfm.first12) {
    const figure = { kind: 'rfm', R, F, M } as const;
    const { people } = await client.reports.names({ ...year, window: 60, figure, limit: 500 });
    expect(people.filter((one) => one.name === String(id) || one.name.endsWith(` ${id}`))).toMatchObject([
      { visits },
    ]);
  }
}

describe('the reference café, imported and asked through the contract', () => {
  it('has every number that was computed outside of this program', async () => {
    const client = await withLog('synthetic_cafe_transactions.csv');
    await checkQuarters(client);
    await checkCohorts(client);
    await checkReturns(client);
    await checkMoney(client);
    await checkFrequency(client);
    await checkRfm(client);
  });
});

describe('retention with an activity window, imported and asked through the contract', () => {
  const { cases } = JSON.parse(readReference('retention_window_expected.json')) as {
    readonly cases: readonly (ExpectedRetention & { readonly end: string; readonly new_in_period: number })[];
  };
  it.each(['synthetic_cafe_transactions.csv', 'synthetic_salon_transactions.csv'])('%s', async (log) => {
    const client = await withLog(log);
    const own = cases.filter((one) => one.log === log);
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) {
      const asked = { from: one.start, to: one.end, window: one.window_days };
      const { S, E, N, R, kept, lapsed } = one;
      expect(await client.reports.retention(asked)).toMatchObject({
        ...{ S, E, N, R, kept, lapsed },
        newInPeriod: one.new_in_period,
        seenOfS: one.seen_of_S,
        retention: expect.closeTo(one.strict, 9),
        textbook: expect.closeTo(one.textbook, 9),
      });
      const { points } = await client.reports.trend({ ...asked, periods: 1 });
      expect(points).toMatchObject([
        {
          retention: { successes: kept, n: S },
          E,
          N,
          R,
          lapsed,
          textbook: expect.closeTo(one.textbook, 9),
        },
      ]);
    }
  });
});
