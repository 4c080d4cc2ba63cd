/** Who does something, and who allowed it where that was needed. */
export interface Actor {
  readonly staffId: number;
  /** Whose PIN allowed just this call; null where nobody had to. */
  readonly approvedBy: number | null;
}

/** What somebody may do beyond the table of calls. */
export interface StaffRights {
  /** Largest sum given on the spot without asking, minor units; null = any. */
  readonly giveLimit: number | null;
  /** Whether they may undo check-ins of others and of earlier days. */
  readonly undoAll: boolean;
}
