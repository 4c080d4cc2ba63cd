import type { FollowUpBecause } from '#shared/contract/follow-ups.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Because } from '#shared/domain/follow-ups/because.ts';
import type { ReadDb } from '../db/connection.ts';
import { namesOfThings } from '../repositories/follow-up-lists.ts';
import { promisesById } from '../repositories/follow-ups.ts';
import type { ShopFacts } from './shop-context.ts';

const idsOf = <K extends Because['kind']>(
  reasons: readonly Because[],
  kind: K,
  id: (because: Extract<Because, { readonly kind: K }>) => number,
): number[] =>
  reasons.flatMap((one) => (one.kind === kind ? [id(one as Extract<Because, { readonly kind: K }>)] : []));

/** Reads the names that sentences about reasons need, and says each reason as the screens get it. */
export async function becauseViews(
  db: ReadDb,
  facts: ShopFacts,
  reasons: readonly Because[],
  today: BusinessDay,
): Promise<FollowUpBecause[]> {
  const promises = await promisesById(
    db,
    idsOf(reasons, 'promise', (one) => one.promiseId),
  );
  const ending = reasons.flatMap((one) => (one.kind === 'expiring' ? [one] : []));
  const names = await namesOfThings(db, {
    customers: idsOf(reasons, 'referral', (one) => one.friendId),
    campaigns: idsOf(reasons, 'campaign', (one) => one.campaignId),
    vouchers: ending.filter((one) => one.what === 'voucher').map((one) => one.thingId),
    units: ending.filter((one) => one.what !== 'voucher').map((one) => one.thingId),
  });
  const staffName = (id: number) => facts.staff.find((member) => member.id === id)?.name ?? '';
  const view = (one: Because): FollowUpBecause => {
    switch (one.kind) {
      case 'promise': {
        const promise = promises.get(one.promiseId);
        return {
          kind: 'promise',
          promiseId: one.promiseId,
          text: promise?.text ?? '',
          dueDay: formatDay(one.dueDay),
          ownerName: staffName(promise?.owner_id ?? 0),
        };
      }
      case 'atRisk':
      case 'slipping':
        return {
          kind: one.kind,
          usualGap: one.usualGap,
          waited: one.waited,
          lastDay: formatDay(one.lastDay),
          expectedDay: formatDay(one.expectedDay),
        };
      case 'birthday':
        return { kind: 'birthday', day: formatDay(one.day), inDays: one.day - today };
      case 'firstVisit':
        return { kind: 'firstVisit', day: formatDay(one.day) };
      case 'afterItem':
        return {
          kind: 'afterItem',
          day: formatDay(one.day),
          itemName: facts.items.get(one.itemId)?.name ?? '',
        };
      case 'expiring':
        return {
          kind: 'expiring',
          day: formatDay(one.day),
          what: one.what,
          name: names.get(`${one.what === 'voucher' ? 'vouchers' : 'units'} ${one.thingId}`) ?? '',
          amount: one.amount,
        };
      case 'milestone':
        return { kind: 'milestone', day: formatDay(one.day), of: one.of, count: one.count };
      case 'silentVip':
        return { kind: 'silentVip', lastDay: formatDay(one.lastDay), silentDays: today - one.lastDay };
      case 'referral':
        return {
          kind: 'referral',
          day: formatDay(one.day),
          friendId: one.friendId,
          friendName: names.get(`customers ${one.friendId}`) ?? '',
        };
      case 'campaign':
        return {
          kind: 'campaign',
          campaignId: one.campaignId,
          name: names.get(`campaigns ${one.campaignId}`) ?? '',
        };
    }
  };
  return reasons.map(view);
}
