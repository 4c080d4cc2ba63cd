import type { CareKind } from '#shared/domain/privacy/privacy-rules.ts';
import { type Role, reaches } from '#shared/domain/staff/roles.ts';
import { failure } from '../failure.ts';
import type { ShopFacts } from '../shop-context.ts';

const roleOf = ({ staff }: ShopFacts, staffId: number | null): Role | null =>
  staff.find(({ id }) => id === staffId)?.role ?? null;

/** Whether whoever makes a call reads what is known of a kind; without PINs everything is the owner's. */
export function readsCare(facts: ShopFacts, kind: CareKind): boolean {
  if (!facts.actor) return true;
  const role = roleOf(facts, facts.actor.staffId);
  return role !== null && reaches(role, facts.privacy.care[kind].readers);
}

/**
 * Lets a call go on that shows or changes the words of some kinds, for those who read them or whom somebody who does has
 * allowed just this call.
 * @throws Failure ApprovalNeeded
 */
export function mustReadCare(facts: ShopFacts, kinds: readonly CareKind[]): void {
  const approver = roleOf(facts, facts.actor?.approvedBy ?? null);
  const isRead = (kind: CareKind) =>
    readsCare(facts, kind) || (approver !== null && reaches(approver, facts.privacy.care[kind].readers));
  const closed = kinds.filter((kind) => !isRead(kind));
  if (closed.length === 0) return;
  const isOwners = closed.some((kind) => facts.privacy.care[kind].readers === 'owner');
  throw failure('ApprovalNeeded', { askId: '', by: isOwners ? 'owner' : 'manager' });
}
