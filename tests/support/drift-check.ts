import type { ReadDb } from '#electron/db/connection.ts';
import { type Drift, ledgerDrift, summaryDrift } from '#electron/repositories/drift.ts';

/** Everything derived, compared with the append-only tables on one connection; empty in a sound shop. */
export async function driftCheck(db: ReadDb): Promise<Drift[]> {
  return [...(await summaryDrift(db)), ...(await ledgerDrift(db))];
}
