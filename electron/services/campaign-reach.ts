import type * as z from 'zod';
import type { learned, reach } from '#shared/contract/campaigns.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { loadSegments } from '../repositories/segments.ts';
import { loadPreferences, setPreference } from '../repositories/shop.ts';
import { failure } from './failure.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { segmentQuestion } from './segments.ts';
import { present, type ShopContext } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** Contacts of a quarter: fewer days would make one mailing the whole ratio. */
const ratioDays = 90;
const usualAlarm = 60;

async function alarmDays(db: ReadDb): Promise<number> {
  const stored = Number((await loadPreferences(db)).get('silenceAlarm'));
  return Number.isInteger(stored) && stored > 0 ? stored : usualAlarm;
}

/** Useful to promotional contacts of the last quarter, and groups that nobody has turned to for too long. */
export async function campaignReach(ctx: ShopContext, reports: ReportsAsked): Promise<z.infer<typeof reach>> {
  const db = ctx.work.read;
  const segments = [];
  for (const { id, name } of await loadSegments(db)) {
    segments.push({ segmentId: id, name, asked: await segmentQuestion(ctx, { segmentId: id }) });
  }
  const question = {
    today: present(ctx).day,
    days: ratioDays,
    alarmDays: await alarmDays(db),
    segments,
  };
  const { silent, ...rest } = await reports.ask('campaignReach', question);
  return {
    ...rest,
    silent: silent.map((group) => ({
      ...group,
      lastDay: group.lastDay === null ? null : formatDay(group.lastDay),
    })),
  };
}

/** After how many days of silence a group is told. @throws Failure RequestIdReused */
export function setSilenceAlarm(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly days: number },
): Promise<{ alarmDays: number }> {
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'campaigns.setAlarm', input, async () => {
      await setPreference(tx, 'silenceAlarm', String(input.days));
      return 0;
    });
    return { alarmDays: await alarmDays(tx) };
  });
}

/** Outcomes so far. @throws Failure NotFound when it was not started */
export async function campaignLearned(
  reports: ReportsAsked,
  campaignId: number,
): Promise<z.infer<typeof learned>> {
  const found = await reports.ask('campaignLearned', campaignId);
  if (!found) throw failure('NotFound', { what: 'campaign', id: campaignId });
  return found;
}
