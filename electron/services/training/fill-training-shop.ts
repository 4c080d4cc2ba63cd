import { addDays } from '#shared/domain/business-day/business-day.ts';
import { planDemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import { recentPart } from '#shared/domain/demo/recent-part.ts';
import type { WriteTx } from '../../db/connection.ts';
import { insertStaff, setPreference } from '../../repositories/shop.ts';
import {
  loadStaffKeys,
  loadStaffRights,
  putStaffKey,
  putStaffRights,
  removeAllStaffKeys,
  updateStaff,
} from '../../repositories/staff.ts';
import { demoShopOf, writeDemoShop } from '../fill-demo-shop.ts';
import { setUpShop } from '../set-up-shop.ts';
import { factsOfShop } from '../settings.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';

/** How far back the sample goes: five weeks are enough for regulars at the till, and made in a moment. */
const historyDays = 35;

/** Everybody of the shop works in the training too, with the same PIN or card; wrong tries count in the shop's own file. */
async function bringPeople(tx: WriteTx, inside: ShopContext, like: ShopContext): Promise<void> {
  const { staff } = shopFacts(like);
  const here = new Set(shopFacts(inside).staff.map(({ id }) => id));
  for (const member of staff) {
    const { id, ...facts } = member;
    if (here.has(id)) await updateStaff(tx, id, facts);
    else await insertStaff(tx, member);
  }
  for (const id of here) {
    if (!staff.some((member) => member.id === id)) await updateStaff(tx, id, { active: 0 });
  }
  await removeAllStaffKeys(tx);
  const read = like.work.read;
  // Not the code on paper: it would be used up here and open the shop still.
  for (const kind of ['pin', 'badge'] as const)
    for (const key of await loadStaffKeys(read, kind)) await putStaffKey(tx, key);
  for (const rights of await loadStaffRights(read)) await putStaffRights(tx, rights);
}

/**
 * Sets the training up: a shop of the same name, kind, country, language and settings of the till, with the same people
 * before it, and with a few made-up weeks.
 * @param like the shop it is beside
 */
export async function fillTrainingShop(ctx: ShopContext, like: ShopContext): Promise<void> {
  const facts = shopFacts(like);
  await setUpShop(ctx, factsOfShop(facts), {
    demo: {
      days: historyDays,
      write: async (tx, inside) => {
        await bringPeople(tx, inside, like);
        await setPreference(tx, 'till', JSON.stringify(facts.preferences));
        await setPreference(tx, 'training', 'true');
        const plan = planDemoShop(demoShopOf(inside));
        const from = addDays(present(inside).day, -historyDays);
        await writeDemoShop(tx, inside, () => undefined, recentPart(plan, from));
      },
    },
  });
}
