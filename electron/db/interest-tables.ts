import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';

/** Row types of the table of what customers asked about. */
export interface InterestTables {
  interests: {
    id: number;
    request_id: string;
    customer_id: number;
    item_id: number | null;
    words: string | null;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
    ended_at: number | null;
    ended_by: number | null;
  };
}
