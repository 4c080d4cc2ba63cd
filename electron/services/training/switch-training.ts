import { appendAudit, done } from '../audit/append-audit.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import type { StaffSession } from '../staff/session.ts';
import type { TrainingDesk } from './training-desk.ts';

/** Who is signed in here; undefined where nobody signs in, which is then the owner. */
function whoIs({ ctx }: OpenShop, session: StaffSession | null): number | null | undefined {
  return shopFacts(ctx).pinsOn && session !== null ? session.staffId(ctx) : undefined;
}

/** All the shop's own log ever tells of a training: that it began and that it ended. */
async function noteInShop(shop: OpenShop, call: string, by: number | null | undefined): Promise<void> {
  const { ctx } = shop;
  await ctx.work.write((tx) => appendAudit(tx, ctx, done(call, by === undefined ? {} : { by })));
}

/**
 * Begins the training, with whoever is signed in. Asked again it changes nothing.
 * @throws Failure DiskFull, ReadOnly
 */
export async function enterTraining(desk: TrainingDesk, session: StaffSession | null): Promise<void> {
  if (desk.isOn()) return;
  const shop = desk.realShop();
  const by = whoIs(shop, session);
  const training = await desk.begin();
  if (typeof by === 'number') session?.signIn(training.ctx, by);
  await noteInShop(shop, 'training.enter', by);
}

/** Begins the training anew, from the same sample. Nothing happens where there is none. */
export async function resetTraining(
  desk: TrainingDesk,
  training: () => OpenShop,
  session: StaffSession | null,
): Promise<void> {
  if (!desk.isOn()) return;
  const by = whoIs(training(), session);
  const anew = await desk.begin();
  if (typeof by === 'number') session?.signIn(anew.ctx, by);
}

/** Ends the training. Where people sign in, the shop is locked then. */
export async function leaveTraining(
  desk: TrainingDesk,
  training: () => OpenShop,
  session: StaffSession | null,
): Promise<void> {
  if (!desk.isOn()) return;
  const by = whoIs(training(), session);
  await desk.end();
  session?.lock();
  await noteInShop(desk.realShop(), 'training.leave', by);
}
