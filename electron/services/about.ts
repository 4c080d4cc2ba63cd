import { countRecords } from '../repositories/records.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

/** How many customers and check-ins the shop holds. */
export function shopRecords(ctx: ShopContext): Promise<{ customers: number; visits: number }> {
  shopFacts(ctx);
  return countRecords(ctx.work.read);
}
