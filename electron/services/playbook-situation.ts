import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { followsPlaybook } from '#shared/domain/campaigns/follows-playbook.ts';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import { type PlaybookSituation, situationOf } from '#shared/domain/playbooks/situations.ts';
import type { ReadDb } from '../db/connection.ts';
import { campaignPeople } from '../repositories/campaigns.ts';
import { playbookVersion, standingOf } from '../repositories/playbooks.ts';

/**
 * Which playbook is followed by turning to somebody now: that of the version whose words were read, else that of the
 * reason and of how it stands with them. Null where a campaign has words or a gift of its own.
 */
export async function situationFollowed(
  db: ReadDb,
  about: {
    readonly customerId: number;
    readonly reason: FollowUpReason;
    readonly day: BusinessDay;
    readonly playbookId: number | null;
  },
): Promise<PlaybookSituation | null> {
  const { customerId, reason, day, playbookId } = about;
  if (reason === 'campaign') {
    const turn = (await campaignPeople(db, day)).find((one) => one.customerId === customerId);
    if (turn && !followsPlaybook(turn)) return null;
  }
  const version = playbookId === null ? undefined : await playbookVersion(db, playbookId);
  return version?.situation ?? situationOf(reason, await standingOf(db, customerId));
}
