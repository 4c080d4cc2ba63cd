import type { StaffDoor } from '#shared/contract/staff.ts';
import { businessDayAt } from '#shared/domain/business-day/business-day.ts';
import { loadSignIns, loadStaffKeys } from '../../repositories/staff.ts';
import type { OpenShop } from '../open-shop.ts';
import { present, shopFacts } from '../shop-context.ts';
import { rightsOf } from './admit.ts';
import type { StaffSession } from './session.ts';

export type Door = StaffDoor;

/** Who stands before the screen and who can sign in; nothing of customers. */
export async function readDoor(shop: OpenShop, session: StaffSession | null): Promise<Door> {
  const { ctx, backups } = shop;
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const signIns = await loadSignIns(db);
  const pins = new Map((await loadStaffKeys(db, 'pin')).map((key) => [key.staff_id, key.digits]));
  const badges = new Set((await loadStaffKeys(db, 'badge')).map((key) => key.staff_id));
  const today = present(ctx).day;
  const working = facts.staff.filter(({ active }) => active === 1);
  const isHere = (staffId: number) =>
    signIns.some((row) => row.staff_id === staffId && businessDayAt(row.at, facts.calendar) === today);
  const staffId = facts.pinsOn && session ? session.staffId(ctx) : null;
  const member = working.find(({ id }) => id === staffId);
  const [lastBackup] = backups.safety.record.backups(facts.shop.created_at);
  return {
    pinsOn: facts.pinsOn,
    signedIn: member
      ? { staffId: member.id, name: member.name, role: member.role, ...rightsOf(facts, member.id) }
      : null,
    people: working.map(({ id, name, role }) => ({
      ...{ staffId: id, name, role },
      digits: pins.get(id) ?? null,
      badge: badges.has(id),
      onDuty: isHere(id),
    })),
    lastStaffId: signIns.find((row) => working.some(({ id }) => id === row.staff_id))?.staff_id ?? null,
    lastBackupAt: lastBackup?.at ?? null,
  };
}
