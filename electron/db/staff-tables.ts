/** Tables of who works here and how they prove it, see migration 0100. */
export interface StaffTables {
  staff_keys: {
    staff_id: number;
    kind: 'pin' | 'badge' | 'recovery';
    salt: string;
    hash: string;
    digits: number | null;
    at: number;
    set_by: number;
  };
  staff_rights: { staff_id: number; give_limit: number | null; undo_all: number; left_at: number | null };
  pin_failures: { subject: number; failures: number; last_at: number; full_at: number };
  staff_sign_ins: { staff_id: number; at: number };
  /** See migration 0160. */
  staff_customers: { staff_id: number; customer_id: number };
}
