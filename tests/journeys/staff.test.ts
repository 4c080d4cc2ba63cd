import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import {
  openByName,
  receiptOf,
  type StockedCafe,
  scanCard,
  searchBox,
  stockCafe,
  typeByHand,
} from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

interface Cafe extends StockedCafe {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
}

const ownerPin = '8351';
const eetuPin = '6294';

const openCafe = async (): Promise<Cafe> => {
  const opened = await openShop(stockCafe);
  app = opened;
  await searchBox(opened.page).waitFor();
  return { ...opened, ...opened.told };
};

interface StaffedCafe extends Cafe {
  readonly owner: number;
  readonly eetu: number;
}

/** The café with PINs: the owner is signed in on the page, and Eetu works at the till. */
const openStaffedCafe = async (): Promise<StaffedCafe> => {
  const cafe = await openCafe();
  const { client } = cafe.host;
  const owner = (await client.staff.door()).people[0]?.staffId ?? 0;
  await client.staff.setPin({ staffId: owner, pin: ownerPin });
  const requestId = crypto.randomUUID();
  const { people } = await client.staff.add({ requestId, name: 'Eetu', role: 'staff', pin: eetuPin });
  const eetu = people.find(({ name }) => name === 'Eetu')?.staffId ?? 0;
  await cafe.page.reload();
  await cafe.page.getByRole('button', { name: 'Lock' }).waitFor();
  await searchBox(cafe.page).waitFor();
  return { ...cafe, owner, eetu };
};

const lockedFor = (page: Page, name: string) => page.getByRole('heading', { name: `PIN for ${name}` });

/** Locks with F12 and waits for the pad of whoever was signed in. */
const lock = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('F12');
  await lockedFor(page, name).waitFor();
};

const typeNewPin = async (page: Page, pin: string, name: string): Promise<void> => {
  await page.getByRole('heading', { name: `New PIN for ${name}` }).waitFor();
  await typeByHand(page, pin);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The same PIN once more' }).waitFor();
  await typeByHand(page, pin);
  await page.keyboard.press('Enter');
};

describe('PINs', () => {
  it('are switched on by the owner, with a sheet to print, and given to somebody new', async () => {
    const { page, host, complaints } = await openCafe();
    await page.goto(`${host.url}#/settings/staff`);
    await page.getByRole('button', { name: 'Set the owner’s PIN' }).click();
    await page.getByRole('heading', { name: 'New PIN for Owner' }).waitFor();
    await typeByHand(page, '1984');
    await page.keyboard.press('Enter');
    await page.getByText('it is too easy to guess').waitFor();
    await typeNewPin(page, ownerPin, 'Owner');

    await page.getByRole('heading', { name: 'Print the recovery sheet' }).waitFor();
    await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have printed it' }).click();

    await page.getByRole('button', { name: 'Add person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Eetu');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next: PIN' }).click();
    await typeNewPin(page, eetuPin, 'Eetu');
    await page.getByRole('button', { name: 'Eetu', exact: true }).waitFor();

    await lock(page, 'Owner');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /Eetu/ }).click();
    await lockedFor(page, 'Eetu').waitFor();
    await typeByHand(page, eetuPin);
    await searchBox(page).waitFor();
    expect(await page.getByRole('link', { name: 'Month' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    // Whoever works at the till backs up, and restores, sets and locks nothing.
    await page.getByRole('link', { name: 'Backup' }).click();
    await page.getByRole('heading', { name: 'Last proven restore' }).waitFor();
    for (const name of ['Restore', 'Set a passphrase'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Reminder' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('that are wrong five times make one wait, and the right one as well', async () => {
    const { page } = await openStaffedCafe();
    await lock(page, 'Owner');
    for (const said of [
      '4 more tries',
      '3 more tries',
      '2 more tries',
      '1 more try',
      'short wait after each',
    ]) {
      await typeByHand(page, '5183');
      await page.getByText(said).waitFor();
    }
    await typeByHand(page, ownerPin);
    await page.getByText('Too many wrong PINs').waitFor();
    expect(await searchBox(page).count()).toBe(0);
    // Somebody else does not have to wait.
    await page.keyboard.press('ArrowDown');
    await lockedFor(page, 'Eetu').waitFor();
    await typeByHand(page, eetuPin);
    await searchBox(page).waitFor();
  });

  it('are set anew by the owner with the printed code', async () => {
    const { page, host } = await openStaffedCafe();
    const { recoveryCode } = await host.client.staff.newRecoveryCode();
    await lock(page, 'Owner');
    await page.getByRole('button', { name: 'Owner’s PIN forgotten?' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(recoveryCode.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New PIN, 4 to 8 digits' }).waitFor();
    await typeByHand(page, '903172');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The same PIN once more' }).waitFor();
    await typeByHand(page, '903172');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Print the recovery sheet' }).waitFor();
    await page.getByRole('button', { name: 'I have printed it' }).click();
    await searchBox(page).waitFor();
    await lock(page, 'Owner');
    await typeByHand(page, '903172');
    await searchBox(page).waitFor();
  });
});

describe('the locked screen', () => {
  it('says nothing of customers, and keeps the open check-in for the next person', async () => {
    const { page, host, aino } = await openStaffedCafe();
    await openByName(page, 'aino', 'Aino Mäkelä');
    await typeByHand(page, '480');
    await lock(page, 'Owner');
    expect(await page.locator('body').innerText()).not.toContain('Aino');
    // Keys of the till do nothing while it is locked.
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await lockedFor(page, 'Eetu').waitFor();
    await typeByHand(page, eetuPin);
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await page.keyboard.press('Enter');
    await receiptOf(page, 'Aino Mäkelä').waitFor();
    const { entries } = await host.client.customers.timeline({ customerId: aino });
    expect(entries.filter(({ kind }) => kind === 'visit')).toMatchObject([
      { amount: 480, staffName: 'Eetu' },
    ]);
  });

  it('opens by staff card, which also changes people at the till', async () => {
    const { page, host, owner, eetu } = await openStaffedCafe();
    const { code } = await host.client.staff.newBadge({ staffId: eetu });
    const own = await host.client.staff.newBadge({ staffId: owner });
    await lock(page, 'Owner');
    await scanCard(page, code);
    await searchBox(page).waitFor();
    await page.getByRole('button', { name: 'Eetu Lock' }).waitFor();
    await openByName(page, 'aino', 'Aino Mäkelä');
    await scanCard(page, own.code);
    await page.getByRole('button', { name: 'Owner Lock' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Aino Mäkelä' }).waitFor();
    await host.client.staff.newBadge({ staffId: eetu });
    await scanCard(page, code);
    await lockedFor(page, 'Owner').waitFor();
  });

  it('comes by itself when nobody touches anything', async () => {
    const { page, host } = await openStaffedCafe();
    await page.clock.install();
    await host.client.settings.update({ requestId: crypto.randomUUID(), till: { lockMinutes: 1 } });
    await page.reload();
    await searchBox(page).waitFor();
    // The clock also goes on by itself, on a busy computer for some seconds.
    await page.clock.runFor(30_000);
    expect(await searchBox(page).count()).toBe(1);
    await page.clock.runFor(40_000);
    await lockedFor(page, 'Owner').waitFor();
  });
});

describe('approval in place', () => {
  it('lets staff undo a check-in of somebody else, who stays signed in', async () => {
    const { page, host, aino } = await openStaffedCafe();
    await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId: aino, amount: 480 });
    await lock(page, 'Owner');
    await page.keyboard.press('ArrowDown');
    await lockedFor(page, 'Eetu').waitFor();
    await typeByHand(page, eetuPin);
    await searchBox(page).waitFor();
    await page.getByText('Aino Mäkelä').first().waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('dialog', { name: 'Approval needed' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await typeByHand(page, '5183');
    await page.getByText('That is not the right PIN').waitFor();
    await typeByHand(page, ownerPin);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(async () => (await host.client.till.today()).visits[0]?.state).toBe('undone');
    await page.getByRole('button', { name: 'Eetu Lock' }).waitFor();
  });

  it('that is not given leaves everything as it is', async () => {
    const { page, host, aino } = await openStaffedCafe();
    await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId: aino, amount: 480 });
    await host.client.staff.signIn({
      staffId: (await host.client.staff.door()).people.find(({ name }) => name === 'Eetu')?.staffId ?? 0,
      pin: eetuPin,
    });
    await page.reload();
    await searchBox(page).waitFor();
    await page.getByText('Aino Mäkelä').first().waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('dialog', { name: 'Approval needed' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await host.client.till.today()).visits).toMatchObject([{ state: 'done' }]);
  });
});

describe('the log', () => {
  it('shows the owner what was done and what stands out, by bounds of their own, and nothing of it to a manager', async () => {
    const { page, host, owner, aino, complaints } = await openStaffedCafe();
    const { client } = host;
    await page.goto(`${host.url}#/settings/staff`);
    await page.getByRole('button', { name: 'Owner', exact: true }).click();
    await page.getByRole('combobox', { name: 'Is a customer too' }).fill('aino');
    await page.getByRole('option', { name: /Aino Mäkelä/ }).click();
    await page.getByRole('button', { name: 'Remove: Aino Mäkelä' }).waitFor();

    await client.till.checkIn({ requestId: crypto.randomUUID(), customerId: aino, amount: 960 });
    await page.goto(`${host.url}#/settings/log`);
    await page.getByRole('row', { name: /Owner.*Check-in.*Aino Mäkelä/ }).waitFor();
    await page.getByText(/entries, as they were written/).waitFor();
    await page.getByText('Worth a look').click();
    await page.getByRole('row', { name: /Check-in.*one’s own card/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'What stands out' }).click();
    await page.getByRole('textbox', { name: 'Points given by hand: more on a day than' }).fill('0');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('By day').click();
    await page.getByRole('row', { name: /Points given by hand a day: 5 → 0/ }).waitFor();
    expect(complaints).toEqual([]);

    const { people } = await client.staff.add({
      ...{ requestId: crypto.randomUUID(), name: 'Oona', role: 'manager', pin: '7316' },
    });
    const oona = people.find(({ name }) => name === 'Oona')?.staffId ?? 0;
    await client.staff.signIn({ staffId: oona, pin: '7316' });
    await page.reload();
    await page.getByRole('link', { name: 'Staff', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Log', exact: true }).count()).toBe(0);
    expect((await client.staff.door()).signedIn?.staffId).not.toBe(owner);
  });
});
