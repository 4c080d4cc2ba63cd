import { type FollowUpSettings, followUpSettings } from '#shared/contract/follow-ups.ts';
import { usualListSettings } from '#shared/domain/follow-ups/list-settings.ts';
import type { ReadDb } from '../db/connection.ts';
import { loadPreferences, setPreference } from '../repositories/shop.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** What the owner decided about the list of the day; what they did not, is as usual for the kind of shop. */
export async function listSettings(ctx: ShopContext, db: ReadDb = ctx.work.read): Promise<FollowUpSettings> {
  const { shop } = shopFacts(ctx);
  const stored = (await loadPreferences(db)).get('followUps');
  return followUpSettings.parse({
    ...usualListSettings(shop.kind),
    ...(stored ? (JSON.parse(stored) as object) : {}),
  });
}

/** Changes them; the next list that is made goes by them. @throws Failure RequestIdReused */
export function setListSettings(
  ctx: ShopContext,
  input: FollowUpSettings & { readonly requestId: string },
): Promise<FollowUpSettings> {
  const { requestId: _, ...settings } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'followUps.setSettings', input, async () => {
      await setPreference(tx, 'followUps', JSON.stringify(settings));
      return 0;
    });
    return listSettings(ctx, tx);
  });
}
