import { randomBytes } from 'node:crypto';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import {
  type ArmName,
  armsOf,
  assignArms,
  type HashKey,
  planExperiment,
} from '#shared/domain/experiments/index.ts';
import type { WriteTx } from '../db/connection.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { type CampaignRow, setHindrance, startCampaign, stopCampaign } from '../repositories/campaigns.ts';
import { insertExperiment } from '../repositories/experiments.ts';
import { drawPeople, type FoundPeople, findPeople, firstPortion, joinInPortions } from './campaign-people.ts';
import { campaignView, draftOf, draftToChange, storedCampaign } from './campaigns.ts';
import { failure } from './failure.ts';
import { makeFollowUps } from './follow-up-list.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** 64 bits that nobody can guess. */
function newKey(): HashKey {
  const bytes = randomBytes(8);
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}

/** Draws the arms of an experiment and freezes its plan. */
async function freezeExperiment(
  tx: WriteTx,
  ctx: ShopContext,
  row: CampaignRow,
  { people, base }: FoundPeople,
): Promise<(id: number) => ArmName> {
  const { test, variants } = draftOf(row);
  if (test === null) return () => 'a';
  const ids = people.map(({ id }) => id);
  const { day } = present(ctx);
  const { holdoutPercent, windowDays } = test;
  const ways = variants.length === 2 ? 2 : 1;
  const effect = test.effectOf100 / 100;
  const list = { people: ids.length, base: base?.share ?? null, length: row.to_day - day + 1 };
  const { needed } = planExperiment({ holdoutPercent, ways, effect, window: windowDays }, list);
  const key = newKey();
  const arms = armsOf({ holdoutPercent, ways });
  const assigned = assignArms(ids, arms, key);
  const filled = new Set(assigned.values());
  if (arms.some(({ name }) => !filled.has(name))) throw failure('NobodyToTurnTo', { people: ids.length });
  await insertExperiment(tx, {
    campaign_id: row.id,
    window_days: windowDays,
    base: base?.share ?? null,
    effect,
    needed_treated: needed.treated,
    needed_control: needed.control,
    end_day: addDays(day, windowDays),
    key_low: key[0],
    key_high: key[1],
  });
  return (id) => assigned.get(id) ?? 'held';
}

/** Whether it may begin with nobody: a reason such as a birthday comes up on other days, and whoever has it joins then. */
function fillsLater(row: CampaignRow): boolean {
  const { whom, test } = draftOf(row);
  return whom.kind === 'reason' && test === null;
}

/**
 * Starts a campaign: its people are drawn as they are now and, for an experiment, who gets what. Where nothing forces
 * them to be written together they come in portions, so that the till waits for none.
 * @throws Failure as `beginCampaign`
 */
export async function startNow(
  ctx: ShopContext,
  reports: ReportsClient,
  input: { readonly requestId: string; readonly campaignId: number },
  signal?: AbortSignal,
): Promise<void> {
  const { campaignId } = input;
  const before = await storedCampaign(ctx.work.read, campaignId);
  const found = before.started_day === null ? await findPeople(ctx, reports, before) : null;
  const first = firstPortion(before);
  await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'campaigns.start', input, async () => {
      const row = await draftToChange(tx, ctx, campaignId);
      const { at, day } = present(ctx);
      if (day < row.from_day) throw failure('InvalidValue', { field: 'fromDay' });
      if (day > row.to_day) throw failure('InvalidValue', { field: 'toDay' });
      // Changed while its people were looked for: they are not those that were asked for now.
      if (found === null || row.at !== before.at || row.whom !== before.whom) {
        throw failure('CampaignNotOpen', { campaignId, state: 'draft' });
      }
      if (found.people.length === 0 && !fillsLater(row)) throw failure('NobodyToTurnTo', { people: 0 });
      const armOf = await freezeExperiment(tx, ctx, row, found);
      const people = found.people.slice(0, first);
      const drawn = await drawPeople(tx, ctx, row, { people, armOf, joinedDay: null });
      await startCampaign(tx, campaignId, drawn, { at, day });
      await setHindrance(tx, campaignId, null);
      return campaignId;
    }),
  );
  if (found) await joinInPortions(ctx, reports, before, found.people.slice(first), signal);
}

/**
 * Starts a campaign on a day between its first and its last: its people are drawn as they are today and, for an
 * experiment, who gets what by the keyed hash of each. An experiment keeps them as they are; without one, people who come
 * to belong to it later join it. Today's follow-ups are made anew: whoever is held back leaves the list at once.
 * @throws Failure NotFound (campaign, segment, item), CampaignNotOpen, InvalidValue (not on this day), NobodyToTurnTo,
 *   TooManyGifts, BudgetExceeded, RequestIdReused
 */
export async function beginCampaign(
  ctx: ShopContext,
  reports: ReportsClient,
  input: { readonly requestId: string; readonly campaignId: number },
): Promise<Campaign> {
  await startNow(ctx, reports, input);
  await makeFollowUps(ctx, reports);
  return campaignView(ctx, input.campaignId);
}

/**
 * Ends a campaign before its time. Who was held back is free again, and an experiment has no result.
 * @throws Failure NotFound, CampaignNotOpen when it does not run, RequestIdReused
 */
export async function endCampaign(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: { readonly requestId: string; readonly campaignId: number },
): Promise<Campaign> {
  const { campaignId } = input;
  const ended = await ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'campaigns.stop', input, async () => {
      const { state } = await campaignView(ctx, campaignId, tx);
      if (state !== 'running') throw failure('CampaignNotOpen', { campaignId, state });
      await stopCampaign(tx, campaignId, present(ctx));
      return campaignId;
    });
    return campaignView(ctx, campaignId, tx);
  });
  await makeFollowUps(ctx, reports);
  return ended;
}
