import type { Scenarios } from './failure-scene.ts';

const wrong = { from: '2026-03-31', to: '2026-02-30', window: 60 };

/** How each report refuses days that are none. */
export const reportFailures: Scenarios = {
  'reports.retention': { InvalidValue: ({ client }) => client.reports.retention(wrong) },
  'reports.retentionNames': {
    InvalidValue: ({ client }) => client.reports.retentionNames({ ...wrong, group: 'S' }),
  },
  'reports.cohorts': { InvalidValue: ({ client }) => client.reports.cohorts(wrong) },
  'reports.firstReturn': { InvalidValue: ({ client }) => client.reports.firstReturn(wrong) },
  'reports.gaps': { InvalidValue: async ({ client }) => (await client.reports.gaps(wrong)).next() },
  'reports.trend': { InvalidValue: ({ client }) => client.reports.trend(wrong) },
  'reports.frequency': { InvalidValue: ({ client }) => client.reports.frequency(wrong) },
  'reports.splits': { InvalidValue: ({ client }) => client.reports.splits(wrong) },
  'reports.value': { InvalidValue: ({ client }) => client.reports.value(wrong) },
  'reports.rfm': { InvalidValue: ({ client }) => client.reports.rfm(wrong) },
  'reports.silentVips': { InvalidValue: ({ client }) => client.reports.silentVips({ ...wrong, days: 30 }) },
  'reports.auditOfLost': { InvalidValue: ({ client }) => client.reports.auditOfLost(wrong) },
  'reports.staffDependency': { InvalidValue: ({ client }) => client.reports.staffDependency(wrong) },
  'reports.milestones': { InvalidValue: ({ client }) => client.reports.milestones(wrong) },
  'reports.topCustomers': { InvalidValue: ({ client }) => client.reports.topCustomers(wrong) },
  'reports.names': {
    InvalidValue: ({ client }) => client.reports.names({ ...wrong, figure: { kind: 'top', of: 'period' } }),
  },
};
