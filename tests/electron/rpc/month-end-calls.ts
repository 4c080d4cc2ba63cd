import { utimesSync } from 'node:fs';
import type { Client } from './failure-scene.ts';

/** Saves a copy as the shop's clock has it: a file is dated by the computer's. */
export async function aCopyOfToday(client: Client): Promise<void> {
  const { file, at } = await client.backups.saveCopy();
  utimesSync(file, at / 1000, at / 1000);
}

/** Writes an export; returns the token that fetches it. */
export async function anExport(client: Client): Promise<string> {
  const content = { kind: 'month', month: '2026-02', table: 'days' } as const;
  for await (const event of await client.exports.write({ content, format: 'csv', language: 'en' })) {
    if (event.kind === 'done') return event.file.token;
  }
  throw new Error('nothing was written');
}

/** Saves a segment of everybody; returns its id. */
export async function aSegment(client: Client): Promise<number> {
  const everybody = { name: 'All of them', filter: { kind: 'all' as const, of: [] } };
  return (await client.segments.save({ requestId: 'request-47', segmentId: null, ...everybody })).segmentId;
}

/** An input that fits, for every call of the month's end that needs one. */
export const monthEndCalls: Readonly<Record<string, unknown>> = {
  'monthClose.steps': { month: '2026-02' },
  'monthClose.figures': { month: '2026-02' },
  'monthClose.confirmStep': { requestId: 'request-40', month: '2026-02', step: 'figures' },
  'monthClose.skipStep': { requestId: 'request-41', month: '2026-02', step: 'export', reason: 'Printed' },
  'monthClose.close': { requestId: 'request-42', month: '2026-02' },
  'monthClose.reopen': { requestId: 'request-43', number: 1, reason: 'Wrong' },
  'monthClose.get': { number: 1 },
  'monthClose.restatements': { number: 1 },
  'exports.everything': { language: 'en' },
  'goals.hint': { metric: 'retention', target: 0.7 },
  'goals.set': { requestId: 'request-44', metric: 'retention', target: 0.7 },
  'segments.count': { filter: { kind: 'all', of: [] } },
  'segments.save': {
    requestId: 'request-45',
    segmentId: null,
    name: 'Everybody',
    filter: { kind: 'all', of: [] },
  },
  'segments.remove': { requestId: 'request-46', segmentId: 1 },
  'exports.write': {
    content: { kind: 'visits', from: '2026-03-01', to: '2026-04-01' },
    format: 'csv',
    language: 'en',
  },
  'exports.fetch': { token: 'nobody-wrote-this' },
  'exports.reportPdf': { month: '2026-02', number: null, language: 'fi' },
  'exports.columns': { kind: 'visits', language: 'en' },
};
