import type { Variant } from '#shared/contract/campaigns.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ArmName, BaseRate } from '#shared/domain/experiments/index.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import type { WriteTx } from '../db/connection.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import {
  addCampaignPeople,
  type CampaignRow,
  campaignById,
  type DrawnPerson,
  drawnAmong,
  peopleOfCampaign,
} from '../repositories/campaigns.ts';
import { notForgotten } from '../repositories/erase-person.ts';
import { campaignQuestion, draftOf } from './campaigns.ts';
import { failure } from './failure.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';
import { SmallWrites } from './small-writes.ts';
import { writeVoucher } from './vouchers.ts';

/** The till waits while gifts are issued: of so many it notices nothing. */
const mostGifts = 1000;
/** People written in one transaction where nothing forces them to be written together; each gift is a voucher more. */
const peopleAtOnce = 200;
const giftsAtOnce = 25;

/** Somebody found for a campaign, and how it stands with them. */
export interface FoundPerson {
  readonly id: number;
  readonly situation: PlaybookSituation | null;
}

export interface FoundPeople {
  readonly people: readonly FoundPerson[];
  readonly base: BaseRate | null;
}

/**
 * Whom a draft finds today, and how many of them would come back by themselves where that is asked.
 * @throws Failure NotFound, SegmentNotUsable, InvalidValue
 */
export async function findPeople(
  ctx: ShopContext,
  reports: ReportsAsked,
  row: CampaignRow,
): Promise<FoundPeople> {
  const draft = draftOf(row);
  const question = await campaignQuestion(ctx, draft);
  const ids = await reports.ask('campaignIds', question);
  const reason = draft.whom.kind === 'reason' ? draft.whom.reason : null;
  const situations = await reports.ask('situationsOf', { ids, reason });
  const people = ids.map((id, index) => ({ id, situation: situations[index] ?? null }));
  if (draft.test === null) return { people, base: null };
  const { base } = await reports.ask('campaignBase', question, draft.test.windowDays);
  return { people, base };
}

export interface Draw {
  readonly people: readonly FoundPerson[];
  readonly armOf: (id: number) => ArmName;
  /** Null = at the start. */
  readonly joinedDay: BusinessDay | null;
}

/**
 * People with their arm, and the gift of those whose way of it has one.
 * @throws Failure TooManyGifts, BudgetExceeded, ApprovalNeeded, NotFound (item)
 */
export async function drawPeople(
  tx: WriteTx,
  ctx: ShopContext,
  row: CampaignRow,
  { people, armOf, joinedDay }: Draw,
): Promise<DrawnPerson[]> {
  const { variants, whom } = draftOf(row);
  const wayOf = (arm: ArmName): Variant | undefined =>
    arm === 'held' ? undefined : variants[arm === 'a' ? 0 : 1];
  const gifts = people.filter(({ id }) => wayOf(armOf(id))?.gift).length;
  if (gifts > mostGifts) throw failure('TooManyGifts', { gifts, max: mostGifts });
  const { day } = present(ctx);
  const drawn: DrawnPerson[] = [];
  for (const { id, situation } of await notForgotten(tx, people, (one) => one.id)) {
    const arm = armOf(id);
    const gift = wayOf(arm)?.gift ?? null;
    const voucherId =
      gift === null
        ? null
        : await writeVoucher(tx, ctx, {
            customerId: id,
            kind: whom.kind === 'risk' ? 'winBack' : 'surprise',
            name: gift.name,
            benefit: gift.benefit,
            cost: gift.cost,
            expiresDay: formatDay(addDays(day, gift.days)),
          });
    const joined = { situation, joined_day: joinedDay };
    drawn.push({ campaign_id: row.id, customer_id: id, arm, voucher_id: voucherId, ...joined });
  }
  return drawn;
}

const gives = (row: CampaignRow): boolean => draftOf(row).variants.some(({ gift }) => gift !== null);

/** How many may be written at once: all where they have to be drawn together or the gifts are given to all or to nobody. */
export const firstPortion = (row: CampaignRow): number =>
  row.test === null && !gives(row) ? peopleAtOnce : Number.POSITIVE_INFINITY;

/**
 * Adds people to a campaign that is running, in small transactions that let the till go first. Who belongs to it already
 * is left as they are.
 * @returns how many were added
 * @throws Failure BudgetExceeded; those added until then stay
 */
export async function joinInPortions(
  ctx: ShopContext,
  reports: ReportsClient,
  row: CampaignRow,
  people: readonly FoundPerson[],
  signal?: AbortSignal,
): Promise<number> {
  const known = new Set((await peopleOfCampaign(ctx.work.read, row.id)).map(({ customerId }) => customerId));
  const fresh = people.filter(({ id }) => !known.has(id));
  const writes = new SmallWrites(ctx, reports, signal);
  const size = gives(row) ? giftsAtOnce : peopleAtOnce;
  let added = 0;
  for (let index = 0; index < fresh.length; index += size) {
    const part = fresh.slice(index, index + size);
    added += await writes.write((tx) => join(tx, ctx, row.id, part));
  }
  return added;
}

async function join(
  tx: WriteTx,
  ctx: ShopContext,
  campaignId: number,
  part: readonly FoundPerson[],
): Promise<number> {
  const row = await campaignById(tx, campaignId);
  const { day } = present(ctx);
  const startedDay = row?.started_day ?? null;
  if (!row || startedDay === null || row.stopped_day !== null || day > row.to_day) return 0;
  // Somebody else may have added them since they were looked for.
  const drawn = await drawnAmong(
    tx,
    campaignId,
    part.map(({ id }) => id),
  );
  const people = part.filter(({ id }) => !drawn.has(id));
  const joinedDay = day > startedDay ? day : null;
  const joined = await drawPeople(tx, ctx, row, { people, armOf: () => 'a', joinedDay });
  await addCampaignPeople(tx, joined);
  return joined.length;
}
