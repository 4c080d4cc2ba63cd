import type { OpenShop } from '#electron/services/open-shop.ts';
import { shopFacts } from '#electron/services/shop-context.ts';
import { addStaff } from '#electron/services/staff/people.ts';
import { setPinOf, usablePin } from '#electron/services/staff/pins.ts';
import { StaffSession } from '#electron/services/staff/session.ts';
import { recover } from '#electron/services/staff/sign-in.ts';
import { tryPin } from '#electron/services/staff/try-pin.ts';
import { aRequest, aShop } from '#tests/support/shop.ts';

/** A shop whose owner has the PIN 8351, with somebody who has none. */
export async function openedFor() {
  const { ctx } = await aShop();
  const owner = shopFacts(ctx).staff[0]?.id ?? 0;
  await setPinOf(ctx, 'staff.setPin', { staffId: owner, pin: '8351', setBy: owner });
  const { people } = await addStaff(ctx, { requestId: aRequest(), name: 'Eetu', role: 'staff', pin: null });
  const withoutPin = people.find(({ name }) => name === 'Eetu')?.staffId ?? 0;
  return {
    ...{ owner, withoutPin, nobody: 9_999 },
    tryPin: (staffId: number, pin: string) => tryPin(ctx, staffId, pin),
    usablePin: (staffId: number, pin: string) => usablePin(ctx, staffId, pin),
    recover: (code: string) => recover({ ctx } as OpenShop, new StaffSession(), { code, pin: '6294' }),
  };
}
