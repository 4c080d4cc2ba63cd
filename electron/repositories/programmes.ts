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
  readonly publishedAt: number;
  readonly publishedBy: number;
}

const all = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('programme_versions')
    .select(['id', 'number', 'effective_from', 'rules', 'published_at', 'published_by'])
    .orderBy('number'),
);

/** Every version, oldest first. The rules were written by us, so they are trusted as they are. */
export async function loadProgrammes(db: ReadDb): Promise<ProgrammeVersion[]> {
  const rows = await db.all(all, {});
  return rows.map((row) => ({
    versionId: row.id,
    number: row.number,
    effectiveFrom: row.effective_from,
    rules: JSON.parse(row.rules) as ProgrammeRules,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }));
}

export async function insertProgramme(
  tx: WriteTx,
  version: ProgrammeVersion & { readonly requestId: string },
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

export interface SavedDraft {
  readonly rules: ProgrammeRules;
  readonly effectiveFrom: BusinessDay | null;
  readonly savedAt: number;
  readonly savedBy: number;
}

const theDraft = statement<Record<never, never>>()((db) => db.selectFrom('programme_draft').selectAll());

/** The draft, if anybody is working on one. */
export async function loadDraft(db: ReadDb): Promise<SavedDraft | null> {
  const row = await db.one(theDraft, {});
  if (!row) return null;
  return {
    rules: JSON.parse(row.rules) as ProgrammeRules,
    effectiveFrom: row.effective_from,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}

export async function saveDraft(tx: WriteTx, draft: SavedDraft): Promise<void> {
  await deleteDraft(tx);
  await tx.runQuery((k) =>
    k.insertInto('programme_draft').values({
      id: 1,
      rules: JSON.stringify(draft.rules),
      effective_from: draft.effectiveFrom,
      saved_at: draft.savedAt,
      saved_by: draft.savedBy,
    }),
  );
}

export async function deleteDraft(tx: WriteTx): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('programme_draft'));
}
