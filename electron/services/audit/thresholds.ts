import { auditThresholds } from '#shared/contract/audit.ts';
import { type AuditThresholds, usualThresholds } from '#shared/domain/audit/unusual.ts';
import type { ReadDb } from '../../db/connection.ts';
import { loadPreferences, setPreference } from '../../repositories/shop.ts';
import type { ShopContext } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';
import { changedFields } from './append-audit.ts';

const preference = 'auditThresholds';

/** From when on something is worth a look here: the owner's bounds, else the usual ones. */
export async function readThresholds(db: ReadDb): Promise<AuditThresholds> {
  const stored = (await loadPreferences(db)).get(preference);
  return auditThresholds.parse({ ...usualThresholds, ...(stored ? JSON.parse(stored) : {}) });
}

/** Sets the bounds. @throws Failure RequestIdReused */
export async function setThresholds(
  ctx: ShopContext,
  input: AuditThresholds & { readonly requestId: string },
): Promise<AuditThresholds> {
  await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'audit.setThresholds', input, async () => {
      const { requestId: _, ...thresholds } = input;
      const before = await readThresholds(tx);
      await setPreference(tx, preference, JSON.stringify(thresholds));
      return { id: 0, facts: changedFields({ ...before }, thresholds) };
    }),
  );
  return readThresholds(ctx.work.read);
}
