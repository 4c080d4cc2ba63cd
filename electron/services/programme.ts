import type { Programme } from '#shared/contract/loyalty.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, Reward, StampRule } from '#shared/domain/loyalty/programme.ts';
import type { WriteTx } from '../db/connection.ts';
import { insertProgramme, insertUnit, type ProgrammeVersion } from '../repositories/programmes.ts';
import { failure } from './failure.ts';
import {
  changeShop,
  currentStaff,
  present,
  programmeOn,
  type ShopContext,
  shopFacts,
} from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** Rules to be published, as the screen sends them. */
export interface ProgrammeDraft {
  readonly requestId: string;
  readonly points: ProgrammeRules['points'];
  readonly stamps: Omit<StampRule, 'unitId'> | null;
  readonly rewards: readonly {
    readonly id: number | null;
    readonly name: string;
    readonly pricedIn: 'points' | 'stamps';
    readonly price: number;
    readonly itemId: number | null;
    readonly amountOff: number | null;
    readonly cost: number;
  }[];
}

const programmeView = (version: ProgrammeVersion): Programme => ({
  versionId: version.versionId,
  number: version.number,
  effectiveFrom: formatDay(version.effectiveFrom),
  pointsUnitId: version.rules.pointsUnitId,
  points: version.rules.points,
  stamps: version.rules.stamps,
  rewards: [...version.rules.rewards],
});

/** The programme in force today. */
export function currentProgramme(ctx: ShopContext): Programme {
  const facts = shopFacts(ctx);
  return programmeView(programmeOn(facts, present(ctx).day));
}

/** The stamp card keeps its unit from version to version, so that collected stamps stay. */
async function stampRule(
  tx: WriteTx,
  ctx: ShopContext,
  draft: ProgrammeDraft,
): Promise<ProgrammeRules['stamps']> {
  if (!draft.stamps) return null;
  const known = shopFacts(ctx).programmes.findLast((version) => version.rules.stamps)?.rules.stamps;
  if (known) return { ...draft.stamps, unitId: known.unitId };
  const unitId = ctx.ids.next('units');
  await insertUnit(tx, { id: unitId, kind: 'stamps', name: draft.stamps.name, created_at: ctx.clock.now() });
  return { ...draft.stamps, unitId };
}

/** A reward keeps its id from version to version, so an id is one of an earlier version and is there once. */
function checkRewardIds(ctx: ShopContext, draft: ProgrammeDraft): void {
  const known = new Set(
    shopFacts(ctx).programmes.flatMap((version) => version.rules.rewards.map((reward) => reward.id)),
  );
  for (const { id } of draft.rewards) {
    if (id !== null && !known.delete(id)) throw failure('NotFound', { what: 'reward', id });
  }
}

function rewardRules(
  ctx: ShopContext,
  draft: ProgrammeDraft,
  rules: Omit<ProgrammeRules, 'rewards'>,
): Reward[] {
  const { items } = shopFacts(ctx);
  checkRewardIds(ctx, draft);
  return draft.rewards.map((reward) => {
    if (reward.pricedIn === 'stamps' && !rules.stamps) throw failure('InvalidValue', { field: 'rewards' });
    if (reward.pricedIn === 'points' && !rules.points) throw failure('InvalidValue', { field: 'rewards' });
    if (reward.itemId !== null && !items.has(reward.itemId)) {
      throw failure('NotFound', { what: 'item', id: reward.itemId });
    }
    const inStamps = reward.pricedIn === 'stamps' ? rules.stamps : null;
    return {
      id: reward.id ?? ctx.ids.next('rewards'),
      name: reward.name,
      unitId: inStamps ? inStamps.unitId : rules.pointsUnitId,
      price: inStamps ? inStamps.size : reward.price,
      itemId: reward.itemId,
      amountOff: reward.amountOff,
      cost: reward.cost,
      active: true,
    };
  });
}

/**
 * Writes a new programme version, effective from today; entries already made keep the version that made them.
 * @throws Failure InvalidValue (a reward priced in a unit the programme does not have), NotFound (item, reward), RequestIdReused
 */
export async function publishProgramme(ctx: ShopContext, draft: ProgrammeDraft): Promise<Programme> {
  shopFacts(ctx);
  await changeShop(ctx, async (tx) => {
    await writeOnce(tx, ctx, 'loyalty.publish', draft, () => addVersion(tx, ctx, draft));
  });
  return currentProgramme(ctx);
}

async function addVersion(tx: WriteTx, ctx: ShopContext, draft: ProgrammeDraft): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  const { pointsUnitId } = programmeOn(facts, day).rules;
  const base = { pointsUnitId, points: draft.points, stamps: await stampRule(tx, ctx, draft) };
  const versionId = ctx.ids.next('programme_versions');
  await insertProgramme(tx, {
    versionId,
    requestId: draft.requestId,
    number: (facts.programmes.at(-1)?.number ?? 0) + 1,
    effectiveFrom: day,
    rules: { ...base, rewards: rewardRules(ctx, draft, base) },
    publishedAt: at,
    publishedBy: currentStaff(facts).id,
  });
  return versionId;
}
