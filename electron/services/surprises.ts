import { randomBytes } from 'node:crypto';
import type { Playbook } from '#shared/contract/playbooks.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { HashKey } from '#shared/domain/experiments/keyed-hash.ts';
import { placesOpen, surprisePicks } from '#shared/domain/follow-ups/surprise-picks.ts';
import { languageOfWords, offersGift } from '#shared/domain/playbooks/playbook.ts';
import { type PlaybookSituation, situationOf } from '#shared/domain/playbooks/situations.ts';
import type { ReadDb } from '../db/connection.ts';
import { lastDailyRun, recordDailyRun } from '../repositories/daily-runs.ts';
import { notForgotten } from '../repositories/erase-person.ts';
import { standingOf } from '../repositories/playbooks.ts';
import { loadPreferences, setPreference } from '../repositories/shop.ts';
import { dayTotals } from '../repositories/summaries.ts';
import { drawnOn, isDrawn, isGivenOn, putSurprises } from '../repositories/surprises.ts';
import { playbookFor } from './playbooks.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';
import { isWithinBudget } from './vouchers.ts';

const dailyRun = 'surprises';
/** Those who come as usual: surprises are for them, who get nothing else. */
const situations: readonly PlaybookSituation[] = ['onTrackHigh', 'onTrackLow'];

type Gift = NonNullable<Playbook['gift']>;

/** What a playbook gives to somebody who is here without being asked; null = nothing, or more than the budget has left. */
async function surpriseOf(ctx: ShopContext, db: ReadDb, playbook: Playbook): Promise<Gift | null> {
  const { gift, channels } = playbook;
  if (gift === null || channels[0] !== 'inPerson' || !offersGift(playbook)) return null;
  return (await isWithinBudget(ctx, db, gift.kind, gift.cost)) ? gift : null;
}

function newKey(): HashKey {
  const bytes = randomBytes(8);
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}

/**
 * Draws whom to surprise today, once a business day. The key stays in the shop's file, so that a day drawn again draws the
 * same people.
 * @returns true when it was drawn now
 */
export async function drawDailySurprises(ctx: ShopContext, reports: ReportsAsked): Promise<boolean> {
  if (!ctx.facts) return false;
  const db = ctx.work.read;
  const { day, at } = present(ctx);
  const last = await lastDailyRun(db, dailyRun);
  if (last !== null && last >= day) return false;
  const gives = [];
  for (const situation of situations) {
    const gift = await surpriseOf(ctx, db, await playbookFor(ctx, situation));
    if (gift) gives.push({ situation, kind: gift.kind });
  }
  const stored = (await loadPreferences(db)).get('surpriseKey');
  const key = stored === undefined ? newKey() : (JSON.parse(stored) as HashKey);
  const picks = surprisePicks(await reports.ask('surpriseCandidates', { day, gives }), key, day);
  await ctx.work.write(async (tx) => {
    if (stored === undefined) await setPreference(tx, 'surpriseKey', JSON.stringify(key));
    await putSurprises(tx, day, await notForgotten(tx, picks, (id) => id));
    await recordDailyRun(tx, dailyRun, day, at);
  });
  return true;
}

/**
 * Whether it is somebody's turn by now: among the first of those drawn for the day, and among more of them the more visits went
 * by without it.
 */
async function isTheirTurn(db: ReadDb, customerId: number, day: BusinessDay): Promise<boolean> {
  if (!(await isDrawn(db, day, customerId))) return false;
  const stored = (await loadPreferences(db)).get('surpriseKey');
  if (stored === undefined) return false;
  const whose = new Map((await drawnOn(db, day)).map((one) => [one.drawnId, one.customerId]));
  const inTurn = surprisePicks([...whose.keys()], JSON.parse(stored) as HashKey, day);
  const checkIns = (await dayTotals(db, day))?.check_ins ?? 0;
  return inTurn.slice(0, placesOpen(checkIns)).some((id) => whose.get(id) === customerId);
}

/** What somebody who is here now may be surprised with; null for nearly everybody: one a day, of those drawn for it. */
export async function surpriseFor(
  ctx: ShopContext,
  customerId: number,
  day: BusinessDay,
): Promise<string | null> {
  const db = ctx.work.read;
  if (!(await isTheirTurn(db, customerId, day))) return null;
  const situation = situationOf(null, await standingOf(db, customerId));
  const playbook = await playbookFor(ctx, situation);
  const gift = await surpriseOf(ctx, db, playbook);
  if (!gift || (await isGivenOn(db, day, gift.kind))) return null;
  const { language } = shopFacts(ctx).shop;
  const name = playbook.words[languageOfWords(playbook, { customer: null, shop: language })]?.gift ?? '';
  return name === '' ? null : name;
}
