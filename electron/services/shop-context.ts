import { privacyRules } from '#shared/contract/privacy-rules.ts';
import { type TillPreferences, tillPreferences } from '#shared/contract/settings.ts';
import {
  type BusinessDay,
  type BusinessMonth,
  businessDayAt,
  monthOf,
  type ShopCalendar,
} from '#shared/domain/business-day/business-day.ts';
import { minorUnitsPerEuro } from '#shared/domain/money/price-level.ts';
import { type PrivacyRules, usualPrivacyRules } from '#shared/domain/privacy/privacy-rules.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { type ItemRow, loadItems } from '../repositories/items.ts';
import { loadProgrammes, type ProgrammeVersion } from '../repositories/programmes.ts';
import { loadPreferences, loadShop, loadStaff, type ShopRow, type StaffRow } from '../repositories/shop.ts';
import { loadStaffRights, staffWithPin } from '../repositories/staff.ts';
import { defaultPreferences } from './default-preferences.ts';
import { failure } from './failure.ts';
import type { Actor, StaffRights } from './staff/who.ts';

/** What every check-in needs and what seldom changes, read once and again after each change. */
export interface ShopFacts {
  readonly shop: ShopRow;
  readonly calendar: ShopCalendar;
  readonly preferences: TillPreferences;
  /** How long people are kept, and who reads what is known for their safety. */
  readonly privacy: PrivacyRules;
  /** Everybody who ever worked here; `active` says who does. */
  readonly staff: readonly StaffRow[];
  /** What the owner set for staff; whoever is missing has what their role begins with. */
  readonly staffRights: ReadonlyMap<number, StaffRights>;
  /** Largest sum that staff give on the spot unless told otherwise, minor units. */
  readonly usualGiveLimit: number;
  /** Whether people sign in here: the owner has a PIN. Without, everything is the owner's. */
  readonly pinsOn: boolean;
  /** Who makes the call these facts were read for; null without PINs and in what happens by itself. */
  readonly actor: Actor | null;
  /** Every version, oldest first. */
  readonly programmes: readonly ProgrammeVersion[];
  /** Those that are in force from their day on, oldest first: not those replaced before they began. */
  readonly begun: readonly ProgrammeVersion[];
  readonly items: ReadonlyMap<number, ItemRow>;
}

/** What services work with. The outside world (clock, ids, files) comes in here and nowhere else. */
export interface ShopContext {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The shop whose file counts wrong PINs, where it is another: a training would give whoever guesses a second count. */
  readonly triesIn?: ShopContext | undefined;
  /** Null before the first run. */
  facts: ShopFacts | null;
}

/** @throws Failure ShopNotReady before the first run */
export function shopFacts(ctx: ShopContext): ShopFacts {
  if (!ctx.facts) throw failure('ShopNotReady', { state: 'firstRun' });
  return ctx.facts;
}

/** What people read who have not said otherwise: it may be another than the one staff work in. */
export const customersLanguage = ({ shop, preferences }: ShopFacts): string =>
  preferences.customerLanguage ?? shop.language;

/** Reads the facts of the shop anew; null before the first run. */
export async function readShopFacts(db: ReadDb): Promise<ShopFacts | null> {
  const shop = await loadShop(db);
  if (!shop) return null;
  const stored = await loadPreferences(db);
  const till = stored.get('till');
  const privacy = stored.get('privacy');
  const calendar = { timeZone: shop.time_zone, cutoffMinutes: shop.cutoff_minutes };
  const programmes = await loadProgrammes(db);
  return {
    shop,
    calendar,
    preferences: tillPreferences.parse({
      ...defaultPreferences(shop.kind, shop.currency),
      ...(till ? JSON.parse(till) : {}),
    }),
    privacy: privacyRules.parse(privacy ? JSON.parse(privacy) : usualPrivacyRules(shop.kind)),
    ...(await staffFacts(db, shop.currency)),
    programmes,
    begun: notReplaced(programmes, calendar),
    items: new Map((await loadItems(db)).map((item) => [item.id, item])),
  };
}

/** Sum that staff may give on the spot in a new shop, euros. */
const usualGiveEuros = 15;

/** Who works here and what they may do, before anybody makes a call. */
async function staffFacts(db: ReadDb, currency: string) {
  const staff = await loadStaff(db);
  const withPin = new Set(await staffWithPin(db));
  const rights = await loadStaffRights(db);
  return {
    staff,
    staffRights: new Map(
      rights.map((row) => [row.staff_id, { giveLimit: row.give_limit, undoAll: row.undo_all === 1 }]),
    ),
    usualGiveLimit: usualGiveEuros * minorUnitsPerEuro(currency),
    pinsOn: staff.some(({ id, role, active }) => role === 'owner' && active === 1 && withPin.has(id)),
    actor: null,
  };
}

/** Leaves out the versions that were still waiting for their day when a newer one was published. */
function notReplaced(
  programmes: readonly ProgrammeVersion[],
  calendar: ShopCalendar,
): readonly ProgrammeVersion[] {
  const publishedOn = programmes.map((version) => businessDayAt(version.publishedAt, calendar));
  return programmes.filter((version, index) =>
    publishedOn.slice(index + 1).every((day) => day >= version.effectiveFrom),
  );
}

/**
 * Runs a use case that changes what `ShopFacts` holds, as one transaction. The new facts are in force from its commit
 * on, before any other transaction begins; so whatever is decided by the facts is to be decided inside.
 */
export function changeShop<T>(ctx: ShopContext, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  let fresh = ctx.facts;
  return ctx.work.write(
    async (tx) => {
      const result = await work(tx);
      fresh = await readShopFacts(tx);
      return result;
    },
    () => {
      ctx.facts = fresh;
    },
  );
}

/** Reads the facts anew after something outside `changeShop` changed them. */
export async function refreshShopFacts(ctx: ShopContext): Promise<void> {
  ctx.facts = await readShopFacts(ctx.work.read);
}

/** Now, as moment and as the shop's day and month. */
export interface Present {
  readonly at: number;
  readonly day: BusinessDay;
  readonly month: BusinessMonth;
}

export function present(ctx: ShopContext): Present {
  const at = ctx.clock.now();
  const day = businessDayAt(at, shopFacts(ctx).calendar);
  return { at, day, month: monthOf(day) };
}

/**
 * The programme in force on a day: the newest version effective by then; days before the first version
 * (imported history) go by the first.
 */
export function programmeOn(facts: ShopFacts, day: BusinessDay): ProgrammeVersion {
  const programme = facts.begun.findLast((version) => version.effectiveFrom <= day) ?? facts.programmes[0];
  if (!programme) throw new Error('the shop has no programme');
  return programme;
}

/** The programme a visit was written under. */
export function programmeOfVisit(
  facts: ShopFacts,
  visit: { readonly programme_version_id: number | null; readonly business_day: BusinessDay },
): ProgrammeVersion {
  const written = facts.programmes.find((version) => version.versionId === visit.programme_version_id);
  return written ?? programmeOn(facts, visit.business_day);
}

/** Staff member to whom a write is attributed: who makes the call, else the owner. */
export function currentStaff(facts: ShopFacts): StaffRow {
  const { actor, staff } = facts;
  const acting = actor && staff.find((member) => member.id === actor.staffId);
  const owner = acting ?? staff.find(({ role, active }) => role === 'owner' && active === 1) ?? staff[0];
  if (!owner) throw new Error('the shop has no staff');
  return owner;
}
