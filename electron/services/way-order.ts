import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import { waysInOrder } from '#shared/domain/playbooks/playbook.ts';
import {
  riskSituations,
  type Standing,
  situationOf,
  standingIn,
} from '#shared/domain/playbooks/situations.ts';
import { campaignById } from '../repositories/campaigns.ts';
import { outlooksOf } from '../repositories/outlooks.ts';
import { valuableAmong } from '../repositories/playbooks.ts';
import { playbookFor } from './playbooks.ts';
import type { ShopContext } from './shop-context.ts';

/** How it stands with somebody, and whether they are valuable. */
type Stands = (customerId: number) => { readonly standing: Standing; readonly isValuable: boolean };

/** How it stands with those of a list whose playbook depends on it: who stays away, and who is asked by a campaign. */
async function standingsOn(ctx: ShopContext, entries: readonly FollowUpEntry[]): Promise<Stands> {
  const db = ctx.work.read;
  const asked = entries.filter(({ because: { kind } }) => kind === 'campaign');
  const absent = entries.filter(({ because }) => riskSituations.some(({ risk }) => risk === because.kind));
  const ids = [...absent, ...asked].map(({ customerId }) => customerId);
  const valuable = ids.length === 0 ? new Set<number>() : await valuableAmong(db, ids);
  const outlooks = await outlooksOf(
    db,
    asked.map(({ customerId }) => customerId),
  );
  return (customerId) => ({
    standing: standingIn(outlooks.get(customerId)?.state),
    isValuable: valuable.has(customerId),
  });
}

/** In which order the ways to somebody are tried: that of their campaign first, then as their playbook says. */
async function wayOrder(
  ctx: ShopContext,
  { customerId, because }: Pick<FollowUpEntry, 'customerId' | 'because'>,
  stands: Stands,
): Promise<readonly FollowUpChannel[]> {
  const { channels } = await playbookFor(ctx, situationOf(because.kind, stands(customerId)));
  const campaign =
    because.kind === 'campaign' ? await campaignById(ctx.work.read, because.campaignId) : undefined;
  return waysInOrder([...(campaign ? [campaign.channel] : []), ...channels]);
}

/** A list with the allowed ways to everybody on it in the order in which they are tried. */
export async function withWaysInOrder(
  ctx: ShopContext,
  entries: readonly FollowUpEntry[],
): Promise<FollowUpEntry[]> {
  const stands = await standingsOn(ctx, entries);
  const ordered: FollowUpEntry[] = [];
  for (const entry of entries) {
    const order = await wayOrder(ctx, entry, stands);
    const channels = order.flatMap((way) =>
      way !== 'inPerson' && entry.channels.includes(way) ? [way] : [],
    );
    ordered.push({ ...entry, channels });
  }
  return ordered;
}
