import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { CampaignHindrance } from '#shared/domain/campaigns/hindrance.ts';
import type { ArmName } from '#shared/domain/experiments/index.ts';
import type { FollowUpChannel, FollowUpTone } from '#shared/domain/follow-ups/reasons.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';

/** Row types of the tables of campaigns and experiments. */
export interface CampaignTables {
  campaigns: {
    id: number;
    name: string;
    whom: string;
    channel: FollowUpChannel;
    tone: FollowUpTone;
    variants: string;
    test: string | null;
    from_day: BusinessDay;
    to_day: BusinessDay;
    at: number;
    staff_id: number;
    started_at: number | null;
    started_day: BusinessDay | null;
    stopped_at: number | null;
    stopped_day: BusinessDay | null;
    hindrance: CampaignHindrance | null;
  };
  experiments: {
    campaign_id: number;
    window_days: number;
    base: number | null;
    effect: number;
    needed_treated: number;
    needed_control: number;
    end_day: BusinessDay;
    key_low: number;
    key_high: number;
  };
  campaign_people: {
    campaign_id: number;
    customer_id: number;
    arm: ArmName;
    voucher_id: number | null;
    situation: PlaybookSituation | null;
    joined_day: BusinessDay | null;
  };
}
