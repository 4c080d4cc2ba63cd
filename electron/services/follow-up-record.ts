import type { OutcomeToday } from '#shared/contract/follow-ups.ts';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { Because } from '#shared/domain/follow-ups/because.ts';
import { attemptsInARow, mostAttempts, type PastFact } from '#shared/domain/follow-ups/past-contacts.ts';
import {
  type FollowUpChannel,
  type FollowUpOutcome,
  type FollowUpReason,
  type FollowUpTone,
  usualTone,
} from '#shared/domain/follow-ups/reasons.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { listOfDay, voucherToTake } from '../repositories/follow-up-lists.ts';
import {
  type FollowUpFactRow,
  followUpFact,
  insertFollowUpFact,
  insertFollowUpUndo,
  pastFactsOf,
  promisesById,
} from '../repositories/follow-ups.ts';
import { failure } from './failure.ts';
import { situationFollowed } from './playbook-situation.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

export interface Recording {
  readonly requestId: string;
  readonly customerId: number;
  readonly reason: FollowUpReason;
  readonly outcome: FollowUpOutcome;
  readonly channel: FollowUpChannel | null;
  readonly promiseId: number | null;
  readonly playbookId: number | null;
  readonly tone?: FollowUpTone | undefined;
  readonly untilDay: string | null;
  readonly words: string | null;
}

/** A follow-up is put off for a year at most. */
const furthestDays = 366;

/** Facts of the same matter: of one promise, or of one reason. */
const ofMatter = (facts: readonly PastFact[], { reason, promiseId }: Recording): PastFact[] =>
  facts.filter((fact) =>
    promiseId === null ? fact.promiseId === null && fact.reason === reason : fact.promiseId === promiseId,
  );

/** The day on which it comes back to the list. @throws Failure InvalidValue */
function returnsOn(input: Recording, day: BusinessDay, attempts: number): BusinessDay | null {
  if (input.outcome === 'noAnswer') return attempts < mostAttempts ? addDays(day, 1) : null;
  if (input.outcome !== 'snoozed') return null;
  const until = input.untilDay === null ? null : parseDay(input.untilDay);
  if (until === null || until <= day || until > day + furthestDays) {
    throw failure('InvalidValue', { field: 'returnDay' });
  }
  return until;
}

/** The facts of the reason: those on today's list, else what the promise says, else what the last fact of the matter said. */
async function becauseOf(db: ReadDb, day: BusinessDay, input: Recording, matter: readonly PastFact[]) {
  const { promiseId, reason, customerId } = input;
  if (promiseId !== null) {
    const promise = (await promisesById(db, [promiseId])).get(promiseId);
    if (!promise || reason !== 'promise') throw failure('InvalidValue', { field: 'promiseId' });
    return { kind: 'promise', promiseId, dueDay: promise.due_day } satisfies Because;
  }
  const row = (await listOfDay(db, day)).find((one) => one.customerId === customerId);
  const because = row?.because.kind === reason ? row.because : matter.at(-1)?.because;
  if (because === undefined) throw failure('InvalidValue', { field: 'reason' });
  return because;
}

async function writeFact(
  tx: WriteTx,
  ctx: ShopContext,
  input: Recording,
  situation: PlaybookSituation | null,
): Promise<number> {
  const { at, day } = present(ctx);
  const customer = await keptCustomer(tx, input.customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
  if ((input.outcome === 'nextVisit') !== (input.words !== null)) {
    throw failure('InvalidValue', { field: 'words' });
  }
  const matter = ofMatter(await pastFactsOf(tx, customer.id), input);
  const because = await becauseOf(tx, day, { ...input, customerId: customer.id }, matter);
  const id = ctx.ids.next('follow_up_facts');
  await insertFollowUpFact(tx, {
    id,
    request_id: input.requestId,
    customer_id: customer.id,
    reason: input.reason,
    outcome: input.outcome,
    channel: input.channel,
    until_day: returnsOn(input, day, attemptsInARow(matter) + 1),
    words: input.words,
    promise_id: input.promiseId,
    settles_id: null,
    playbook_id: input.playbookId,
    detail: JSON.stringify(because),
    tone: input.tone ?? usualTone(input.reason),
    voucher_id: await voucherToTake(tx, customer.id, day),
    situation,
    at,
    business_day: day,
    staff_id: currentStaff(shopFacts(ctx)).id,
  });
  return id;
}

/** The playbook that is followed; of somebody unknown none, and the write says so. */
async function followed(ctx: ShopContext, input: Recording): Promise<PlaybookSituation | null> {
  const db = ctx.work.read;
  const customer = await keptCustomer(db, input.customerId);
  if (!customer) return null;
  const { reason, playbookId } = input;
  return situationFollowed(db, { customerId: customer.id, reason, playbookId, day: present(ctx).day });
}

async function standingFact(db: ReadDb, id: number): Promise<FollowUpFactRow & { undone: boolean }> {
  const fact = await followUpFact(db, id);
  if (!fact) throw failure('NotFound', { what: 'followUp', id });
  return fact;
}

/**
 * Writes down what became of turning to somebody; a third time without an answer is the end of it.
 * @throws Failure NotFound (customer), InvalidValue (a day that is over or too far, words missing or too many, a reason
 * they are not on the list for), RequestIdReused
 */
export async function recordFollowUp(
  ctx: ShopContext,
  input: Recording,
): Promise<OutcomeToday & { readonly attempts: number }> {
  // Read before the transaction: the till does not wait for it.
  const situation = await followed(ctx, input);
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'followUps.record', input, () =>
      writeFact(tx, ctx, input, situation),
    );
    const fact = await standingFact(tx, id);
    const matter = ofMatter(await pastFactsOf(tx, fact.customer_id), input);
    return {
      factId: id,
      outcome: fact.outcome,
      returnsOn: fact.until_day === null ? null : formatDay(fact.until_day),
      attempts: matter.filter((one) => one.outcome === 'noAnswer').length,
    };
  });
}

/** What lasts can be taken back on any day, everything else on its own. */
const lasting: readonly FollowUpOutcome[] = ['doNotContact', 'movedAway', 'nextVisit'];

/**
 * Takes an outcome back: it stays in the history and counts for nothing. Taking it back again changes nothing.
 * @throws Failure NotFound, InvalidValue (of another day), RequestIdReused
 */
export function undoFollowUp(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly factId: number },
): Promise<{ factId: number; customerId: number }> {
  const { factId } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'followUps.undo', input, async () => {
      const { at, day } = present(ctx);
      const fact = await standingFact(tx, factId);
      if (fact.business_day !== day && !lasting.includes(fact.outcome)) {
        throw failure('InvalidValue', { field: 'factId' });
      }
      const staffId = currentStaff(shopFacts(ctx)).id;
      if (!fact.undone) await insertFollowUpUndo(tx, { fact_id: factId, at, staff_id: staffId });
      return factId;
    });
    return { factId, customerId: (await standingFact(tx, factId)).customer_id };
  });
}

/**
 * Writes down that a hint was said to the person who was here.
 * @throws Failure NotFound, InvalidValue (not a hint that waits), RequestIdReused
 */
export function sayHint(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly factId: number },
): Promise<{ factId: number }> {
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'followUps.hintSaid', input, async () => {
      const hint = await standingFact(tx, input.factId);
      const past = (await pastFactsOf(tx, hint.customer_id)).find((fact) => fact.factId === hint.id);
      if (hint.outcome !== 'nextVisit' || hint.undone || past?.settled !== false) {
        throw failure('InvalidValue', { field: 'factId' });
      }
      const { at, day } = present(ctx);
      const said = ctx.ids.next('follow_up_facts');
      await insertFollowUpFact(tx, {
        ...{ id: said, request_id: input.requestId, customer_id: hint.customer_id, reason: hint.reason },
        ...{ outcome: 'reached', channel: 'inPerson', until_day: null, words: null },
        ...{ promise_id: hint.promise_id, settles_id: hint.id, playbook_id: hint.playbook_id },
        ...{ detail: hint.detail, tone: hint.tone, voucher_id: null, at, business_day: day },
        situation: hint.situation,
        staff_id: currentStaff(shopFacts(ctx)).id,
      });
      return said;
    });
    return { factId: id };
  });
}
