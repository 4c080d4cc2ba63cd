import type { TimelineEntry } from '#shared/contract/customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { followUpFact, promisesById } from '../repositories/follow-ups.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

const nameIn = (ctx: ShopContext) => {
  const { staff } = shopFacts(ctx);
  return (staffId: number) => staff.find((member) => member.id === staffId)?.name ?? '';
};

/** Outcomes as lines of a customer's history, by `followUp <id>`; those taken back say so. */
export async function factEntries(
  ctx: ShopContext,
  ids: readonly number[],
): Promise<ReadonlyMap<string, TimelineEntry>> {
  const nameOf = nameIn(ctx);
  const entries = new Map<string, TimelineEntry>();
  for (const id of ids) {
    const fact = await followUpFact(ctx.work.read, id);
    if (!fact) continue;
    entries.set(`followUp ${id}`, {
      kind: 'followUp',
      factId: id,
      at: fact.at,
      day: formatDay(fact.business_day),
      reason: fact.reason,
      outcome: fact.outcome,
      channel: fact.channel,
      untilDay: fact.until_day === null ? null : formatDay(fact.until_day),
      words: fact.words,
      undone: fact.undone,
      staffName: nameOf(fact.staff_id),
    });
  }
  return entries;
}

/** Promises as lines of a customer's history, by `promise <id>`. */
export async function promiseEntries(
  ctx: ShopContext,
  ids: readonly number[],
): Promise<ReadonlyMap<string, TimelineEntry>> {
  const nameOf = nameIn(ctx);
  const promises = await promisesById(ctx.work.read, ids);
  return new Map(
    [...promises.values()].map((promise) => [
      `promise ${promise.id}`,
      {
        kind: 'promise',
        promiseId: promise.id,
        at: promise.at,
        day: formatDay(promise.business_day),
        text: promise.text,
        dueDay: formatDay(promise.due_day),
        ownerName: nameOf(promise.owner_id),
        staffName: nameOf(promise.staff_id),
      },
    ]),
  );
}
