import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import { waysInOrder } from '#shared/domain/playbooks/playbook.ts';
import { riskSituations, situationOf } from '#shared/domain/playbooks/situations.ts';
import { campaignById } from '../repositories/campaigns.ts';
import { standingOf } from '../repositories/playbooks.ts';
import { playbookFor } from './playbooks.ts';
import type { ShopContext } from './shop-context.ts';

/** Whether two orders begin and go on alike. */
const isSame = (one: readonly FollowUpChannel[], other: readonly FollowUpChannel[]): boolean =>
  one.every((way, index) => way === other[index]);

/**
 * In which order the ways to somebody are tried: as their playbook says, with that of their campaign before the others. How
 * valuable they are is looked up only where it makes a difference.
 */
async function wayOrder(
  ctx: ShopContext,
  { customerId, because }: Pick<FollowUpEntry, 'customerId' | 'because'>,
): Promise<readonly FollowUpChannel[]> {
  const db = ctx.work.read;
  const waysFor = async (situation: Parameters<typeof playbookFor>[1]) =>
    waysInOrder((await playbookFor(ctx, situation)).channels);
  const row = riskSituations.find(({ risk }) => risk === because.kind);
  if (row) {
    const [high, low] = [await waysFor(row.high), await waysFor(row.low)];
    if (isSame(high, low)) return high;
    return (await standingOf(db, customerId)).isValuable ? high : low;
  }
  if (because.kind !== 'campaign') {
    return waysFor(situationOf(because.kind, { standing: 'onTrack', isValuable: false }));
  }
  const campaign = await campaignById(db, because.campaignId);
  const ways = await waysFor(situationOf(because.kind, await standingOf(db, customerId)));
  return campaign ? waysInOrder([campaign.channel, ...ways]) : ways;
}

/** A list with the allowed ways to everybody on it in the order in which they are tried. */
export async function withWaysInOrder(
  ctx: ShopContext,
  entries: readonly FollowUpEntry[],
): Promise<FollowUpEntry[]> {
  const ordered: FollowUpEntry[] = [];
  for (const entry of entries) {
    const order = await wayOrder(ctx, entry);
    const channels = order.flatMap((way) =>
      way !== 'inPerson' && entry.channels.includes(way) ? [way] : [],
    );
    ordered.push({ ...entry, channels });
  }
  return ordered;
}
