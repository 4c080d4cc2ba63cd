import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type {
  FollowUpChannel,
  FollowUpOutcome,
  FollowUpReason,
  FollowUpTone,
} from '#shared/domain/follow-ups/reasons.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';

/** Row types of the tables of follow-ups. */
export interface FollowUpTables {
  promises: {
    id: number;
    request_id: string;
    customer_id: number;
    text: string;
    due_day: BusinessDay;
    owner_id: number;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
  };
  follow_up_facts: FollowUpFactsTable;
  follow_up_undos: { fact_id: number; at: number; staff_id: number };
  follow_up_list: {
    business_day: BusinessDay;
    customer_id: number;
    position: number;
    reason: FollowUpReason;
    detail: string;
    others: string;
  };
  surprises: { business_day: BusinessDay; customer_id: number };
}

export interface FollowUpFactsTable {
  id: number;
  request_id: string;
  customer_id: number;
  reason: FollowUpReason;
  outcome: FollowUpOutcome;
  channel: FollowUpChannel | null;
  until_day: BusinessDay | null;
  words: string | null;
  promise_id: number | null;
  settles_id: number | null;
  playbook_id: number | null;
  detail: string;
  tone: FollowUpTone;
  voucher_id: number | null;
  situation: PlaybookSituation | null;
  at: number;
  business_day: BusinessDay;
  staff_id: number;
}
