import { type Campaign, type CampaignDraft, campaignDraft, type Whom } from '#shared/contract/campaigns.ts';
import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb } from '../db/connection.ts';
import type { CampaignOf, CampaignQuestion } from '../reports/campaign-query.ts';
import {
  type CampaignRow,
  campaignById,
  deleteCampaign,
  loadCampaigns,
  peopleCounts,
  putCampaign,
} from '../repositories/campaigns.ts';
import { type ExperimentRow, loadExperiments } from '../repositories/experiments.ts';
import { loadSegments } from '../repositories/segments.ts';
import { failure } from './failure.ts';
import { listSettings } from './follow-up-settings.ts';
import { segmentQuestion } from './segments.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** What the rest of a campaign is read by: names and counts from elsewhere. */
interface Beside {
  readonly today: BusinessDay;
  readonly experiments: ReadonlyMap<number, ExperimentRow>;
  readonly counts: ReadonlyMap<number, number>;
  readonly joined: ReadonlyMap<number, number>;
  readonly segments: ReadonlyMap<number, string>;
  readonly staff: ReadonlyMap<number, string>;
}

async function beside(db: ReadDb, ctx: ShopContext): Promise<Beside> {
  const counts = await peopleCounts(db);
  return {
    today: present(ctx).day,
    experiments: new Map((await loadExperiments(db)).map((one) => [one.campaign_id, one])),
    counts: new Map(counts.map(({ campaignId, people }) => [campaignId, people])),
    joined: new Map(counts.map((one) => [one.campaignId, one.joined])),
    segments: new Map((await loadSegments(db)).map(({ id, name }) => [id, name])),
    staff: new Map(shopFacts(ctx).staff.map(({ id, name }) => [id, name])),
  };
}

/** What was planned, as it was said. */
export const draftOf = (row: CampaignRow): CampaignDraft =>
  campaignDraft.parse({
    name: row.name,
    whom: JSON.parse(row.whom),
    channel: row.channel,
    tone: row.tone,
    variants: JSON.parse(row.variants),
    test: row.test === null ? null : JSON.parse(row.test),
    fromDay: formatDay(row.from_day),
    toDay: formatDay(row.to_day),
  });

/** Running until both its days and what is found out by it are over. */
function stateOf(
  row: CampaignRow,
  experiment: ExperimentRow | undefined,
  today: BusinessDay,
): Campaign['state'] {
  if (row.started_day === null) return 'draft';
  if (row.stopped_day !== null) return 'stopped';
  return today > Math.max(row.to_day, experiment?.end_day ?? row.to_day) ? 'over' : 'running';
}

const dayText = (day: BusinessDay | null | undefined): string | null =>
  day === null || day === undefined ? null : formatDay(day);

function view(row: CampaignRow, { today, experiments, counts, joined, segments, staff }: Beside): Campaign {
  const experiment = experiments.get(row.id);
  const draft = draftOf(row);
  return {
    ...draft,
    campaignId: row.id,
    segmentName: draft.whom.kind === 'segment' ? (segments.get(draft.whom.segmentId) ?? null) : null,
    state: stateOf(row, experiment, today),
    savedAt: row.at,
    savedBy: staff.get(row.staff_id) ?? '',
    startedDay: dayText(row.started_day),
    stoppedDay: dayText(row.stopped_day),
    people: row.started_day === null ? null : (counts.get(row.id) ?? 0),
    endDay: dayText(experiment?.end_day),
    hindrance: row.hindrance,
    joined: joined.get(row.id) ?? 0,
  };
}

/** Drafts, running campaigns and those that are over, the last to begin on top. */
export async function campaignList(ctx: ShopContext): Promise<{ campaigns: Campaign[] }> {
  const db = ctx.work.read;
  const others = await beside(db, ctx);
  return { campaigns: (await loadCampaigns(db)).map((row) => view(row, others)) };
}

/** @throws Failure NotFound */
export async function storedCampaign(db: ReadDb, id: number): Promise<CampaignRow> {
  const row = await campaignById(db, id);
  if (!row) throw failure('NotFound', { what: 'campaign', id });
  return row;
}

/** @throws Failure NotFound */
export async function campaignView(
  ctx: ShopContext,
  id: number,
  db: ReadDb = ctx.work.read,
): Promise<Campaign> {
  return view(await storedCampaign(db, id), await beside(db, ctx));
}

/** @throws Failure NotFound, CampaignNotOpen when it was started */
export async function draftToChange(db: ReadDb, ctx: ShopContext, id: number): Promise<CampaignRow> {
  const row = await storedCampaign(db, id);
  if (row.started_day !== null) {
    const { state } = await campaignView(ctx, id, db);
    throw failure('CampaignNotOpen', { campaignId: id, state });
  }
  return row;
}

async function peopleOf(ctx: ShopContext, whom: Whom): Promise<CampaignOf> {
  switch (whom.kind) {
    case 'segment':
      return { kind: 'segment', asked: await segmentQuestion(ctx, { segmentId: whom.segmentId }) };
    case 'filter':
      return { kind: 'segment', asked: await segmentQuestion(ctx, { filter: whom.filter }) };
    case 'reason': {
      const versions = shopFacts(ctx).programmes.map(({ versionId, rules }) => ({ versionId, rules }));
      return { ...whom, settings: await listSettings(ctx), versions };
    }
    default:
      return whom;
  }
}

/** What the worker is asked about the people of a campaign. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function campaignQuestion(
  ctx: ShopContext,
  asked: { readonly whom: Whom; readonly channel: FollowUpChannel },
): Promise<CampaignQuestion> {
  return { of: await peopleOf(ctx, asked.whom), channel: asked.channel, today: present(ctx).day };
}

/** Whether people are to be won back: such an effect is always measured against those held back. */
const isWinBack = (whom: Whom): boolean =>
  (whom.kind === 'risk' && whom.states.some((state) => state !== 'onTrack')) ||
  (whom.kind === 'reason' && whom.reason === 'silentVip');

const mostDays = 366;

/**
 * The days of a draft that makes sense.
 * @throws Failure InvalidValue: toDay (before the first, or over), test (two ways are compared by one, and one needs
 *   something to compare), holdoutPercent (none for people to be won back), windowDays (shorter than the campaign)
 */
function checkedDays(
  draft: CampaignDraft,
  today: BusinessDay,
): { readonly from: BusinessDay; readonly to: BusinessDay } {
  const from = parseDay(draft.fromDay);
  const to = parseDay(draft.toDay);
  if (from === null) throw failure('InvalidValue', { field: 'fromDay' });
  if (to === null || to < from || to < today || to - from >= mostDays) {
    throw failure('InvalidValue', { field: 'toDay' });
  }
  const { test, variants, whom } = draft;
  if (variants.length === 2 && test === null) throw failure('InvalidValue', { field: 'test' });
  if (test !== null) {
    const isCompared = variants.length === 2 || test.holdoutPercent > 0;
    if (!isCompared || (isWinBack(whom) && test.holdoutPercent === 0)) {
      throw failure('InvalidValue', { field: 'holdoutPercent' });
    }
    if (test.windowDays < to - from + 1) throw failure('InvalidValue', { field: 'windowDays' });
  }
  return { from, to };
}

/**
 * Saves a new campaign, or changes one that is not started.
 * @throws Failure NotFound, InvalidValue, SegmentNotUsable, CampaignNotOpen, RequestIdReused
 */
export async function saveCampaign(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly campaignId: number | null; readonly draft: CampaignDraft },
): Promise<Campaign> {
  const { draft } = input;
  await campaignQuestion(ctx, draft);
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'campaigns.save', input, async () => {
      const { at, day } = present(ctx);
      const { from, to } = checkedDays(draft, day);
      const known = input.campaignId === null ? null : await draftToChange(tx, ctx, input.campaignId);
      const campaignId = known?.id ?? ctx.ids.next('campaigns');
      await putCampaign(tx, {
        id: campaignId,
        name: draft.name,
        whom: JSON.stringify(draft.whom),
        channel: draft.channel,
        tone: draft.tone,
        variants: JSON.stringify(draft.variants),
        test: draft.test === null ? null : JSON.stringify(draft.test),
        from_day: from,
        to_day: to,
        at,
        staff_id: currentStaff(shopFacts(ctx)).id,
        started_at: null,
        started_day: null,
        stopped_at: null,
        stopped_day: null,
        hindrance: null,
      });
      return campaignId;
    });
    return campaignView(ctx, id, tx);
  });
}

/** Takes a campaign away that was not started. @throws Failure NotFound, CampaignNotOpen, RequestIdReused */
export function removeCampaign(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly campaignId: number },
): Promise<{ campaignId: number }> {
  return ctx.work.write(async (tx) => ({
    campaignId: await writeOnce(tx, ctx, 'campaigns.remove', input, async () => {
      await draftToChange(tx, ctx, input.campaignId);
      await deleteCampaign(tx, input.campaignId);
      return input.campaignId;
    }),
  }));
}
