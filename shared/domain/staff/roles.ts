/** What somebody is in the shop, the highest first. */
export const roles = ['owner', 'manager', 'staff'] as const;

export type Role = (typeof roles)[number];

/** Whether `role` may do what `needed` may: an owner is a manager too, and a manager is staff. */
export function reaches(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}
