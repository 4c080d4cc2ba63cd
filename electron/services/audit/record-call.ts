import { loggedAfter } from '#shared/domain/audit/logged-after.ts';
import type { Safety } from '../../safety.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { actingFor } from '../staff/actor.ts';
import type { Actor } from '../staff/who.ts';
import { appendAudit, changedFields, done } from './append-audit.ts';

/** What is set beside the shop's file, as the log may tell it: never a passphrase. */
export function settingsBeside({ record }: Safety): Readonly<Record<string, unknown>> {
  const { preferences, folders, passphrase } = record.settings();
  return {
    ...preferences,
    folders: folders.join(', '),
    passphrase: passphrase === null ? null : new Date(passphrase.setAt).toISOString().slice(0, 10),
  };
}

/** A call whose entry is written when it has succeeded. */
export interface CallToRecord {
  readonly call: string;
  readonly input: unknown;
  /** Who made it; null where nobody signs in. */
  readonly actor: Actor | null;
  /** {@link settingsBeside} as they were when it arrived. */
  readonly before: Readonly<Record<string, unknown>>;
}

/**
 * Puts a call that has succeeded into the log of the shop that is open now: after a restore the one that was restored, in
 * which whoever did it may not work.
 * @throws StorageRefused when it cannot be written
 */
export async function recordCall(
  open: OpenShop,
  { call, input, actor, before }: CallToRecord,
): Promise<void> {
  const about = loggedAfter(call, input);
  if (about === null) return;
  const known = actor !== null && shopFacts(open.ctx).staff.some(({ id }) => id === actor.staffId);
  const { ctx } = known ? actingFor(open, actor) : open;
  const changed = changedFields(before, settingsBeside(open.backups.safety));
  const isTold = Object.keys(about.told).length > 0;
  const facts = { ...changed, ...(isTold ? { after: { ...changed.after, ...about.told } } : {}) };
  const by = known || actor === null ? {} : { by: null };
  await ctx.work.write((tx) =>
    appendAudit(tx, ctx, done(call, { customerId: about.customerId, facts, ...by })),
  );
}
