import { describe, expect, it } from 'vitest';
import { answeredWhileLocked, permissionOf } from '#shared/domain/staff/permissions.ts';
import { aBusyStaffedCafe, pins } from '#tests/support/busy-cafe.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  expectAnswers,
  expectRefusedWith,
  type FuzzedCall,
  fuzzedCallsOf,
  knownIn,
  nouns,
} from './fuzzed-calls.ts';

/** Put another file before every screen, and are tried where training is. */
const calls = nouns.filter((noun) => noun !== 'training').flatMap(fuzzedCallsOf);

const codes = { allowed: [], approval: ['ApprovalNeeded'], refused: ['NotAllowed'] } as const;

/** What a call fails with whatever is asked; empty where it is answered. */
const refusalsOf = (call: FuzzedCall, who: 'manager' | 'staff' | 'nobody'): readonly string[] => {
  if (who !== 'nobody') return codes[permissionOf(call.name, who)];
  if (answeredWhileLocked(call.name)) return [];
  // A screen that tried too many PINs in a minute, as this one has by then, is not listened to when it tries one more.
  return call.declared.includes('PinWait') ? ['Locked', 'PinWait'] : ['Locked'];
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
        const refused = refusalsOf(call, who);
        if (refused.length === 0) await expectAnswers(shop, call, known, tries);
        else await expectRefusedWith(refused, shop, call, known, tries);
        const { signedIn } = await client.staff.door();
        expect([call.name, signedIn?.role ?? 'nobody']).toEqual([call.name, who]);
      }
    },
    rounds(240_000),
  );
});
