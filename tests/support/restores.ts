import type { RestoreComparison, RestoreReport } from '#shared/contract/backups.ts';
import type { AppWithClient } from './app-client.ts';
import { aRequest } from './shop.ts';

type Client = AppWithClient['client'];

/** The last event of a stream of progress. @throws what the stream throws */
async function ended<E extends { kind: string }>(
  events: AsyncIterable<E>,
): Promise<Extract<E, { kind: 'done' }>> {
  for await (const event of events) {
    if (event.kind === 'done') return event as Extract<E, { kind: 'done' }>;
  }
  throw new Error('the stream ended without being done');
}

export async function compare(
  client: Client,
  file: string,
  passphrase: string | null = null,
): Promise<RestoreComparison> {
  return (await ended(await client.restore.compare({ file, passphrase }))).comparison;
}

export async function restore(
  client: Client,
  file: string,
  requestId: string = aRequest(),
  passphrase: string | null = null,
): Promise<RestoreReport> {
  return (await ended(await client.restore.run({ requestId, file, passphrase }))).report;
}

export async function goBack(client: Client, requestId: string = aRequest()): Promise<RestoreReport> {
  return (await ended(await client.restore.goBack({ requestId }))).report;
}
