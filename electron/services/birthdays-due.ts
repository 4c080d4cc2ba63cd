import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import { birthDatesOn } from '#shared/domain/visits/birthdays.ts';
import { customersBornOn } from '../repositories/birthdays.ts';
import { customersWithVoucherSince } from '../repositories/vouchers.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';

/** A birthday voucher longer ago than this was for another year. */
const birthdayMemory = 200;

/** Birthdays of today and the coming days for which nobody has issued a voucher yet, soonest first. */
export async function birthdaysDue(ctx: ShopContext, days: number) {
  shopFacts(ctx);
  const db = ctx.work.read;
  const { day: today } = present(ctx);
  const given = await customersWithVoucherSince(db, 'birthday', addDays(today, -birthdayMemory));
  const people = [];
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const day = addDays(today, ahead);
    for (const birth of birthDatesOn(day)) {
      for (const { id, name } of await customersBornOn(db, birth)) {
        if (!given.has(id)) people.push({ customerId: id, name, day: formatDay(day) });
      }
    }
  }
  return { people };
}
