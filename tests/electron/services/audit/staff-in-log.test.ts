import { describe, expect, it } from 'vitest';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { addPerson, withPins, wrongCards } from '../../rpc/staff-calls.ts';
import { watchedLog } from '../../rpc/watched-log.ts';

const pin = '6294';

describe('the log of who was there', () => {
  it('holds signing in and out, PINs, cards, codes and approvals, each under the right name', {
    timeout: 90_000,
  }, async () => {
    const { client } = await anAppWithCafe();
    const { owner, recoveryCode } = await withPins(client);
    const eetu = await addPerson(client, { name: 'Eetu', role: 'staff', pin });
    const { code } = await client.staff.newBadge({ staffId: eetu });
    await client.staff.change({ requestId: aRequest(), staffId: eetu, role: 'manager' });
    await client.staff.change({ requestId: aRequest(), staffId: eetu, role: 'staff' });
    await client.staff.lock();
    await client.staff.signIn({ staffId: eetu, pin: '7316' }).catch(() => undefined);
    await client.staff.signInWithBadge({ codes: [code] });
    await client.staff.changeOwnPin({ current: pin, pin: '7316' });
    const item = { requestId: aRequest(), name: 'Tea', category: '', price: 300, active: true };
    const asked: unknown = await client.items
      .create({ ...item, quickPosition: null })
      .catch((error: unknown) => error);
    const { askId } = (asked as { data: { askId: string } }).data;
    await client.staff.approve({ askId, staffId: owner, pin: '9999' }).catch(() => undefined);
    await client.staff.approve({ askId, staffId: owner, pin: '8351' });
    await client.items.create({ ...item, quickPosition: null });
    await client.staff.lock();
    await client.staff.recover({ code: recoveryCode, pin: '4837' });
    const { entries } = await client.audit.day({});
    const line = ({ kind, staffName, aboutName, isRefused, approvedBy }: (typeof entries)[number]) =>
      [isRefused ? `${kind} refused` : kind, staffName, aboutName, approvedBy].join(' ').trimEnd();
    expect(entries.map(line).toReversed()).toEqual([
      ...[
        'settings Owner',
        'pin Owner',
        'recovery Owner',
        'signIn Owner',
        'staff Owner Eetu',
        'staffCard Owner Eetu',
      ],
      ...[
        'staff Owner Eetu',
        'staff Owner Eetu',
        'lock Owner',
        'signIn refused  Eetu',
        'signIn Eetu',
        'pin Eetu',
      ],
      ...[
        // The wrong PIN stays; that it was asked for and allowed is told by the item, with both names.
        'approval refused Eetu Owner',
        'item Eetu  Owner',
        'lock Eetu',
      ],
      ...['recovery Owner', 'recovery Owner', 'signIn Owner'],
    ]);
    expect(
      entries.find(({ changes }) => changes[0]?.field === 'role' && changes[0]?.after === 'manager'),
    ).toMatchObject({
      changes: [{ field: 'role', before: 'staff', after: 'manager' }],
    });
    expect(JSON.stringify(entries)).not.toMatch(/6294|7316|8351|4837/);
    expect(await client.audit.verify()).toMatchObject({ broken: null });
  });

  it('holds what was set beside the file, without its secrets, and stops listening to a flood of wrong cards', async () => {
    const { client, dataDir } = await anAppWithCafe();
    await client.backups.setPreferences({ reminderDays: 5 });
    await client.backups.setPassphrase({ passphrase: 'six words of a very long song', hint: 'the song' });
    const { entries } = await client.audit.day({});
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'backup', changes: [{ field: 'passphrase', before: '–', after: '2026-03-10' }] },
      { kind: 'backup', changes: [{ field: 'reminderDays', before: '3', after: '5' }] },
    ]);
    expect(JSON.stringify(entries)).not.toContain('song');
    const log = watchedLog(dataDir);
    await wrongCards(client);
    await wrongCards(client);
    expect(log.count('staff.signInWithBadge')).toBe(20);
  });
});

describe('what is worth a look', () => {
  it('is listed for thirty days, by the owner’s own bounds, with one’s own card among it', async () => {
    const { client, clock } = await anAppWithCafe();
    const { owner } = await withPins(client);
    const own = (await client.customers.create({ requestId: aRequest(), name: 'Mira' })).id;
    const other = (await client.customers.create({ requestId: aRequest(), name: 'M. Koskela' })).id;
    const named = { requestId: aRequest(), staffId: owner, customerId: other };
    expect((await client.staff.change(named)).people).toMatchObject([
      { customer: { customerId: other, name: 'M. Koskela' } },
    ]);
    await client.customers.merge({ requestId: aRequest(), keepId: own, mergeId: other });
    expect((await client.staff.list()).people).toMatchObject([
      { customer: { customerId: own, name: 'Mira' } },
    ]);
    await client.till.checkIn({ requestId: aRequest(), customerId: own, amount: 480 });
    await client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 480 });
    const found = async () => {
      const { entries } = await client.audit.unusual();
      return entries.map(({ kind, unusual }) => `${kind} ${unusual}`).sort();
    };
    expect(await found()).toEqual(['checkIn ownCard', 'merge merge']);
    const { unitId } = await pointsUnit(client);
    const adjust = { customerId: other, unitId, change: 5, reason: 'Paper card' };
    const stranger = (await client.customers.create({ requestId: aRequest(), name: 'Eero' })).id;
    await client.loyalty.adjust({ ...adjust, requestId: aRequest(), customerId: stranger });
    expect(await found()).toHaveLength(2);
    const bounds = { adjustments: 0, burst: 3, burstMinutes: 10, undoMinutes: 60 };
    await client.audit.setThresholds({ requestId: aRequest(), ...bounds });
    expect(await found()).toEqual(['checkIn ownCard', 'merge merge', 'points manyAdjustments']);
    clock.pass(31 * 24 * 60);
    expect(await client.audit.unusual()).toMatchObject({ total: 0, entries: [], thresholds: bounds });
    await client.staff.signIn({ staffId: owner, pin: '8351' });
    await client.privacy.erase({ requestId: aRequest(), customerId: own });
    expect((await client.staff.list()).people).toMatchObject([{ customer: null }]);
  });
});

async function pointsUnit(client: Awaited<ReturnType<typeof anAppWithCafe>>['client']) {
  const { rules } = await client.loyalty.programme();
  return { unitId: rules.pointsUnitId };
}
