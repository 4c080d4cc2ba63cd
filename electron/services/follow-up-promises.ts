import type { FollowUpsOfCustomer } from '#shared/contract/follow-ups.ts';
import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { insertPromise, leftAlone, promisesTo, waitingHints } from '../repositories/follow-ups.ts';
import { failure } from './failure.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** A promise is for a year ahead at most. */
const furthestDays = 366;

function dueDayOf(text: string, today: BusinessDay): BusinessDay {
  const day = parseDay(text);
  if (day === null || day < today || day > today + furthestDays) {
    throw failure('InvalidValue', { field: 'dueDay' });
  }
  return day;
}

/**
 * Writes down what was promised to a customer, by when, and who is to do it.
 * @throws Failure NotFound (customer, staff), InvalidValue (a day that is over), RequestIdReused
 */
export function makePromise(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly customerId: number;
    readonly text: string;
    readonly dueDay: string;
    readonly ownerId: number;
  },
): Promise<{ promiseId: number }> {
  return ctx.work.write(async (tx) => {
    const promiseId = await writeOnce(tx, ctx, 'followUps.promise', input, async () => {
      const facts = shopFacts(ctx);
      const { at, day } = present(ctx);
      const customer = await keptCustomer(tx, input.customerId);
      if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
      const owner = facts.staff.find((member) => member.id === input.ownerId && member.active === 1);
      if (!owner) throw failure('NotFound', { what: 'staff', id: input.ownerId });
      const id = ctx.ids.next('promises');
      await insertPromise(tx, {
        id,
        request_id: input.requestId,
        customer_id: customer.id,
        text: input.text,
        due_day: dueDayOf(input.dueDay, day),
        owner_id: owner.id,
        at,
        business_day: day,
        staff_id: currentStaff(facts).id,
      });
      return id;
    });
    return { promiseId };
  });
}

/** What is open with one person: promises, hints that wait for them, and whether they are left alone. @throws Failure NotFound */
export async function followUpsOf(ctx: ShopContext, id: number): Promise<FollowUpsOfCustomer> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const customer = await keptCustomer(db, id);
  if (!customer) throw failure('NotFound', { what: 'customer', id });
  const promises = await promisesTo(db, customer.id);
  const hints = await waitingHints(db, customer.id);
  const lasting = (await leftAlone(db, [customer.id])).get(customer.id);
  return {
    promises: promises.map(({ promiseId, text, dueDay, ownerName }) => ({
      promiseId,
      text,
      dueDay: formatDay(dueDay),
      ownerName,
    })),
    hints: hints.map((hint) => ({ ...hint, day: formatDay(hint.day) })),
    leftAlone: lasting
      ? { factId: lasting.factId, outcome: lasting.outcome, day: formatDay(lasting.day) }
      : null,
  };
}
