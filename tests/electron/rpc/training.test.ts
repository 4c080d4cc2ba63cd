import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { addPerson, withPins } from './staff-calls.ts';

const codeOf = async (answer: Promise<unknown>): Promise<string | null> => {
  try {
    const output = await answer;
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output)
      for await (const _event of output as AsyncIterable<unknown>);
    return null;
  } catch (error) {
    return error instanceof ORPCError ? error.code : String(error);
  }
};

describe('the training', () => {
  it('sees no stick', async () => {
    const { client } = await anAppWithCafe({
      listDrives: async () => [{ path: '/media/stick', label: 'STICK' }],
    });
    const places = async () => (await client.backups.overview()).places;
    expect(await places()).toContainEqual(expect.objectContaining({ label: 'STICK' }));
    await client.training.enter();
    expect(await places()).toEqual([]);
    expect(await codeOf(client.backups.run({ placeId: 'any' }))).toBe('NotInTraining');
    await client.training.leave();
    expect(await places()).toHaveLength(1);
  }, 120_000);

  it('is behind the same PINs: who is signed in stays so, wrong tries count on, and the shop is locked at the end', async () => {
    const { client } = await anAppWithCafe();
    const { owner } = await withPins(client);
    const eetu = await addPerson(client, { name: 'Eetu', role: 'staff', pin: '6294' });
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    await client.training.enter();
    expect((await client.staff.door()).signedIn).toMatchObject({ staffId: eetu });
    expect(await codeOf(client.settings.update({ requestId: aRequest(), till: { sounds: false } }))).toBe(
      'NotAllowed',
    );
    await client.staff.lock();
    expect(await codeOf(client.till.today({ limit: 10 }))).toBe('Locked');
    for (let time = 0; time < 5; time += 1)
      await client.staff.signIn({ staffId: owner, pin: '1357' }).catch(() => undefined);
    expect(await codeOf(client.staff.signIn({ staffId: owner, pin: '8351' }))).toBe('PinWait');
    await client.training.leave();
    // The shop counted them: a training is no second lot of guesses.
    expect(await codeOf(client.staff.signIn({ staffId: owner, pin: '8351' }))).toBe('PinWait');
    expect((await client.staff.door()).signedIn).toBeNull();
    expect(await codeOf(client.till.today({ limit: 10 }))).toBe('Locked');
    await client.training.enter();
    expect(await codeOf(client.staff.signIn({ staffId: owner, pin: '8351' }))).toBe('PinWait');
    await client.training.leave();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    expect((await client.staff.door()).signedIn).toMatchObject({ staffId: eetu });
  }, 120_000);
});
