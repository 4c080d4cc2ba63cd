import { afterEach, describe, expect, it } from 'vitest';
import { qrPath } from '#renderer/src/screens/customers/qr-path.ts';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';
import { searchBox } from '#tests/support/till-page.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Somebody who may be called and written to, to whom something was promised for today. */
async function aPromise(host: RunningHost): Promise<void> {
  const { client } = host;
  await setUpCafe(host);
  const { id } = await client.customers.create({
    requestId: crypto.randomUUID(),
    name: 'Aino Mäkelä',
    phone: '040 123 4567',
    consents: [{ purpose: 'contact', granted: true }],
  });
  const { day } = await client.followUps.list();
  const { currentStaffId } = await client.settings.get();
  await client.followUps.promise({
    requestId: crypto.randomUUID(),
    customerId: id,
    text: 'A call about the cold coffee',
    dueDay: day,
    ownerId: currentStaffId,
  });
  await client.followUps.make();
}

describe('a playbook', () => {
  it('is changed, said to somebody, scanned, copied and printed', async () => {
    app = await openApp({ prepare: aPromise });
    const { page, host, complaints } = app;
    if (host === null) throw new Error('this journey needs the host');
    await searchBox(page).waitFor();
    await page.goto(`${host.url}#/playbooks`);
    await page.getByRole('link', { name: /^At risk, valuable\. Call in person\. Offer: lunch\./ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByRole('link', { name: /^A promise is due/ }).click();
    const onThePhone = page.getByRole('textbox', { name: 'On the phone' });
    await onThePhone.fill('Hello {nmae}!');
    await page.getByText('{nmae} is nothing that can be filled in.').waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    await onThePhone.fill('Good morning[, {name}], {shop} here.[ About this: {promise}.]');
    await page
      .getByText('Good morning, Aino, Kulma here. About this: A call about the cold coffee.')
      .waitFor();
    await page.getByText('Good morning, Kulma here.', { exact: true }).waitFor();
    // By keyboard: the focus goes along with the way that is moved, to the end and no further.
    const ways = page.getByRole('list', { name: 'Try these ways in order' }).getByRole('listitem');
    const order = async () => (await ways.allInnerTexts()).map((text) => text.replace(/[\d\s]+/, '')).join();
    await expect.poll(order).toBe('Call,Text,E-mail,Post,In person');
    await page.getByRole('button', { name: 'E-mail later' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(order).toBe('Call,Text,Post,E-mail,In person');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(order).toBe('Call,Text,Post,In person,E-mail');
    await page.getByRole('button', { name: 'Text earlier' }).click();
    await expect.poll(order).toBe('Text,Call,Post,In person,E-mail');
    await page.getByText('Text is number 1 of 5 now.').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Call earlier' }).click();
    await expect.poll(order).toBe('Call,Text,Post,In person,E-mail');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Back to the preset' }).waitFor();
    await page.getByText(/^Changed /).waitFor();

    await page.goto(`${host.url}#/follow-ups`);
    const words = 'Good morning, Aino, Kulma here. About this: A call about the cold coffee.';
    await page.getByText(words).waitFor();
    const scan = page.locator('figure[data-address]');
    await expect.poll(() => scan.getAttribute('data-address')).toBe('tel:+358401234567');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await expect
      .poll(() => scan.getAttribute('data-address'))
      .toMatch(/^sms:\+358401234567\?body=Hello%20Aino/);
    // What is drawn is what the address says, sign by sign.
    const address = (await scan.getAttribute('data-address')) ?? '';
    expect(await scan.locator('path').getAttribute('d')).toBe(qrPath(address).path);
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Add: lunch' }).click();
    await page.getByText(/^Added: lunch\. Voucher /).waitFor();
    await page.getByText(/And lunch is on us next time\./).waitFor();
    await expect.poll(() => scan.getAttribute('data-address')).toContain('lunch');
    expect((await host.client.vouchers.list({ state: 'usable' })).total).toBe(1);

    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async (text: string) => Object.assign(globalThis, { copiedText: text }),
      });
      Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) });
    });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied.', { exact: true }).waitFor();
    const copied = await page.evaluate(() => (globalThis as { copiedText?: string }).copiedText);
    expect(copied).toContain('lunch is on us');

    await page.getByRole('button', { name: 'Print list' }).click();
    await page.getByRole('heading', { name: /^Follow-ups, / }).waitFor();
    await page.getByRole('rowheader', { name: /Aino Mäkelä/ }).waitFor();
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as { printed?: boolean }).printed === true))
      .toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^follow-ups-\d{4}-\d\d-\d\d\.csv$/);
    await page.getByText('Labels', { exact: true }).click();
    await page.getByText(/^Postal addresses are not kept/).waitFor();

    // What came of it stands beside the playbook, in the version that was followed.
    await page.goto(`${host.url}#/follow-ups`);
    await page.getByRole('button', { name: /^Reached, sorted/ }).click();
    await page.getByText('Aino Mäkelä: reached.').waitFor();
    await page.goto(`${host.url}#/playbooks`);
    await page.getByRole('link', { name: /^A promise is due.*1 person heard from you by it\./ }).click();
    await page.getByRole('heading', { name: 'What came of it' }).waitFor();
    await page.getByText('Nobody’s 30 days are over yet: too early to say.').waitFor();
    await page.getByText('How it went: Reached, sorted 1').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
