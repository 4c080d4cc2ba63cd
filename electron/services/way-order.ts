import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import { waysInOrder } from '#shared/domain/playbooks/playbook.ts';
import { riskSituations, situationOf } from '#shared/domain/playbooks/situations.ts';
import { campaignById } from '../repositories/campaigns.ts';
import { valuableAmong } from '../repositories/playbooks.ts';
import { playbookFor } from './playbooks.ts';
import type { ShopContext } from './shop-context.ts';

/**
 * In which order the ways to somebody are tried: as their playbook says, or that of their campaign before the
 * others.
 * @param valuable those of the list who are
 */
async function wayOrder(
  ctx: ShopContext,
  { customerId, because }: Pick<FollowUpEntry, 'customerId' | 'because'>,
  valuable: ReadonlySet<number>,
): Promise<readonly FollowUpChannel[]> {
  const waysFor = async (situation: Parameters<typeof playbookFor>[1]) =>
    waysInOrder((await playbookFor(ctx, situation)).channels);
  const row = riskSituations.find(({ risk }) => risk === because.kind);
  if (row) return waysFor(valuable.has(customerId) ? row.high : row.low);
  if (because.kind !== 'campaign') {
    return waysFor(situationOf(because.kind, { standing: 'onTrack', isValuable: false }));
  }
  const campaign = await campaignById(ctx.work.read, because.campaignId);
  return waysInOrder(campaign ? [campaign.channel] : []);
}

/** A list with the allowed ways to everybody on it in the order in which they are tried. */
export async function withWaysInOrder(
  ctx: ShopContext,
  entries: readonly FollowUpEntry[],
): Promise<FollowUpEntry[]> {
  const absent = entries.filter(({ because }) => riskSituations.some(({ risk }) => risk === because.kind));
  const ids = absent.map(({ customerId }) => customerId);
  const valuable = ids.length === 0 ? new Set<number>() : await valuableAmong(ctx.work.read, ids);
  const ordered: FollowUpEntry[] = [];
  for (const entry of entries) {
    const order = await wayOrder(ctx, entry, valuable);
    const channels = order.flatMap((way) =>
      way !== 'inPerson' && entry.channels.includes(way) ? [way] : [],
    );
    ordered.push({ ...entry, channels });
  }
  return ordered;
}
