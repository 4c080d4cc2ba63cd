import { randomBytes } from 'node:crypto';
import type { Campaign, Variant } from '#shared/contract/campaigns.ts';
import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ArmName,
  armsOf,
  assignArms,
  type BaseRate,
  type HashKey,
  planExperiment,
} from '#shared/domain/experiments/index.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  type CampaignRow,
  type DrawnPerson,
  startCampaign,
  stopCampaign,
} from '../repositories/campaigns.ts';
import { insertExperiment } from '../repositories/experiments.ts';
import { campaignQuestion, campaignView, draftOf, draftToChange, storedCampaign } from './campaigns.ts';
import { failure } from './failure.ts';
import { makeFollowUps } from './follow-up-list.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';
import { writeVoucher } from './vouchers.ts';
import { writeOnce } from './write-once.ts';

/** The till waits while gifts are issued: of so many it notices nothing. */
const mostGifts = 1000;

interface FoundPeople {
  readonly ids: readonly number[];
  readonly base: BaseRate | null;
}

/** Whom a draft finds today, and how many of them would come back by themselves where that is asked. */
async function findPeople(ctx: ShopContext, reports: ReportsAsked, row: CampaignRow): Promise<FoundPeople> {
  const draft = draftOf(row);
  const question = await campaignQuestion(ctx, draft);
  const ids = await reports.ask('campaignIds', question);
  if (draft.test === null) return { ids, base: null };
  const { base } = await reports.ask('campaignBase', question, draft.test.windowDays);
  return { ids, base };
}

/** 64 bits that nobody can guess. */
function newKey(): HashKey {
  const bytes = randomBytes(8);
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}

/** Each person with their arm, and the gift of those whose way of it has one. */
async function draw(
  tx: WriteTx,
  ctx: ShopContext,
  row: CampaignRow,
  arms: ReadonlyMap<number, ArmName>,
): Promise<DrawnPerson[]> {
  const { variants, whom } = draftOf(row);
  const wayOf = (arm: ArmName): Variant | undefined =>
    arm === 'held' ? undefined : variants[arm === 'a' ? 0 : 1];
  const gifts = [...arms.values()].filter((arm) => wayOf(arm)?.gift).length;
  if (gifts > mostGifts) throw failure('TooManyGifts', { gifts, max: mostGifts });
  const { day } = present(ctx);
  const drawn: DrawnPerson[] = [];
  for (const [customerId, arm] of arms) {
    const gift = wayOf(arm)?.gift ?? null;
    const voucherId =
      gift === null
        ? null
        : await writeVoucher(tx, ctx, {
            customerId,
            kind: whom.kind === 'risk' ? 'winBack' : 'surprise',
            name: gift.name,
            benefit: gift.benefit,
            cost: gift.cost,
            expiresDay: formatDay(addDays(day, gift.days)),
          });
    drawn.push({ campaign_id: row.id, customer_id: customerId, arm, voucher_id: voucherId });
  }
  return drawn;
}

/** Draws the arms of an experiment and freezes its plan. */
async function freezeExperiment(
  tx: WriteTx,
  ctx: ShopContext,
  row: CampaignRow,
  { ids, base }: FoundPeople,
): Promise<ReadonlyMap<number, ArmName>> {
  const { test, variants } = draftOf(row);
  if (test === null) return new Map(ids.map((id) => [id, 'a']));
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
  return assigned;
}

/**
 * Starts a campaign on a day between its first and its last: its people are drawn as they are today and, for an
 * experiment, who gets what by the keyed hash of each. Neither changes any more. Today's follow-ups are made anew: whoever
 * is held back leaves the list at once.
 * @throws Failure NotFound (campaign, segment, item), CampaignNotOpen, InvalidValue (not on this day), NobodyToTurnTo,
 *   TooManyGifts, BudgetExceeded, RequestIdReused
 */
export async function beginCampaign(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: { readonly requestId: string; readonly campaignId: number },
): Promise<Campaign> {
  const { campaignId } = input;
  const before = await storedCampaign(ctx.work.read, campaignId);
  const found = before.started_day === null ? await findPeople(ctx, reports, before) : null;
  const begun = await ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'campaigns.start', input, async () => {
      const row = await draftToChange(tx, ctx, campaignId);
      const { at, day } = present(ctx);
      if (day < row.from_day) throw failure('InvalidValue', { field: 'fromDay' });
      if (day > row.to_day) throw failure('InvalidValue', { field: 'toDay' });
      // Changed while its people were looked for: they are not those that were asked for now.
      if (found === null || row.at !== before.at || row.whom !== before.whom) {
        throw failure('CampaignNotOpen', { campaignId, state: 'draft' });
      }
      if (found.ids.length === 0) throw failure('NobodyToTurnTo', { people: 0 });
      const arms = await freezeExperiment(tx, ctx, row, found);
      await startCampaign(tx, campaignId, await draw(tx, ctx, row, arms), { at, day });
      return campaignId;
    });
    return campaignView(ctx, campaignId, tx);
  });
  await makeFollowUps(ctx, reports);
  return begun;
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
