import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ConsentPurpose } from '#shared/domain/consent/consent.ts';

/** Row types of the tables of consent, forgotten people and the log, see migrations 0110 and 0140. */
export interface PrivacyTables {
  consents: {
    id: number;
    customer_id: number;
    purpose: ConsentPurpose;
    granted: number;
    text_version: number;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
    place: 'till' | 'form' | 'profile' | null;
  };
  erasures: {
    customer_id: number;
    fingerprint: string;
    cause: 'asked' | 'retention' | 'restored';
    visits: number;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
  };
  audit_entries: {
    number: number;
    at: number;
    business_day: BusinessDay;
    staff_id: number | null;
    approved_by: number | null;
    call: string;
    outcome: 'done' | 'refused';
    customer_id: number | null;
    subject_id: number | null;
    facts_hash: string | null;
    previous_hash: string;
    hash: string;
  };
  care_notes: {
    id: number;
    request_id: string;
    customer_id: number;
    kind: 'patchTest' | 'health';
    text: string;
    made_day: BusinessDay;
    at: number;
    business_day: BusinessDay;
    staff_id: number;
  };
  kept_people: { customer_id: number; at: number; business_day: BusinessDay; staff_id: number };
  audit_facts: { number: number; salt: string; facts: string };
}
