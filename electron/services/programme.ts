import type { Draft, Programme } from '#shared/contract/loyalty.ts';
import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { checkProgramme, type ProgrammeIssue } from '#shared/domain/loyalty/check-programme.ts';
import { type PresetKind, presetRules } from '#shared/domain/loyalty/presets.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import { shopPrice } from '#shared/domain/money/price-level.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { heldUnits, typicalAmount } from '../repositories/loyalty-facts.ts';
import {
  deleteDraft,
  insertProgramme,
  insertUnit,
  loadDraft,
  loadUnits,
  type ProgrammeVersion,
  saveDraft,
} from '../repositories/programmes.ts';
import { appendAudit, done } from './audit/append-audit.ts';
import { failure } from './failure.ts';
import { presetNames } from './set-up-shop.ts';
import { readSettings } from './settings.ts';
import {
  changeShop,
  currentStaff,
  present,
  programmeOn,
  type ShopContext,
  type ShopFacts,
  shopFacts,
} from './shop-context.ts';
import { writeOnce } from './write-once.ts';

export const programmeView = (version: ProgrammeVersion): Programme => ({
  versionId: version.versionId,
  number: version.number,
  effectiveFrom: formatDay(version.effectiveFrom),
  rules: mutable(version.rules),
});

/** The contract's shapes are not read-only; a structured copy keeps our rules from being shared. */
const mutable = (rules: ProgrammeRules): Programme['rules'] => structuredClone(rules) as Programme['rules'];

/** The programme in force today. */
export function currentProgramme(ctx: ShopContext): Programme {
  return programmeView(programmeOn(shopFacts(ctx), present(ctx).day));
}

/** All versions, newest first. */
export function programmeVersions(ctx: ShopContext) {
  const facts = shopFacts(ctx);
  const { day } = present(ctx);
  const current = programmeOn(facts, day);
  return facts.programmes
    .map((version) => ({
      versionId: version.versionId,
      number: version.number,
      effectiveFrom: formatDay(version.effectiveFrom),
      publishedAt: version.publishedAt,
      publishedBy: facts.staff.find((member) => member.id === version.publishedBy)?.name ?? '',
      state: stateOf(facts, version, current),
    }))
    .reverse();
}

function stateOf(
  facts: ShopFacts,
  version: ProgrammeVersion,
  current: ProgrammeVersion,
): 'past' | 'current' | 'future' {
  if (version.versionId === current.versionId) return 'current';
  return version.number > current.number && facts.begun.includes(version) ? 'future' : 'past';
}

/** @throws Failure NotFound */
export function programmeVersion(ctx: ShopContext, versionId: number): Programme {
  const version = shopFacts(ctx).programmes.find((one) => one.versionId === versionId);
  if (!version) throw failure('NotFound', { what: 'programme', id: versionId });
  return programmeView(version);
}

/** What an ordinary visit is taken to bring where none has been seen yet, hundredths of a euro. */
const assumedVisit = { cafe: 800, salon: 6000, other: 2000 } as const;

/** What can be said about rules before they are published. */
export async function issuesOf(
  { shop }: ShopFacts,
  db: ReadDb,
  rules: ProgrammeRules,
): Promise<readonly ProgrammeIssue[]> {
  const seen = await typicalAmount(db);
  const amount = seen > 0 ? seen : shopPrice(assumedVisit[shop.kind], shop.currency);
  return checkProgramme(rules, amount, await heldUnits(db));
}

/** Checks rules without saving them. */
export async function checkRules(ctx: ShopContext, rules: ProgrammeRules) {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  return { issues: [...(await issuesOf(facts, db, rules))], typicalAmount: await typicalAmount(db) };
}

/** The draft being worked on; without one, the newest version. */
export async function readDraft(ctx: ShopContext, db: ReadDb = ctx.work.read): Promise<Draft> {
  const facts = shopFacts(ctx);
  const saved = await loadDraft(db);
  const newest = facts.programmes.at(-1) ?? programmeOn(facts, present(ctx).day);
  const rules = saved?.rules ?? newest.rules;
  return {
    rules: mutable(rules),
    effectiveFrom: saved?.effectiveFrom ? formatDay(saved.effectiveFrom) : null,
    savedAt: saved?.savedAt ?? null,
    issues: [...(await issuesOf(facts, db, rules))],
  };
}

function dayFrom(text: string | null): BusinessDay | null {
  const day = text === null ? null : parseDay(text);
  if (text !== null && day === null) throw failure('InvalidValue', { field: 'effectiveFrom' });
  return day;
}

/** Keeps a draft; nothing of it is in force. @throws Failure InvalidValue */
export async function keepDraft(
  ctx: ShopContext,
  input: { readonly rules: ProgrammeRules; readonly effectiveFrom: string | null },
): Promise<Draft> {
  const effectiveFrom = dayFrom(input.effectiveFrom);
  return ctx.work.write(async (tx) => {
    const savedBy = currentStaff(shopFacts(ctx)).id;
    // Typing keeps a draft every second: the log tells when one was begun, and every version when it was published.
    const isBegun = (await loadDraft(tx)) !== null;
    await saveDraft(tx, { rules: input.rules, effectiveFrom, savedAt: ctx.clock.now(), savedBy });
    if (!isBegun) await appendAudit(tx, ctx, done('loyalty.saveDraft'));
    return readDraft(ctx, tx);
  });
}

export function discardDraft(ctx: ShopContext): Promise<Draft> {
  return ctx.work.write(async (tx) => {
    if ((await loadDraft(tx)) !== null) await appendAudit(tx, ctx, done('loyalty.discardDraft'));
    await deleteDraft(tx);
    return readDraft(ctx, tx);
  });
}

/** A starter programme with the shop's own units, to be edited; nothing is saved. */
export function presetProgramme(ctx: ShopContext, kind: PresetKind): { rules: Programme['rules'] } {
  const facts = shopFacts(ctx);
  const { shop } = readSettings(ctx);
  const { rules } = programmeOn(facts, present(ctx).day);
  const card = facts.programmes.findLast((version) => version.rules.stampCards.length > 0)?.rules
    .stampCards[0];
  const made = presetRules(kind, {
    currency: shop.currency,
    digits: currencyDigits(shop.currency),
    pointsUnitId: rules.pointsUnitId,
    stampUnitId: card?.unitId ?? ctx.ids.next('units'),
    names: presetNames(shop.language, shop.kind),
    nextId: (of) => ctx.ids.next(of),
  });
  return { rules: mutable(made) };
}

/** An id for something a draft adds. */
export function newRuleId(ctx: ShopContext, kind: 'units' | 'rewards' | 'tiers' | 'bonuses'): { id: number } {
  shopFacts(ctx);
  return { id: ctx.ids.next(kind) };
}

/** Stamp cards that are new in these rules get their unit. */
async function addUnits(tx: WriteTx, ctx: ShopContext, rules: ProgrammeRules): Promise<void> {
  const known = new Set((await loadUnits(tx)).map((unit) => unit.id));
  for (const { unitId, name } of rules.stampCards) {
    if (!known.has(unitId)) {
      await insertUnit(tx, { id: unitId, kind: 'stamps', name, created_at: ctx.clock.now() });
    }
  }
}

/** Items that the rules name. */
const itemsOf = (rules: ProgrammeRules): readonly number[] => {
  const scopes = [
    ...(rules.points?.excluded ?? []),
    ...(rules.points?.perItem ?? []).map(({ scope }) => scope),
    ...rules.stampCards.flatMap(({ on }) => (on.kind === 'items' ? on.scopes : [])),
  ];
  return [
    ...rules.rewards.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])),
    ...scopes.flatMap((scope) => (scope.kind === 'item' ? [scope.itemId] : [])),
  ];
};

const isTwice = (ids: readonly number[]): boolean => new Set(ids).size < ids.length;

/** Items and units that the rules name must be the shop's own, and each thing is named once. */
function checkReferences(ctx: ShopContext, rules: ProgrammeRules): void {
  const facts = shopFacts(ctx);
  const pointsUnitId = programmeOn(facts, present(ctx).day).rules.pointsUnitId;
  if (rules.pointsUnitId !== pointsUnitId) throw failure('InvalidValue', { field: 'pointsUnitId' });
  const units = [pointsUnitId, ...rules.stampCards.map((card) => card.unitId)];
  if (isTwice(units)) throw failure('InvalidValue', { field: 'stampCards' });
  if (isTwice(rules.rewards.map(({ id }) => id))) throw failure('InvalidValue', { field: 'rewards' });
  if (isTwice(rules.bonuses.map(({ id }) => id))) throw failure('InvalidValue', { field: 'bonuses' });
  if (isTwice(rules.tiers?.levels.map(({ id }) => id) ?? []))
    throw failure('InvalidValue', { field: 'tiers' });
  for (const id of itemsOf(rules)) if (!facts.items.has(id)) throw failure('NotFound', { what: 'item', id });
}

interface Publishing {
  readonly requestId: string;
  readonly rules: ProgrammeRules;
  readonly effectiveFrom: string | null;
}

/**
 * Publishes rules as a new version from a day on (today when none is given). What was earned keeps the version that
 * made it; versions that had not begun yet are replaced.
 * @throws Failure InvalidValue, NotFound (item), ProgrammeBlocked, RequestIdReused
 */
export async function publishProgramme(ctx: ShopContext, input: Publishing): Promise<Programme> {
  shopFacts(ctx);
  const versionId = await changeShop(ctx, (tx) =>
    writeOnce(tx, ctx, 'loyalty.publish', input, async () => {
      const id = await addVersion(tx, ctx, input);
      const effectiveFrom = input.effectiveFrom ?? formatDay(present(ctx).day);
      return { id, facts: { after: { effectiveFrom } } };
    }),
  );
  return programmeVersion(ctx, versionId);
}

async function addVersion(
  tx: WriteTx,
  ctx: ShopContext,
  { requestId, rules, effectiveFrom }: Publishing,
): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  const from = dayFrom(effectiveFrom) ?? day;
  if (from < day) throw failure('InvalidValue', { field: 'effectiveFrom' });
  checkReferences(ctx, rules);
  const blocking = (await issuesOf(facts, tx, rules)).filter((issue) => issue.level === 'block');
  if (blocking.length > 0) throw failure('ProgrammeBlocked', { codes: blocking.map((issue) => issue.code) });
  await addUnits(tx, ctx, rules);
  const versionId = ctx.ids.next('programme_versions');
  await insertProgramme(tx, {
    versionId,
    requestId,
    number: (facts.programmes.at(-1)?.number ?? 0) + 1,
    effectiveFrom: from,
    rules,
    publishedAt: at,
    publishedBy: currentStaff(facts).id,
  });
  await deleteDraft(tx);
  return versionId;
}
