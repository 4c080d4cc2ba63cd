import type { Programme } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';

/** A reward while it is being written. */
export interface RewardDraft {
  /** Tells the rows apart, also before they are saved. */
  readonly key: string;
  readonly id: number | null;
  readonly name: string;
  readonly pricedIn: 'points' | 'stamps';
  /** In points; kept while the reward is paid with a full card. */
  readonly price: number | null;
  readonly gives: 'item' | 'amountOff' | 'other';
  readonly itemId: number | null;
  readonly amountOff: number | null;
  readonly cost: number | null;
}

/** The programme as the screen edits it; a field is null while it is empty. */
export interface ProgrammeDraft {
  readonly points: { readonly on: boolean; readonly points: number | null; readonly per: number | null };
  readonly stamps: {
    readonly on: boolean;
    readonly name: string;
    readonly size: number | null;
    readonly stampsPerVisit: number | null;
  };
  readonly rewards: readonly RewardDraft[];
}

/** What keeps a draft from being published, as data for a sentence. */
export type Problem =
  | { readonly kind: 'points' | 'stampName' | 'stampSize' | 'stampsPerVisit' | 'rewardName' | 'nothing' }
  | { readonly kind: 'rewardPrice' | 'rewardAmount' | 'rewardUnit'; readonly name: string };

/** The draft of the programme in force. `minorPerMajor` fills in the usual rule where points are off. */
export const draftOf = (programme: Programme, minorPerMajor: number): ProgrammeDraft => ({
  points: {
    on: programme.points !== null,
    points: programme.points?.points ?? 1,
    per: programme.points?.per ?? minorPerMajor,
  },
  stamps: {
    on: programme.stamps !== null,
    name: programme.stamps?.name ?? '',
    size: programme.stamps?.size ?? 10,
    stampsPerVisit: programme.stamps?.stampsPerVisit ?? 1,
  },
  rewards: programme.rewards
    .filter(({ active }) => active)
    .map((reward) => {
      const pricedIn = reward.unitId === programme.pointsUnitId ? 'points' : 'stamps';
      return {
        key: String(reward.id),
        id: reward.id,
        name: reward.name,
        pricedIn,
        price: pricedIn === 'points' ? reward.price : null,
        gives: reward.itemId !== null ? 'item' : reward.amountOff !== null ? 'amountOff' : 'other',
        itemId: reward.itemId,
        amountOff: reward.amountOff,
        cost: reward.cost,
      };
    }),
});

/** A reward to be filled in, paid with what the programme gives. */
export const newReward = (key: string, draft: ProgrammeDraft): RewardDraft => ({
  key,
  id: null,
  name: '',
  pricedIn: draft.stamps.on ? 'stamps' : 'points',
  price: null,
  gives: 'other',
  itemId: null,
  amountOff: null,
  cost: null,
});

const problemsOfReward = (reward: RewardDraft, draft: ProgrammeDraft): readonly Problem[] => {
  const { name } = reward;
  if (name.trim() === '') return [{ kind: 'rewardName' }];
  const problems: Problem[] = [];
  if (!draft[reward.pricedIn].on) problems.push({ kind: 'rewardUnit', name });
  else if (reward.pricedIn === 'points' && !(reward.price !== null && reward.price >= 1)) {
    problems.push({ kind: 'rewardPrice', name });
  }
  if (reward.gives === 'amountOff' && !(reward.amountOff !== null && reward.amountOff > 0)) {
    problems.push({ kind: 'rewardAmount', name });
  }
  return problems;
};

const isBetween = (value: number | null, low: number, high: number): boolean =>
  value !== null && value >= low && value <= high;

/** Everything that still has to be put right, in the order of the screen. */
export const problemsOf = (draft: ProgrammeDraft): readonly Problem[] => {
  const { points, stamps, rewards } = draft;
  const problems: Problem[] = [];
  if (!points.on && !stamps.on) problems.push({ kind: 'nothing' });
  if (points.on && !(isBetween(points.points, 1, 10_000) && isBetween(points.per, 1, 1_000_000))) {
    problems.push({ kind: 'points' });
  }
  if (stamps.on) {
    if (stamps.name.trim() === '') problems.push({ kind: 'stampName' });
    if (!isBetween(stamps.size, 2, 50)) problems.push({ kind: 'stampSize' });
    if (!isBetween(stamps.stampsPerVisit, 1, 5)) problems.push({ kind: 'stampsPerVisit' });
  }
  return [...problems, ...rewards.flatMap((reward) => problemsOfReward(reward, draft))];
};

/** The rules of a draft as they are published; null while there are problems. */
export const toPublish = (draft: ProgrammeDraft) => {
  const { points, stamps } = draft;
  if (problemsOf(draft).length > 0) return null;
  return {
    points: points.on ? { points: points.points ?? 1, per: points.per ?? 1 } : null,
    stamps: stamps.on
      ? { name: stamps.name.trim(), size: stamps.size ?? 10, stampsPerVisit: stamps.stampsPerVisit ?? 1 }
      : null,
    rewards: draft.rewards.map((reward) => ({
      id: reward.id,
      name: reward.name.trim(),
      pricedIn: reward.pricedIn,
      price: reward.pricedIn === 'stamps' ? (stamps.size ?? 1) : (reward.price ?? 1),
      itemId: reward.gives === 'item' ? reward.itemId : null,
      amountOff: reward.gives === 'amountOff' ? reward.amountOff : null,
      cost: reward.cost ?? 0,
    })),
  };
};

/** Whether two drafts would publish the same programme. */
export const sameDraft = (a: ProgrammeDraft, b: ProgrammeDraft): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const pointsUnitId = 1;
const stampsUnitId = 2;

/** The rules of a draft for the preview, with stand-in unit ids; parts that are not complete give nothing. */
export const previewRules = ({ points, stamps, rewards }: ProgrammeDraft): ProgrammeRules => ({
  pointsUnitId,
  points:
    points.on && points.points !== null && points.per !== null && points.points >= 1 && points.per >= 1
      ? { points: points.points, per: points.per }
      : null,
  stamps:
    stamps.on && isBetween(stamps.size, 2, 50) && isBetween(stamps.stampsPerVisit, 1, 5)
      ? {
          unitId: stampsUnitId,
          name: stamps.name,
          size: stamps.size ?? 2,
          stampsPerVisit: stamps.stampsPerVisit ?? 1,
        }
      : null,
  rewards: rewards.map((reward, index) => ({
    id: index,
    name: reward.name,
    unitId: reward.pricedIn === 'points' ? pointsUnitId : stampsUnitId,
    price: reward.pricedIn === 'points' ? (reward.price ?? 0) : (stamps.size ?? 0),
    itemId: reward.itemId,
    amountOff: reward.amountOff,
    cost: reward.cost ?? 0,
    active: true,
  })),
});
