import { nextRun, notesGoUntil, seenBefore } from '#shared/domain/privacy/periods.ts';
import { careNoteKinds } from '#shared/domain/privacy/privacy-rules.ts';
import { careNotesUntil, deleteCareNote } from '../../repositories/care-notes.ts';
import { lastDailyRun, recordDailyRun } from '../../repositories/daily-runs.ts';
import { inactivePeople, isInactive } from '../../repositories/inactive-people.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { takeSnapshot } from '../backups/snapshots.ts';
import type { OpenShop } from '../open-shop.ts';
import { currentStaff, present, shopFacts } from '../shop-context.ts';
import { SmallWrites } from '../small-writes.ts';
import { noteToClean } from './clean-up.ts';
import { keepList } from './erase-customer.ts';
import { forgetPeople } from './forget-person.ts';
import { retentionRun } from './privacy-rules.ts';

/** Looked up at once; each person is forgotten in a transaction of their own. */
const portion = 100;

/** What a monthly run did. */
export interface RetentionDone {
  readonly people: number;
  readonly notes: number;
}

/** Takes away the notes whose time is over, each with its entry in the log. */
async function endNotes({ ctx }: OpenShop, writes: SmallWrites): Promise<number> {
  const { day, at } = present(ctx);
  let ended = 0;
  for (const kind of careNoteKinds) {
    const until = notesGoUntil(shopFacts(ctx).privacy.care[kind], day);
    if (until === null) continue;
    for (;;) {
      const notes = await careNotesUntil(ctx.work.read, kind, until, portion);
      for (const note of notes) {
        await writes.write(async (tx) => {
          await deleteCareNote(tx, note.id);
          await noteToClean(tx, at);
          await appendAudit(tx, ctx, {
            ...{ call: 'privacy.careNoteGone', outcome: 'done', isByItself: true, facts: {} },
            ...{ customerId: note.customer_id, subjectId: note.id },
          });
        });
      }
      ended += notes.length;
      if (notes.length < portion) break;
    }
  }
  return ended;
}

/** Forgets everybody whom the list of this month holds, and who was not here in between. */
async function forgetInactive(shop: OpenShop, writes: SmallWrites): Promise<number> {
  const { ctx, dataDir, backups } = shop;
  const facts = shopFacts(ctx);
  const { inactiveMonths } = facts.privacy;
  const { day, at } = present(ctx);
  if (inactiveMonths === null) return 0;
  const before = seenBefore(day, inactiveMonths);
  let forgotten = 0;
  for (;;) {
    const people = await inactivePeople(ctx.work.read, before, day, { offset: 0, limit: portion });
    for (const { id } of people) {
      const rows = await writes.write(async (tx) => {
        if (!(await isInactive(tx, id, before))) return [];
        const about = {
          shop: facts.shop,
          cause: 'retention' as const,
          at,
          day,
          staffId: currentStaff(facts).id,
        };
        const written = await forgetPeople(tx, [id], about);
        await noteToClean(tx, at);
        await appendAudit(tx, ctx, {
          ...{ call: 'privacy.erase', outcome: 'done', isByItself: true, facts: {} },
          ...{ customerId: id, subjectId: id },
        });
        return written;
      });
      keepList(dataDir, rows, backups.safety.logger);
      forgotten += rows.length > 0 ? 1 : 0;
    }
    if (people.length < portion) return forgotten;
  }
}

/**
 * The monthly run: notes whose time is over go, and people who were not here for longer than the shop keeps anybody are
 * forgotten, in small transactions between check-ins, after a snapshot. It is noted as done at its end only, so that one
 * that was cut short goes on at the next look. In a shop of before there were such runs, the
 * first only begins to count.
 * @returns null when none was due
 * @throws what the disk reports, Failure BackupFailed when the snapshot could not be taken: nothing was forgotten then
 */
export async function runRetention(shop: OpenShop, signal?: AbortSignal): Promise<RetentionDone | null> {
  const { ctx, reports } = shop;
  const { day, at } = present(ctx);
  const last = await lastDailyRun(ctx.work.read, retentionRun);
  if (last !== null && nextRun(last, day) > day) return null;
  const record = () => ctx.work.write((tx) => recordDailyRun(tx, retentionRun, day, at));
  if (last === null) {
    await record();
    return null;
  }
  const { inactiveMonths } = shopFacts(ctx).privacy;
  const due =
    inactiveMonths === null
      ? []
      : await inactivePeople(ctx.work.read, seenBefore(day, inactiveMonths), day, { offset: 0, limit: 1 });
  if (due.length > 0) await takeSnapshot(shop, 'manual');
  const writes = new SmallWrites(ctx, reports, signal);
  const done = { notes: await endNotes(shop, writes), people: await forgetInactive(shop, writes) };
  await record();
  return done;
}
