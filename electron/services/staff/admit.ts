import { answeredWhileLocked, approverOf, permissionOf } from '#shared/domain/staff/permissions.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import type { ShopFacts } from '../shop-context.ts';
import { actingFor } from './actor.ts';
import type { StaffSession } from './session.ts';
import type { Actor, StaffRights } from './who.ts';

/** A call as it arrives, before its input was looked at. */
export interface ArrivingCall {
  readonly call: string;
  readonly input: unknown;
}

/**
 * The shop for a call, on behalf of whoever makes it. Without PINs, and for the program's own calls (no session), it is
 * the shop as it is, which attributes everything to the owner.
 * @throws Failure Locked, NotAllowed, ApprovalNeeded
 */
export function admit(shop: OpenShop, session: StaffSession | null, arriving: ArrivingCall): OpenShop {
  const { facts } = shop.ctx;
  if (!facts?.pinsOn || session === null) return shop;
  const staffId = session.staffId(shop.ctx);
  const member = facts.staff.find((one) => one.id === staffId && one.active === 1);
  if (!member) {
    if (answeredWhileLocked(arriving.call)) return shop;
    throw failure('Locked');
  }
  const { call, input } = arriving;
  const permission = permissionOf(call, member.role);
  if (permission === 'refused') throw failure('NotAllowed');
  const approvedBy = session.takeGrant(call, input, shop.ctx.clock.now());
  if (permission === 'approval' && approvedBy === null) {
    throw failure('ApprovalNeeded', { askId: '', by: approverOf(call) });
  }
  return actingFor(shop, { staffId: member.id, approvedBy });
}

/** The rights of whoever makes this call; null where nobody signs in, or when somebody higher allowed it. */
function limitsOf(facts: ShopFacts): { readonly actor: Actor; readonly rights: StaffRights } | null {
  const { actor } = facts;
  if (!actor || actor.approvedBy !== null) return null;
  return { actor, rights: rightsOf(facts, actor.staffId) };
}

/** What the owner set, or what the role begins with. */
export function rightsOf(facts: ShopFacts, staffId: number): StaffRights {
  const role = facts.staff.find((one) => one.id === staffId)?.role ?? 'staff';
  if (role !== 'staff') return { giveLimit: null, undoAll: true };
  return facts.staffRights.get(staffId) ?? { giveLimit: facts.usualGiveLimit, undoAll: false };
}

/**
 * Reversing a check-in of somebody else, or of an earlier day, needs approval without the right to it.
 * @throws Failure ApprovalNeeded
 */
export function mayReverse(
  facts: ShopFacts,
  visit: { readonly staff_id: number; readonly business_day: number },
  today: number,
): void {
  const limits = limitsOf(facts);
  if (!limits || limits.rights.undoAll) return;
  if (visit.staff_id === limits.actor.staffId && visit.business_day === today) return;
  throw failure('ApprovalNeeded', { askId: '', by: 'manager' });
}

/** Giving more than one may give on the spot needs approval. @throws Failure ApprovalNeeded */
export function mayGive(facts: ShopFacts, sum: number): void {
  const limit = limitsOf(facts)?.rights.giveLimit ?? null;
  if (limit !== null && sum > limit) throw failure('ApprovalNeeded', { askId: '', by: 'manager' });
}
