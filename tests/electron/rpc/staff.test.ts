import { readdirSync, readFileSync } from 'node:fs';
import { ORPCError } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { aStaffedCafe } from '#tests/support/busy-cafe.ts';
import { aRequest } from '#tests/support/shop.ts';
import { addPerson, goodPin, ownerId, withPins } from './staff-calls.ts';

const refusalOf = (answer: Promise<unknown>): Promise<ORPCError<string, Record<string, unknown>>> =>
  answer.then(
    () => {
      throw new Error('it went through');
    },
    (error: unknown) => {
      if (error instanceof ORPCError) return error;
      throw error;
    },
  );

const anItem = (name: string) => ({
  ...{ requestId: aRequest(), name, category: '', price: 300, active: true, quickPosition: null },
});

/** A café where Mira (owner), Oona (manager) and Eetu (staff) sign in; the owner is. */
async function aCafeOfThree() {
  const { ids, ...running } = await aStaffedCafe();
  return { ...running, owner: ids.owner, oona: ids.manager, eetu: ids.staff };
}

describe('a shop without PINs', () => {
  it('asks nobody: everything is the owner’s', async () => {
    const { client } = await anAppWithCafe();
    const owner = await ownerId(client);
    expect(await client.staff.door()).toMatchObject({ pinsOn: false, signedIn: null });
    expect((await client.settings.get()).currentStaffId).toBe(owner);
    await client.items.create(anItem('Tea'));
    expect(await client.staff.lock()).toMatchObject({ pinsOn: false, signedIn: null });
    await client.items.create(anItem('Coffee'));
    expect((await client.items.list()).items).toHaveLength(2);
  });
});

describe('signing in', () => {
  it('begins with the owner’s PIN, which signs them in and comes with a recovery code', async () => {
    const { client } = await anAppWithCafe();
    const { owner, recoveryCode } = await withPins(client);
    expect(recoveryCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    expect(await client.staff.door()).toMatchObject({
      pinsOn: true,
      signedIn: { staffId: owner, role: 'owner', undoAll: true, giveLimit: null },
      people: [{ staffId: owner, digits: 4, badge: false }],
    });
  });

  it('is by PIN, and what is then written carries that name', async () => {
    const { client, eetu, oona, clock } = await aCafeOfThree();
    clock.pass(1);
    const door = await client.staff.signIn({ staffId: eetu, pin: '6294' });
    expect(door).toMatchObject({ signedIn: { name: 'Eetu', role: 'staff' }, lastStaffId: eetu });
    expect(door.people.find(({ staffId }) => staffId === eetu)).toMatchObject({ onDuty: true });
    expect(door.people.find(({ staffId }) => staffId === oona)).toMatchObject({ onDuty: false });
    const { visitId } = await client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 300 });
    expect((await client.settings.get()).currentStaffId).toBe(eetu);
    const today = await client.till.today();
    expect(today.visits.find((visit) => visit.visitId === visitId)).toBeDefined();
    const aino = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await client.customers.addNote({ requestId: aRequest(), customerId: aino.id, text: 'Window seat' });
    const { entries } = await client.customers.timeline({ customerId: aino.id, kind: 'notes' });
    expect(entries).toMatchObject([{ kind: 'note', staffName: 'Eetu' }]);
  });

  it('is by staff card too, until a new card or none takes its place', async () => {
    const { client, eetu } = await aCafeOfThree();
    const first = await client.staff.newBadge({ staffId: eetu });
    const { code } = await client.staff.newBadge({ staffId: eetu });
    expect(code).toMatch(/^STAFF[0-9A-Z]{15}$/);
    await client.staff.lock();
    expect(await refusalOf(client.staff.signInWithBadge({ codes: [first.code] }))).toMatchObject({
      code: 'CodeWrong',
    });
    const door = await client.staff.signInWithBadge({ codes: ['290100000425', code] });
    expect(door).toMatchObject({ signedIn: { name: 'Eetu' } });
    await client.staff.signIn({ staffId: (await ownerId(client)) ?? 0, pin: goodPin });
    expect(await client.staff.removeBadge({ requestId: aRequest(), staffId: eetu })).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ name: 'Eetu', badge: false })]),
    });
    expect(await refusalOf(client.staff.signInWithBadge({ codes: [code] }))).toMatchObject({
      code: 'CodeWrong',
    });
  });

  it('is by the printed code for an owner who forgot the PIN; the code works once', async () => {
    const { client, recoveryCode, owner } = await aCafeOfThree();
    await client.staff.lock();
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const recovered = await client.staff.recover({ code: typed, pin: '9027' });
    expect(recovered.door).toMatchObject({ signedIn: { staffId: owner } });
    expect(recovered.recoveryCode).not.toBe(recoveryCode);
    await client.staff.lock();
    expect(await refusalOf(client.staff.recover({ code: recoveryCode, pin: '5183' }))).toMatchObject({
      code: 'CodeWrong',
    });
    expect(await refusalOf(client.staff.signIn({ staffId: owner, pin: goodPin }))).toMatchObject({
      code: 'PinWrong',
    });
    expect(await client.staff.signIn({ staffId: owner, pin: '9027' })).toMatchObject({ pinsOn: true });
    const made = await client.staff.newRecoveryCode();
    expect(made.recoveryCode).not.toBe(recovered.recoveryCode);
  });

  it('waits after five wrong PINs, also for the right one, and in a program that was started anew', async () => {
    const { client, eetu, dataDir, app, clock } = await aCafeOfThree();
    await client.staff.lock();
    for (const left of [4, 3, 2, 1, 0]) {
      const wrong = await refusalOf(client.staff.signIn({ staffId: eetu, pin: '5183' }));
      expect(wrong).toMatchObject({ code: 'PinWrong', data: { left } });
    }
    const waiting = { code: 'PinWait', data: { seconds: 30 } };
    expect(await refusalOf(client.staff.signIn({ staffId: eetu, pin: '6294' }))).toMatchObject(waiting);
    await app.close();
    const again = await anApp({ dataDir, clock });
    expect(await refusalOf(again.client.staff.signIn({ staffId: eetu, pin: '6294' }))).toMatchObject(waiting);
    clock.pass(0.5);
    expect(await again.client.staff.signIn({ staffId: eetu, pin: '6294' })).toMatchObject({
      signedIn: { name: 'Eetu' },
    });
  });

  it('counts many guesses at once as many, not as one', async () => {
    const { client, eetu } = await aCafeOfThree();
    await client.staff.lock();
    const guesses = Array.from({ length: 12 }, (_, index) =>
      refusalOf(client.staff.signIn({ staffId: eetu, pin: String(5_000 + index) })),
    );
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'PinWrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'PinWait')).toHaveLength(7);
  });

  it('refuses somebody unknown, somebody without a PIN and a wrong PIN in the same words', async () => {
    const { client, eetu } = await aCafeOfThree();
    await client.staff.add({ requestId: aRequest(), name: 'Selin', role: 'staff', pin: null });
    const selin = (await client.staff.door()).people.find(({ name }) => name === 'Selin')?.staffId ?? 0;
    const wrong = { code: 'PinWrong', data: { left: 4 } };
    expect(await refusalOf(client.staff.signIn({ staffId: 999, pin: '6294' }))).toMatchObject(wrong);
    expect(await refusalOf(client.staff.signIn({ staffId: selin, pin: '6294' }))).toMatchObject(wrong);
    expect(await refusalOf(client.staff.signIn({ staffId: eetu, pin: '5183' }))).toMatchObject(wrong);
  });
});

describe('a PIN', () => {
  it('is refused in the same words when it is weak and when somebody has it', async () => {
    const { client, oona } = await aCafeOfThree();
    const weak = await refusalOf(client.staff.setPin({ staffId: oona, pin: '2580' }));
    const taken = await refusalOf(client.staff.setPin({ staffId: oona, pin: '6294' }));
    expect(weak.toJSON()).toEqual(taken.toJSON());
    expect(weak).toMatchObject({ code: 'PinNotUsable' });
  });

  it('is changed by who has it, proven by the old one', async () => {
    const { client, eetu } = await aCafeOfThree();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    await client.staff.changeOwnPin({ current: '6294', pin: '5183' });
    await client.staff.lock();
    expect(await refusalOf(client.staff.signIn({ staffId: eetu, pin: '6294' }))).toMatchObject({
      code: 'PinWrong',
    });
    await client.staff.signIn({ staffId: eetu, pin: '5183' });
  });

  it('is nowhere in the file, nor is a card or a recovery code', async () => {
    const { client, dataDir, app, eetu, recoveryCode } = await aCafeOfThree();
    const { code } = await client.staff.newBadge({ staffId: eetu });
    await app.close();
    const bytes = readdirSync(dataDir)
      .filter((name) => name.startsWith('shop.sqlite'))
      .map((name) => readFileSync(`${dataDir}/${name}`, 'latin1'))
      .join('');
    expect(bytes).not.toContain(code);
    expect(bytes).not.toContain(recoveryCode);
    expect(bytes).not.toContain(recoveryCode.replaceAll('-', ''));
  });

  it('can be switched off again where one person works', async () => {
    const { client } = await anAppWithCafe();
    await withPins(client);
    expect(await client.staff.turnPinsOff()).toMatchObject({ pinsOn: false, signedIn: null });
    await client.items.create(anItem('Tea'));
  });
});

describe('approval in place', () => {
  it('allows just the one call, once, in the name of who asked and of who allowed it', async () => {
    const { client, eetu, oona } = await aCafeOfThree();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    const tea = anItem('Tea');
    const refused = await refusalOf(client.items.create(tea));
    expect(refused).toMatchObject({ code: 'ApprovalNeeded', defined: true, data: { by: 'manager' } });
    const askId = String(refused.data.askId);
    expect(await client.staff.approve({ askId, staffId: oona, pin: '7316' })).toEqual({ approved: true });
    expect((await client.staff.door()).signedIn).toMatchObject({ name: 'Eetu' });
    expect(await refusalOf(client.items.create({ ...tea, price: 30 }))).toMatchObject({
      code: 'ApprovalNeeded',
    });
    await client.items.create(tea);
    expect(await refusalOf(client.items.create(tea))).toMatchObject({ code: 'ApprovalNeeded' });
    expect(await refusalOf(client.staff.approve({ askId, staffId: oona, pin: '7316' }))).toMatchObject({
      code: 'ApprovalGone',
    });
    expect((await client.items.list()).items).toHaveLength(1);
  });

  it('is not given by somebody of the same role, nor later than a minute', async () => {
    const { client, eetu, oona, clock } = await aCafeOfThree();
    const selin = await addPerson(client, { name: 'Selin', role: 'staff', pin: '9027' });
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    const tea = anItem('Tea');
    const ask = async () => String((await refusalOf(client.items.create(tea))).data.askId);
    expect(
      await refusalOf(client.staff.approve({ askId: await ask(), staffId: selin, pin: '9027' })),
    ).toMatchObject({ code: 'NotAllowed' });
    await client.staff.approve({ askId: await ask(), staffId: oona, pin: '7316' });
    clock.pass(1.1);
    expect(await refusalOf(client.items.create(tea))).toMatchObject({ code: 'ApprovalNeeded' });
  });

  it('is needed for check-ins of others and for giving more than one may', async () => {
    const { client, eetu, owner, oona } = await aCafeOfThree();
    const checkIn = () => client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 300 });
    const others = await checkIn();
    const aino = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    const own = await checkIn();
    await client.till.undo({ requestId: aRequest(), visitId: own.visitId });
    const undo = { requestId: aRequest(), visitId: others.visitId };
    const refused = await refusalOf(client.till.undo(undo));
    expect(refused).toMatchObject({ code: 'ApprovalNeeded', defined: true });
    await client.staff.approve({ askId: String(refused.data.askId), staffId: oona, pin: '7316' });
    expect(await client.till.undo(undo)).toMatchObject({ undoneVisitId: others.visitId });

    const give = (cost: number) =>
      client.vouchers.issue({
        requestId: aRequest(),
        customerId: aino.id,
        kind: 'recovery',
        name: 'Cake on us',
        benefit: { kind: 'thing' },
        cost,
        expiresDay: '2026-12-31',
      });
    await give(1_500);
    expect(await refusalOf(give(1_501))).toMatchObject({ code: 'ApprovalNeeded' });
    await client.staff.signIn({ staffId: owner, pin: goodPin });
    await client.staff.change({ requestId: aRequest(), staffId: eetu, giveLimit: null, undoAll: true });
    const late = await checkIn();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    await give(9_999);
    await client.till.undo({ requestId: aRequest(), visitId: late.visitId });
  });
});

describe('people', () => {
  it('leave with their PIN and card; their name stays on what they wrote, and they can come back', async () => {
    const { client, eetu, owner } = await aCafeOfThree();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    const aino = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await client.customers.addNote({ requestId: aRequest(), customerId: aino.id, text: 'Window seat' });
    await client.staff.signIn({ staffId: owner, pin: goodPin });
    const { people } = await client.staff.change({ requestId: aRequest(), staffId: eetu, active: false });
    expect(people.find(({ staffId }) => staffId === eetu)).toMatchObject({
      active: false,
      hasPin: false,
      leftAt: expect.any(Number),
    });
    expect((await client.staff.door()).people.map(({ name }) => name)).not.toContain('Eetu');
    const { entries } = await client.customers.timeline({ customerId: aino.id, kind: 'notes' });
    expect(entries).toMatchObject([{ staffName: 'Eetu' }]);
    await client.staff.change({ requestId: aRequest(), staffId: eetu, active: true });
    await client.staff.setPin({ staffId: eetu, pin: '6294' });
    expect(await client.staff.signIn({ staffId: eetu, pin: '6294' })).toMatchObject({
      signedIn: { name: 'Eetu' },
    });
  });

  it('are signed out on the spot when they leave', async () => {
    const { client, eetu, app } = await aCafeOfThree();
    await client.staff.signIn({ staffId: eetu, pin: '6294' });
    const program = createRouterClient(app.router, { context: app.context(null) });
    await program.staff.change({ requestId: aRequest(), staffId: eetu, active: false });
    expect(await refusalOf(client.till.today())).toMatchObject({ code: 'Locked' });
  });

  it('added twice by the same request are one person', async () => {
    const { client } = await aCafeOfThree();
    const selin = { requestId: aRequest(), name: 'Selin', role: 'staff', pin: '9027' } as const;
    await client.staff.add(selin);
    const { people } = await client.staff.add(selin);
    expect(people.filter(({ name }) => name === 'Selin')).toHaveLength(1);
  });
});
