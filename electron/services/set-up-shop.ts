import type { ShopFacts as ShopInput } from '#shared/contract/settings.ts';
import { addDays, businessDayAt } from '#shared/domain/business-day/business-day.ts';
import {
  type PresetBase,
  type PresetNames,
  presetRules,
  presetsFor,
} from '#shared/domain/loyalty/presets.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { currencyDigits, isCurrencyCode } from '#shared/domain/money/currencies.ts';
import { resources } from '#shared/i18n/resources.ts';
import type { WriteTx } from '../db/connection.ts';
import { recordDailyRun } from '../repositories/daily-runs.ts';
import { insertProgramme, insertUnit } from '../repositories/programmes.ts';
import { insertShop, insertStaff, loadShop, setPreference } from '../repositories/shop.ts';
import { putSignIn, putStaffKey } from '../repositories/staff.ts';
import { appendAudit, done } from './audit/append-audit.ts';
import { defaultPreferences } from './default-preferences.ts';
import { failure } from './failure.ts';
import { retentionRun } from './privacy/privacy-rules.ts';
import { changeShop, readShopFacts, type ShopContext } from './shop-context.ts';
import type { SecretHash } from './staff/secret-hash.ts';

/** This till's number; further tills get their own when they join. */
export const firstTill = 1;

/** @throws Failure InvalidValue for a time zone or currency that this computer does not know */
export function checkShopInput(shop: Partial<ShopInput>): void {
  if (shop.currency !== undefined && !isCurrencyCode(shop.currency))
    throw failure('InvalidValue', { field: 'currency' });
  if (shop.timeZone !== undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: shop.timeZone });
    } catch {
      throw failure('InvalidValue', { field: 'timeZone' });
    }
  }
}

/** Names that presets give, in the shop's language and for its kind. */
export function presetNames(language: ShopInput['language'], kind: ShopInput['kind']): PresetNames {
  const { moneyOff, tiers, benefits, ...texts } = resources[language].presets;
  return { ...texts[kind], moneyOff, tiers, benefits };
}

/** Rules of the first programme, the starter one unless told otherwise, with the units they name. */
async function starterRules(
  tx: WriteTx,
  ctx: ShopContext,
  shop: ShopInput,
  at: number,
  rulesOf = (base: PresetBase) => presetRules(presetsFor[shop.kind][0], base),
): Promise<ProgrammeRules> {
  const names = presetNames(shop.language, shop.kind);
  const pointsUnitId = ctx.ids.next('units');
  const stampUnitId = ctx.ids.next('units');
  await insertUnit(tx, { id: pointsUnitId, kind: 'points', name: '', created_at: at });
  const rules = rulesOf({
    currency: shop.currency,
    digits: currencyDigits(shop.currency),
    pointsUnitId,
    stampUnitId,
    names,
    nextId: (kind) => ctx.ids.next(kind),
  });
  for (const { unitId, name } of rules.stampCards) {
    await insertUnit(tx, { id: unitId, kind: 'stamps', name, created_at: at });
  }
  return rules;
}

/** A history that a new shop starts with. */
export interface DemoHistory {
  readonly days: number;
  /** The programme it was earned by; the starter programme unless told. */
  readonly rules?: (base: PresetBase) => ProgrammeRules;
  readonly write: (tx: WriteTx, ctx: ShopContext) => Promise<void>;
}

/** How the owner proves who they are from the first day on: what is kept of the PIN and of the code on paper. */
export interface OwnerKeys {
  readonly digits: number;
  readonly pin: SecretHash;
  readonly recovery: SecretHash;
}

/** The owner is here: whoever sets the shop up has just proved it. */
async function insertOwnerKeys(tx: WriteTx, staffId: number, keys: OwnerKeys, at: number): Promise<void> {
  const key = { staff_id: staffId, at, set_by: staffId };
  await putStaffKey(tx, { ...key, kind: 'pin', ...keys.pin, digits: keys.digits });
  await putStaffKey(tx, { ...key, kind: 'recovery', ...keys.recovery, digits: null });
  await putSignIn(tx, staffId, at);
}

/**
 * First run: the shop, its owner, its preferences and the first programme version in one transaction.
 * @param options.demo writes a made-up history in the same transaction; the programme then counts from before it
 * @param options.ownerKeys switches signing in on
 * @returns the owner's id
 * @throws Failure AlreadySetUp, InvalidValue
 */
export async function setUpShop(
  ctx: ShopContext,
  shop: ShopInput,
  options: {
    readonly ownerName?: string | undefined;
    readonly ownerKeys?: OwnerKeys | undefined;
    readonly demo?: DemoHistory;
  } = {},
): Promise<number> {
  checkShopInput(shop);
  const at = ctx.clock.now();
  const today = businessDayAt(at, { timeZone: shop.timeZone, cutoffMinutes: shop.cutoffMinutes });
  return changeShop(ctx, async (tx) => {
    if (await loadShop(tx)) throw failure('AlreadySetUp');
    await insertShop(tx, {
      id: 1,
      name: shop.name,
      kind: shop.kind,
      country: shop.country,
      currency: shop.currency,
      time_zone: shop.timeZone,
      cutoff_minutes: shop.cutoffMinutes,
      language: shop.language,
      till_number: firstTill,
      demo: options.demo ? 1 : 0,
      created_at: at,
    });
    const staffId = ctx.ids.next('staff');
    const name = options.ownerName || resources[shop.language].presets.owner;
    await insertStaff(tx, { id: staffId, name, role: 'owner', active: 1, created_at: at });
    if (options.ownerKeys) await insertOwnerKeys(tx, staffId, options.ownerKeys, at);
    await setPreference(tx, 'till', JSON.stringify(defaultPreferences(shop.kind, shop.currency)));
    // The first run by which people are forgotten is that of the next month.
    await recordDailyRun(tx, retentionRun, today, at);
    await insertProgramme(tx, {
      versionId: ctx.ids.next('programme_versions'),
      requestId: 'first-run',
      number: 1,
      effectiveFrom: addDays(today, 0 - (options.demo?.days ?? 0)),
      rules: await starterRules(tx, ctx, shop, at, options.demo?.rules),
      publishedAt: at,
      publishedBy: staffId,
    });
    const inside = { ...ctx, facts: await readShopFacts(tx) };
    await appendAudit(tx, inside, done('settings.setUp', { facts: { after: { name: shop.name } } }));
    await options.demo?.write(tx, inside);
    return staffId;
  });
}
