const to = { to: '2026-04-01' };
const span = { from: '2026-03-01', ...to };
const period = { ...span, window: 60 };

/** What each report can be asked. */
export const reportInputs: Readonly<Record<string, object>> = {
  'reports.retention': period,
  'reports.retentionNames': { ...period, group: 'S' },
  'reports.cohorts': to,
  'reports.firstReturn': to,
  'reports.gaps': to,
  'reports.trend': period,
  'reports.frequency': span,
  'reports.splits': period,
  'reports.segmentSplit': { ...period, segmentIds: [1] },
  'reports.value': span,
  'reports.rfm': to,
  'reports.silentVips': { ...to, days: 30 },
  'reports.auditOfLost': period,
  'reports.staffDependency': span,
  'reports.milestones': span,
  'reports.topCustomers': span,
  'reports.names': { ...period, figure: { kind: 'top', of: 'period' } },
};
