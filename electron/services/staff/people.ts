import { randomBytes } from 'node:crypto';
import type { StaffList } from '#shared/contract/staff.ts';
import type { Role } from '#shared/domain/staff/roles.ts';
import { badgeCode } from '#shared/domain/staff/secret-codes.ts';
import type { WriteTx } from '../../db/connection.ts';
import { keptCustomer } from '../../repositories/customers.ts';
import { erasureOf } from '../../repositories/erase-person.ts';
import { findRequest } from '../../repositories/requests.ts';
import { insertStaff, type StaffRow } from '../../repositories/shop.ts';
import {
  loadStaffCustomers,
  loadStaffKeys,
  loadStaffRights,
  putStaffCustomer,
  putStaffKey,
  putStaffRights,
  removeStaffKey,
  removeStaffKeys,
  updateStaff,
} from '../../repositories/staff.ts';
import { appendAudit, changedFields, done } from '../audit/append-audit.ts';
import { failure } from '../failure.ts';
import { changeShop, currentStaff, type ShopContext, shopFacts } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';
import { rightsOf } from './admit.ts';
import { putPin, usablePin } from './pins.ts';
import { hashBadge } from './secret-hash.ts';

/** Everybody who works or worked here, with what they may do. */
export async function staffList(ctx: ShopContext): Promise<StaffList> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const pins = new Set((await loadStaffKeys(db, 'pin')).map((key) => key.staff_id));
  const badges = new Set((await loadStaffKeys(db, 'badge')).map((key) => key.staff_id));
  const customers = new Map(
    (await loadStaffCustomers(db)).map(({ staffId, customerId, name }) => [staffId, { customerId, name }]),
  );
  const left = new Map((await loadStaffRights(db)).map((row) => [row.staff_id, row.left_at]));
  return {
    usualGiveLimit: facts.usualGiveLimit,
    people: facts.staff.map(({ id, name, role, active }) => ({
      ...{ staffId: id, name, role, active: active === 1 },
      ...rightsOf(facts, id),
      leftAt: left.get(id) ?? null,
      hasPin: pins.has(id),
      badge: badges.has(id),
      customer: customers.get(id) ?? null,
    })),
  };
}

interface Rights {
  readonly giveLimit?: number | null | undefined;
  readonly undoAll?: boolean | undefined;
}

/** Rights that were given explicitly; what was left out stays. */
async function writeRights(
  tx: WriteTx,
  ctx: ShopContext,
  staffId: number,
  change: Rights & { leftAt?: number | null },
) {
  const facts = shopFacts(ctx);
  const stored = (await loadStaffRights(tx)).find((row) => row.staff_id === staffId);
  const before = facts.staffRights.get(staffId) ?? { giveLimit: facts.usualGiveLimit, undoAll: false };
  const { giveLimit = before.giveLimit, undoAll = before.undoAll, leftAt = stored?.left_at ?? null } = change;
  await putStaffRights(tx, {
    staff_id: staffId,
    give_limit: giveLimit,
    undo_all: undoAll ? 1 : 0,
    left_at: leftAt,
  });
}

/**
 * Adds somebody who works here; the same `requestId` again changes nothing.
 * @throws Failure PinNotUsable, OwnerFirst (a PIN before the owner has one), RequestIdReused
 */
export async function addStaff(
  ctx: ShopContext,
  input: Rights & {
    readonly requestId: string;
    readonly name: string;
    readonly role: Role;
    readonly pin: string | null;
  },
): Promise<StaffList> {
  const { pin, ...asked } = input;
  if (pin !== null && !shopFacts(ctx).pinsOn) throw failure('OwnerFirst');
  // Sent again, it would find its own PIN taken.
  const repeated = (await findRequest(ctx.work.read, input.requestId)) !== undefined;
  const secret = pin === null || repeated ? null : await usablePin(ctx, 0, pin);
  await changeShop(ctx, (tx) =>
    // Without the PIN: a hash of what was asked for is kept, and a short PIN would be found from it.
    writeOnce(tx, ctx, 'staff.add', asked, async () => {
      const staffId = ctx.ids.next('staff');
      const { name, role, giveLimit, undoAll } = asked;
      const at = ctx.clock.now();
      await insertStaff(tx, { id: staffId, name, role, active: 1, created_at: at });
      if (giveLimit !== undefined || undoAll !== undefined) await writeRights(tx, ctx, staffId, asked);
      const setBy = currentStaff(shopFacts(ctx)).id;
      if (pin !== null && secret) await putPin(tx, ctx, { staffId, pin, setBy }, secret);
      return { id: staffId, facts: { after: { name, role } } };
    }),
  );
  return staffList(ctx);
}

function memberNamed(ctx: ShopContext, staffId: number): StaffRow {
  const member = shopFacts(ctx).staff.find(({ id }) => id === staffId);
  if (!member) throw failure('NotFound', { what: 'staff', id: staffId });
  return member;
}

/** Somebody must be left who may do everything and can sign in. @throws Failure LastOwner */
async function mustLeaveAnOwner(tx: WriteTx, ctx: ShopContext, staffId: number): Promise<void> {
  const { staff, pinsOn } = shopFacts(ctx);
  const pins = new Set((await loadStaffKeys(tx, 'pin')).map((key) => key.staff_id));
  const others = staff.filter(
    ({ id, role, active }) => id !== staffId && role === 'owner' && active === 1 && (!pinsOn || pins.has(id)),
  );
  if (others.length === 0) throw failure('LastOwner');
}

interface StaffChange extends Rights {
  readonly requestId: string;
  readonly staffId: number;
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
  readonly customerId?: number | null | undefined;
}

/** What the log tells of a person's change: only what was asked for and is another now. */
function toldOf(ctx: ShopContext, member: StaffRow, change: StaffChange) {
  const before = { ...member, active: member.active === 1, ...rightsOf(shopFacts(ctx), member.id) };
  const asked = Object.entries(change).filter(([name, value]) => name in before && value !== undefined);
  return changedFields(before, Object.fromEntries(asked));
}

/** @throws Failure NotFound when there is no such customer, or one who was forgotten */
async function writeOwnEntry(tx: WriteTx, staffId: number, customerId: number | null): Promise<void> {
  const customer = customerId === null ? null : await keptCustomer(tx, customerId);
  const isGone = customer && (await erasureOf(tx, customer.id)) !== undefined;
  if (customer === undefined || isGone) throw failure('NotFound', { what: 'customer', id: customerId ?? 0 });
  await putStaffCustomer(tx, staffId, customer?.id ?? null);
}

async function writeChange(tx: WriteTx, ctx: ShopContext, change: StaffChange): Promise<void> {
  const { staffId, name, role, active, giveLimit, undoAll } = change;
  const member = memberNamed(ctx, staffId);
  const steps = (role !== undefined && role !== 'owner') || active === false;
  if (member.role === 'owner' && member.active === 1 && steps) await mustLeaveAnOwner(tx, ctx, staffId);
  const columns = {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(active === undefined ? {} : { active: active ? 1 : 0 }),
  };
  if (Object.keys(columns).length > 0) await updateStaff(tx, staffId, columns);
  if (active === false) await removeStaffKeys(tx, staffId);
  if (change.customerId !== undefined) await writeOwnEntry(tx, staffId, change.customerId);
  const leftAt = active === undefined ? {} : { leftAt: active ? null : ctx.clock.now() };
  if (giveLimit !== undefined || undoAll !== undefined || active !== undefined) {
    await writeRights(tx, ctx, staffId, { giveLimit, undoAll, ...leftAt });
  }
}

/**
 * Changes what somebody is called, is and may do, or that they work here. Who leaves loses PIN and staff card; what they
 * wrote keeps their name.
 * @throws Failure NotFound, LastOwner, RequestIdReused
 */
export async function changeStaff(ctx: ShopContext, change: StaffChange): Promise<StaffList> {
  await changeShop(ctx, (tx) =>
    writeOnce(tx, ctx, 'staff.change', change, async () => {
      const facts = toldOf(ctx, memberNamed(ctx, change.staffId), change);
      await writeChange(tx, ctx, change);
      return { id: change.staffId, facts };
    }),
  );
  return staffList(ctx);
}

/**
 * Makes a staff card, to be printed now; an earlier one of theirs opens nothing any more. The code itself is not kept.
 * @throws Failure NotFound, OwnerFirst
 */
export async function newBadge(ctx: ShopContext, staffId: number): Promise<{ code: string; name: string }> {
  const { pinsOn } = shopFacts(ctx);
  if (!pinsOn) throw failure('OwnerFirst');
  const code = badgeCode(randomBytes(32));
  const name = await ctx.work.write(async (tx) => {
    const member = memberNamed(ctx, staffId);
    if (member.active !== 1) throw failure('NotFound', { what: 'staff', id: staffId });
    const setBy = currentStaff(shopFacts(ctx)).id;
    const key = { staff_id: staffId, kind: 'badge', salt: '', hash: hashBadge(code), digits: null } as const;
    await putStaffKey(tx, { ...key, at: ctx.clock.now(), set_by: setBy });
    await appendAudit(tx, ctx, done('staff.newBadge', { subjectId: staffId }));
    return member.name;
  });
  return { code, name };
}

/** Makes a lost staff card worthless. @throws Failure NotFound, RequestIdReused */
export async function removeBadge(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly staffId: number },
): Promise<StaffList> {
  await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'staff.removeBadge', input, async () => {
      memberNamed(ctx, input.staffId);
      await removeStaffKey(tx, input.staffId, 'badge');
      return input.staffId;
    }),
  );
  return staffList(ctx);
}
