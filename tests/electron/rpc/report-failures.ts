import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Scenarios, Scene } from './failure-scene.ts';
import { aSegment } from './month-end-calls.ts';

const wrong = { from: '2026-03-31', to: '2026-02-30', window: 60 };

const march = { from: '2026-03-01', to: '2026-04-01', window: 60 };
const kept = { kind: 'segment', retention: 'kept' } as const;

/** A saved segment that means nothing any more: nothing is chosen in it. */
async function aSpoiltSegment({ client, dataDir }: Scene): Promise<number> {
  const id = await aSegment(client);
  const beside = new BetterSqlite3(join(dataDir, 'shop.sqlite'));
  beside.prepare('UPDATE segments SET filter = ? WHERE id = ?').run('{"kind":"source","anyOf":[]}', id);
  beside.close();
  return id;
}

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
  'reports.segmentSplit': {
    InvalidValue: ({ client }) => client.reports.segmentSplit({ ...wrong, segmentIds: [1] }),
    NotFound: ({ client }) => client.reports.segmentSplit({ ...march, segmentIds: [9] }),
    SegmentNotUsable: async (scene) =>
      scene.client.reports.segmentSplit({ ...march, segmentIds: [await aSpoiltSegment(scene)] }),
  },
  'reports.value': { InvalidValue: ({ client }) => client.reports.value(wrong) },
  'reports.rfm': { InvalidValue: ({ client }) => client.reports.rfm(wrong) },
  'reports.silentVips': { InvalidValue: ({ client }) => client.reports.silentVips({ ...wrong, days: 30 }) },
  'reports.auditOfLost': { InvalidValue: ({ client }) => client.reports.auditOfLost(wrong) },
  'reports.staffDependency': { InvalidValue: ({ client }) => client.reports.staffDependency(wrong) },
  'reports.milestones': { InvalidValue: ({ client }) => client.reports.milestones(wrong) },
  'reports.topCustomers': { InvalidValue: ({ client }) => client.reports.topCustomers(wrong) },
  'reports.names': {
    InvalidValue: ({ client }) => client.reports.names({ ...wrong, figure: { kind: 'top', of: 'period' } }),
    NotFound: ({ client }) => client.reports.names({ ...march, figure: { ...kept, segmentId: 9 } }),
    SegmentNotUsable: async (scene) =>
      scene.client.reports.names({ ...march, figure: { ...kept, segmentId: await aSpoiltSegment(scene) } }),
  },
};
