import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop as openFilled } from '#tests/support/open-shop.ts';
import { cafeWith } from '#tests/support/shop-on-host.ts';
import type { RunningHost } from '#tests/support/start-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

interface Shop {
  readonly page: Page;
  readonly host: RunningHost;
  readonly complaints: readonly string[];
  readonly ids: readonly number[];
}

const request = () => crypto.randomUUID();

/** A café that knows these people, opened on the screen of this address. */
const openShop = async (
  names: readonly string[],
  at: (ids: readonly number[]) => string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Shop> => {
  const opened = await openFilled(cafeWith(names), { at, colorScheme });
  app = opened;
  const { page, host, complaints, told } = opened;
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  return { page, host, complaints, ids: told };
};

const list = () => '/customers';
const form = () => '/customers/new';
const profileOf = (ids: readonly number[]) => `/customers/${ids[0]}`;
const manyNames = Array.from({ length: 230 }, (_, index) => `Person ${String(index + 1).padStart(3, '0')}`);

const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('data-row') ?? '-1'));
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true });

/** Types the name into the new form, once the form waits for it. */
const typeName = async (page: Page, name: string): Promise<void> => {
  await nameField(page).waitFor();
  await expect.poll(() => nameField(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(name);
};
const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe('the list of customers', () => {
  it('finds a person by a few letters and Enter, and comes back to the same place', async () => {
    const { page, complaints } = await openShop([...manyNames, 'Yıldırım Öz'], list);
    await page.getByText('231 people').waitFor();
    await page.keyboard.type('yildi');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('Yıldırım Öz');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => focusedRow(page)).toBe(0);
    expect(await page.getByLabel('Name, phone or card').inputValue()).toBe('yildi');
    expect(complaints).toEqual([]);
  });

  it('is walked through with the keys, across its pages, while only the rows in view exist', async () => {
    const { page } = await openShop(manyNames, list);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByRole('row', { name: /Person 001/ }).waitFor();
    await page.getByLabel('Name, phone or card').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedRow(page)).toBe(0);
    await page.keyboard.press('End');
    await expect.poll(() => focusedRow(page)).toBe(229);
    await page.getByRole('row', { name: /Person 230/ }).waitFor();
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.locator('tr[data-row]:focus').count()).toBe(1);
    await expect.poll(() => focusedRow(page)).toBeLessThan(224);
    const above = await focusedRow(page);
    expect(above).toBeGreaterThan(200);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedRow(page)).toBe(above - 1);
    expect(await page.locator('tr[data-row]').count()).toBeLessThan(60);
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe(`Person ${above}`);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => focusedRow(page)).toBe(above - 1);
    await page.keyboard.press('Home');
    await expect.poll(() => focusedRow(page)).toBe(0);
    await page.keyboard.press('ArrowUp');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Person 17');
    await expect.poll(() => page.locator('tr[data-row]').count()).toBe(10);
  });

  it('sorts by its heads and filters by its chips', async () => {
    const { page, host, ids } = await openShop(['Aino', 'Eero', 'Noora'], list);
    const [, eero = 0] = ids;
    await host.client.till.checkIn({ requestId: request(), customerId: eero, amount: 480 });
    await page.reload();
    const names = () => page.locator('tr[data-row] a').allInnerTexts();
    await expect.poll(names).toEqual(['Eero', expect.anything(), expect.anything()]);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect.poll(names).toEqual(['Aino', 'Eero', 'Noora']);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect.poll(names).toEqual(['Noora', 'Eero', 'Aino']);
    expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await page.getByRole('button', { name: 'Never came 2' }).click();
    await expect.poll(names).toEqual(['Noora', 'Aino']);
    await page.getByRole('button', { name: 'Complete later 0' }).click();
    await page.getByText('Nobody is on this list').waitFor();
  });

  it('says what will be here and how to begin', async () => {
    const { page } = await openShop([], list);
    await page.getByRole('heading', { name: 'Your regulars will live here' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('F2');
    await expect.poll(() => title(page)).toBe('New customer');
  });
});

describe('a new customer', () => {
  it('is warned about, asked, saved and given a card', async () => {
    const { page, host, complaints } = await openShop(['Aino Mäkelä'], form);
    await typeName(page, 'Aino Makela');
    await page.getByText('Could be the same person').waitFor();
    await nameField(page).fill('Nurcan Aydın');
    await page.getByText('Could be the same person').waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('040 512 4417');
    await page.getByRole('textbox', { name: 'Day', exact: true }).fill('31');
    await page.getByRole('combobox', { name: 'Month', exact: true }).selectOption('4');
    await page.getByRole('combobox', { name: 'Came through' }).fill('aino');
    await page.getByRole('option', { name: 'Aino Mäkelä' }).waitFor();
    await page.keyboard.press('Enter');
    const questions = page.getByRole('group', { name: /keep your visits/ });
    expect(await questions.getByRole('button', { pressed: true }).count()).toBe(0);
    await questions.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('button', { name: 'Save customer' }).click();
    await page.getByText('This date does not exist.').first().waitFor();
    await page.getByRole('textbox', { name: 'Day', exact: true }).fill('30');
    await page.getByRole('button', { name: 'Save customer' }).click();

    await expect.poll(() => title(page)).toBe('Nurcan Aydın');
    const saved = await host.client.customers.list({ search: 'nurcan' });
    const id = saved.rows[0]?.customerId ?? 0;
    const { customer } = await host.client.customers.get({ customerId: id });
    expect(customer).toMatchObject({
      phone: '+358405124417',
      birthday: { day: 30, month: 4, year: null },
      referredByName: 'Aino Mäkelä',
    });
    expect(customer.consents).toEqual([expect.objectContaining({ purpose: 'membership', granted: true })]);
    expect(customer.cards).toHaveLength(1);
    await page.getByText('Came through').waitFor();
    expect(complaints).toEqual([]);
  });

  it('stays a draft when the screen is left', async () => {
    const { page } = await openShop([], form);
    await typeName(page, 'Petri');
    await page.getByText('Unsaved changes are kept on this computer').waitFor();
    await page.getByRole('link', { name: 'Till' }).click();
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByRole('heading', { name: 'Your regulars will live here' }).waitFor();
    await page.keyboard.press('F2');
    await expect.poll(() => title(page)).toBe('New customer');
    await expect.poll(() => nameField(page).inputValue()).toBe('Petri');
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
    await page.getByRole('heading', { name: 'Your regulars will live here' }).waitFor();
    await page.keyboard.press('F2');
    await expect.poll(() => nameField(page).inputValue()).toBe('');
  });

  it('is asked before anything is kept, and not kept after a No', async () => {
    const { page, host } = await openShop([], form);
    await nameField(page).fill('Petri');
    await page.keyboard.press('Enter');
    await page.getByText('Ask the first question before saving').waitFor();
    await page
      .getByRole('group', { name: /keep your visits/ })
      .getByRole('button', { name: 'No' })
      .click();
    await page.getByText('Then nothing of them is kept.').waitFor();
    expect(await page.getByRole('button', { name: 'Save customer' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Throw the draft away' }).click();
    await page.getByRole('heading', { name: 'Your regulars will live here' }).waitFor();
    expect((await host.client.customers.counts()).all).toBe(0);
  });

  it('is told why a phone cannot be saved', async () => {
    const { page } = await openShop([], form);
    await nameField(page).fill('Petri');
    await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('12');
    await page
      .getByRole('group', { name: /keep your visits/ })
      .getByRole('button', { name: 'Yes' })
      .click();
    await page.getByRole('button', { name: 'Save customer' }).click();
    await page.getByText('This is not a phone number: 12.').waitFor();
    await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('');
    await page.getByRole('button', { name: 'Save customer' }).click();
    await expect.poll(() => title(page)).toBe('Petri');
  });
});

describe('a profile', () => {
  it('shows figures, history and notes, and lets answers be given and withdrawn', async () => {
    const { page, host, ids, complaints } = await openShop(['Aino Mäkelä'], profileOf);
    await page.getByText('The first visit is still to come').waitFor();
    await host.client.till.checkIn({ requestId: request(), customerId: ids[0] ?? 0, amount: 900 });
    await page.reload();
    await page.getByText('1 visit in all').waitFor();
    await page.getByText('Visit, €9.00').waitFor();
    await page.getByText(/\+9 points/).waitFor();

    await page.keyboard.press('F4');
    await page.keyboard.type('Likes the table by the window');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Likes the table by the window').waitFor();
    await page.getByRole('button', { name: 'Visits', exact: true }).click();
    await page.getByText('Likes the table by the window').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Notes', exact: true }).click();
    await page.getByText('Likes the table by the window').waitFor();

    const contact = page.getByRole('group', { name: 'Answer to: Contact with offers and news' });
    await contact.getByRole('button', { name: 'Yes' }).click();
    await contact.getByText(/^Yes, .* asked by/).waitFor();
    await contact.getByRole('button', { name: 'No' }).click();
    await contact.getByText(/^No, .* asked by/).waitFor();
    const { customer } = await host.client.customers.get({ customerId: ids[0] ?? 0 });
    expect(customer.consents).toEqual([expect.objectContaining({ purpose: 'contact', granted: false })]);
    expect(complaints).toEqual([]);
  });

  it('is edited, and only what changed is written', async () => {
    const { page, host, ids } = await openShop(['Aino Mäkelä'], profileOf);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Allergy').fill('Hazelnut. Oat milk only');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => title(page)).toBe('Aino Mäkelä');
    await page.getByText('Hazelnut. Oat milk only').waitFor();
    const { customer } = await host.client.customers.get({ customerId: ids[0] ?? 0 });
    expect(customer).toMatchObject({ name: 'Aino Mäkelä', allergy: 'Hazelnut. Oat milk only', phone: null });
  });

  it('leads to the till with this person chosen', async () => {
    const { page } = await openShop(['Aino Mäkelä'], profileOf);
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#/till'));
    await page.getByText('Aino Mäkelä').first().waitFor();
  });
});

describe('the balance', () => {
  it('explains every row, and the rows add up', async () => {
    const { page, host, ids } = await openShop(['Aino Mäkelä'], profileOf);
    const customerId = ids[0] ?? 0;
    for (const amount of [480, 1290, 350]) {
      await host.client.till.checkIn({ requestId: request(), customerId, amount });
    }
    const last = await host.client.till.today({});
    const newest = last.visits[0]?.visitId ?? 0;
    await host.client.till.undo({ requestId: request(), visitId: newest });
    await page.reload();
    await page.getByRole('link', { name: 'Why?' }).click();
    await page.getByText('Points', { exact: true }).first().click();
    await page.getByText('1 point per €1.00 on €4.80, €0.80 carried on.').waitFor();
    await page.getByText('Taken back, because the visit was undone.').waitFor();
    await expect.poll(() => page.getByText('Owner, rules version 1').count()).toBe(4);
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].slice(-2).map((cell) => cell.textContent ?? '')),
      );
    let balance = 0;
    for (const [change = '', after = ''] of rows.toReversed()) {
      balance += Number(change.replace('−', '-').replace('+', ''));
      expect(Number(after)).toBe(balance);
    }
    expect(rows).toHaveLength(4);
  });
});

describe('the member card', () => {
  it('is issued, shown, printed alone in its true size, and blocked', async () => {
    const { page, host, ids, complaints } = await openShop(['Aino Mäkelä'], profileOf);
    await page.getByRole('button', { name: 'Member card' }).click();
    await page.getByText('Issue one of ours and print it').waitFor();
    await page.getByRole('button', { name: 'Issue a new card' }).click();
    await page.getByRole('img', { name: /^QR code of card 29/ }).waitFor();
    const { customer } = await host.client.customers.get({ customerId: ids[0] ?? 0 });
    const code = customer.cards[0]?.code ?? '';

    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Print the card' }).click();
    await page.locator('body[data-printed="yes"]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('main > div > div > div').last().locator('> div');
    const size = await paper.evaluate((card) => {
      const probe = document.createElement('div');
      probe.style.width = '100mm';
      document.body.append(probe);
      const millimetre = probe.getBoundingClientRect().width / 100;
      probe.remove();
      const { width, height } = card.getBoundingClientRect();
      return { width: width / millimetre, height: height / millimetre };
    });
    expect(size.width).toBeCloseTo(85.6, 1);
    expect(size.height).toBeCloseTo(54, 1);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: /^Block card 29/ }).click();
    await page.getByText(/is blocked\. The till refuses it from now on\.$/).waitFor();
    expect(await host.client.till.scan({ candidates: [code] })).toMatchObject({ kind: 'blocked' });
    expect(complaints).toEqual([]);
  });

  it('can be one they hold: a scanner types it into the field', async () => {
    const { page, host, ids } = await openShop(['Aino Mäkelä', 'Eero'], (all) => `/customers/${all[0]}/card`);
    await page.getByLabel('Code on the card').focus();
    for (const key of 'PLUSSA4417') await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.getByText('Card PLUS SA44 17 belongs to Aino Mäkelä now.').waitFor();
    const [aino = 0, eero = 0] = ids;
    expect(await host.client.till.scan({ candidates: ['PLUSSA4417'] })).toMatchObject({ customerId: aino });

    await page.evaluate((id) => {
      location.hash = `/customers/${id}/card`;
    }, eero);
    await page.getByRole('heading', { level: 1, name: 'Eero' }).waitFor();
    await page.getByLabel('Code on the card').fill('plussa 4417');
    await page.getByRole('button', { name: 'Give this card' }).click();
    await page.getByText('This card belongs to Aino Mäkelä.').waitFor();
  });
});

describe('the screens of a customer', () => {
  it.each(['light', 'dark'] as const)(
    'have no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page, host, ids } = await openShop(['Aino Mäkelä', 'Eero'], form, colorScheme);
      const customerId = ids[0] ?? 0;
      await host.client.customers.update({
        requestId: request(),
        customerId,
        allergy: 'Hazelnut',
        completeLater: true,
      });
      await host.client.customers.giveCard({ requestId: request(), customerId, code: null });
      await host.client.till.checkIn({ requestId: request(), customerId, amount: 900 });
      const { customer } = await host.client.customers.get({ customerId });
      const paths = [
        '',
        `/${customerId}`,
        `/${customerId}/edit`,
        `/${customerId}/balance`,
        `/${customerId}/card`,
        `/${customerId}/card/${customer.cards[0]?.code}/print`,
        '/new',
      ];
      await page.evaluate(() => {
        globalThis.print = () => undefined;
      });
      for (const path of paths) {
        await page.evaluate((hash) => {
          for (const heading of document.querySelectorAll('main h1')) heading.setAttribute('data-left', '');
          location.hash = hash;
        }, `/customers${path}`);
        await page.locator('main h1:not([data-left])').first().waitFor();
        expect(await seriousViolations(page), path).toEqual([]);
      }
    },
  );

  it('speak Finnish', async () => {
    const { page, host } = await openShop(['Aino Mäkelä'], profileOf);
    await host.client.settings.update({ requestId: request(), shop: { language: 'fi' } });
    await page.reload();
    await page.getByText('Ensimmäinen käynti on vielä edessä').waitFor();
    await page.getByRole('button', { name: 'Asiakaskortti' }).click();
    await page.getByRole('button', { name: 'Luo uusi kortti' }).click();
    await page.getByText(/kuuluu nyt asiakkaalle Aino Mäkelä\.$/).waitFor();
    await page.getByRole('link', { name: 'Asiakkaat' }).click();
    await page.getByText('1 henkilö', { exact: true }).waitFor();
  });
});
