import { describe, expect, it } from 'vitest';
import { answeredWhileLocked, permissionOf } from '#shared/domain/staff/permissions.ts';
import { aBusyStaffedCafe, pins } from '#tests/support/busy-cafe.ts';
import { rounds } from '#tests/support/rounds.ts';
import { expectAnswers, expectRefusedWith, fuzzedCallsOf, knownIn, nouns } from './fuzzed-calls.ts';

/** Put another file before every screen, and are tried where training is. */
const calls = nouns.filter((noun) => noun !== 'training').flatMap(fuzzedCallsOf);

const codes = { allowed: null, approval: 'ApprovalNeeded', refused: 'NotAllowed' } as const;

/** What a call fails with whatever is asked; null where it is answered. */
const refusalOf = (call: string, who: 'manager' | 'staff' | 'nobody') => {
  if (who !== 'nobody') return codes[permissionOf(call, who)];
  return answeredWhileLocked(call) ? null : 'Locked';
};

const tries = { broken: rounds(10), good: rounds(10) };

describe.each(['manager', 'staff', 'nobody'] as const)('whatever is asked while %s is there', (who) => {
  it(
    'is answered or refused by a code, as the table says',
    async () => {
      const shop = await aBusyStaffedCafe();
      const { client } = shop.running;
      if (who !== 'nobody') await client.staff.signIn({ staffId: shop.ids[who], pin: pins[who] });
      const known = knownIn(shop.file);
      for (const call of calls) {
        const refused = refusalOf(call.name, who);
        if (refused === null) await expectAnswers(shop, call, known, tries);
        else await expectRefusedWith(refused, shop, call, known, tries);
        const { signedIn } = await client.staff.door();
        expect([call.name, signedIn?.role ?? 'nobody']).toEqual([call.name, who]);
      }
    },
    rounds(240_000),
  );
});
