import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export interface ProgrammeVersion {
  readonly versionId: number;
  readonly number: number;
  readonly effectiveFrom: BusinessDay;
  readonly rules: ProgrammeRules;
}

const all = statement<Record<never, never>>()((db) =>
  db.selectFrom('programme_versions').select(['id', 'number', 'effective_from', 'rules']).orderBy('number'),
);

/** Every version, oldest first. The rules were written by us, so they are trusted as they are. */
export async function loadProgrammes(db: ReadDb): Promise<ProgrammeVersion[]> {
  const rows = await db.all(all, {});
  return rows.map((row) => ({
    versionId: row.id,
    number: row.number,
    effectiveFrom: row.effective_from,
    rules: JSON.parse(row.rules) as ProgrammeRules,
  }));
}

export async function insertProgramme(
  tx: WriteTx,
  version: ProgrammeVersion & { requestId: string; publishedAt: number; publishedBy: number },
): Promise<void> {
  await tx.runQuery((k) =>
    k.insertInto('programme_versions').values({
      id: version.versionId,
      request_id: version.requestId,
      number: version.number,
      effective_from: version.effectiveFrom,
      rules: JSON.stringify(version.rules),
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    }),
  );
}

export type UnitRow = Readonly<Schema['units']>;

const allUnits = statement<Record<never, never>>()((db) => db.selectFrom('units').selectAll().orderBy('id'));

export function loadUnits(db: ReadDb): Promise<UnitRow[]> {
  return db.all(allUnits, {});
}

export async function insertUnit(tx: WriteTx, unit: UnitRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('units').values(unit));
}
