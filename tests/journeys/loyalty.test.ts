import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { seriousViolations } from '#tests/support/accessibility.ts';
import { type OpenedApp, openApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { screenKey } from '#tests/support/screen-key.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';

let app: OpenedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openProgramme = async (colorScheme: 'light' | 'dark' = 'light'): Promise<OpenedApp> => {
  app = await openShop(setUpCafe, { colorScheme, at: '/loyalty' });
  await app.page.getByRole('heading', { name: 'Loyalty programme' }).waitFor();
  return app;
};

/** The programme of the demo shop: 18 months of visits behind it. */
const openDemoProgramme = async (): Promise<OpenedApp> => {
  app = await openApp({ args: ['--demo'] });
  await app.page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await app.page.keyboard.press(screenKey('loyalty'));
  await app.page.getByRole('heading', { name: 'Loyalty programme' }).waitFor();
  return app;
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const start = (page: Page) => page.getByRole('button', { name: 'Start today' });
const kept = (page: Page) => page.getByText('Your changes are kept as a draft.');

describe('the rules of the programme', () => {
  it('show their effect at once and start today as a new version', async () => {
    const { page, complaints } = await openProgramme();
    const sentence = page.getByText(/A customer who spends/);
    await expect.poll(() => sentence.innerText()).toContain('8 points');
    await field(page, 'Points').fill('2');
    await expect.poll(() => sentence.innerText()).toContain('16 points');
    await field(page, 'Stamps on a full card').fill('8');
    await page.getByText('after 8 visits').waitFor();
    await start(page).click();
    await page.getByText('In force from now on, as version 2.').waitFor();
    await page.reload();
    await page.getByText(/Version 2, in force since/).waitFor();
    await expect.poll(() => field(page, 'Stamps on a full card').inputValue()).toBe('8');
    expect(complaints).toEqual([]);
  });

  it('are kept as a draft over another screen, start on a later day, and can be taken from an earlier version', async () => {
    const { page, host } = await openProgramme();
    await field(page, 'Stamps on a full card').fill('6');
    await kept(page).waitFor();
    await page.keyboard.press('Control+1');
    await page.keyboard.press(screenKey('loyalty'));
    await kept(page).waitFor();
    await expect.poll(() => field(page, 'Stamps on a full card').inputValue()).toBe('6');

    const later = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await page.getByLabel('First day of the new rules').fill(later);
    await page.getByRole('button', { name: /^Start on / }).click();
    await page.getByText(/Version 2 starts on .* Until then today’s rules stay\./).waitFor();
    expect((await host?.client.loyalty.programme())?.number).toBe(1);

    await page.getByRole('button', { name: 'All versions' }).click();
    const versions = page.getByRole('dialog');
    await versions.getByText('Not yet in force').waitFor();
    await versions.getByText('Coffee card: 1 stamp a visit, full with 10.').waitFor();
    await versions.getByRole('button', { name: 'Edit from version 1 again' }).click();
    await expect.poll(() => field(page, 'Stamps on a full card').inputValue()).toBe('10');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => field(page, 'Stamps on a full card').inputValue()).toBe('6');
  });

  it('that contradict each other are explained where they are typed, and cannot start', async () => {
    const { page } = await openProgramme();
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: /Gold Mug/ }).click();
    await field(page, 'From when on: Gold Mug').fill('10');
    const fault = page.getByText('A tier must be harder to reach than the one before it.');
    await fault.waitFor();
    await page.getByText('The draft cannot start yet').waitFor();
    expect(await start(page).isDisabled()).toBe(true);
    // Beside the tier it is about, not in a list of its own.
    await page.getByRole('listitem').filter({ hasText: 'Gold Mug' }).filter({ has: fault }).waitFor();
    await field(page, 'From when on: Gold Mug').fill('25');
    await fault.waitFor({ state: 'detached' });
    await expect.poll(() => start(page).isDisabled()).toBe(false);
  });

  it('say what is out of reach, what overlaps and what gives back too much', async () => {
    const { page } = await openProgramme();
    await page.getByRole('button', { name: /^Change.*Bag of beans/ }).click();
    await field(page, 'Price').fill('5000');
    await page.getByText(/this takes \d+ visits\. Few people will get there\./).waitFor();
    await field(page, 'Price').fill('50');
    await field(page, 'What it costs you').fill('20');
    await page.getByRole('textbox', { name: 'Your limit, per cent of member sales' }).fill('3.5');
    await page.getByText(/This gives back .* of the bill, more than your limit of 3\.5%/).waitFor();
    for (const _ of ['first', 'second']) {
      await page.getByRole('button', { name: 'Add bonus time' }).click();
    }
    await expect
      .poll(() => page.getByText('This overlaps with “Quiet hours”.', { exact: false }).count())
      .toBe(2);
    // All of that is worth a second look, none of it is forbidden.
    await expect.poll(() => start(page).isDisabled()).toBe(false);
  });

  it('are left by Escape with the draft kept, and discarded on request', async () => {
    const { page } = await openProgramme();
    await page.getByRole('switch', { name: 'Give points' }).click({ force: true });
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '#/till');
    await page.keyboard.press(screenKey('loyalty'));
    await kept(page).waitFor();
    await page.getByText('No points are given.').waitFor();
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await kept(page).waitFor({ state: 'detached' });
    await field(page, 'Points').waitFor();
  });
});

describe('a draft of the demo shop', () => {
  it('is simulated on real visits, stopped, and told month by month with its cost', async () => {
    const { page, complaints } = await openDemoProgramme();
    await field(page, 'Points').fill('2');
    await page.getByLabel('How many months').selectOption('12');
    await page.getByRole('button', { name: 'Simulate' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. Nothing was changed.').waitFor();

    await page.getByLabel('How many months').selectOption('3');
    await page.getByRole('button', { name: 'Simulate' }).click();
    const total = page.getByRole('row', { name: /^Together/ });
    await total.waitFor();
    const cells = await total.getByRole('cell').allInnerTexts();
    const [, pointsNow = 0, pointsDraft = 0, , , , , costNow = 0, costDraft = 0] = cells.map((text) =>
      Number(text.replace(/[^\d.]/g, '')),
    );
    expect(pointsNow).toBeGreaterThan(1000);
    // Every visit gives twice the points; remainders may round a few of them.
    expect(pointsDraft / pointsNow).toBeCloseTo(2, 1);
    expect(costDraft).toBeGreaterThan(costNow);
    await page.getByText(/Rewards by the share that people really used/).waitFor();

    await field(page, 'Points').fill('3');
    await page.getByText('The draft has been changed since.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is compared with today: who gets more, who gets less, how many each tier would hold', async () => {
    const { page } = await openDemoProgramme();
    await page
      .getByText(/^\d+ people$/)
      .first()
      .waitFor();
    await field(page, 'From when on: Gold Mug').fill('15');
    await field(page, 'Points').fill('2');
    await kept(page).waitFor();
    await page.getByRole('button', { name: 'Compare with today' }).click();
    const drawer = page.getByRole('dialog');
    const row = drawer.getByRole('row', { name: /^Gold Mug/ });
    await row.waitFor();
    const [now = 0, draft = 0] = (await row.getByRole('cell').allInnerTexts()).map(Number);
    expect(draft).toBeGreaterThan(now);
    await drawer.getByText('get more').waitFor();
    await drawer.getByRole('link').first().waitFor();
  });

  it('changes what the programme costs at most while it is typed', async () => {
    const { page } = await openDemoProgramme();
    const cost = page.getByText(/^€[\d.,]+ a month$/);
    const before = await cost.innerText();
    await field(page, 'Stamps on a full card').fill('5');
    await expect.poll(() => cost.innerText()).not.toBe(before);
    await page.getByText(/By today’s rules €/).waitFor();
  });
});

describe('the owner’s lists', () => {
  const views = ['tiers', 'expiring', 'vouchers', 'prices', 'reconciliation'] as const;

  it('lead from a person about to rise to their profile, and from a figure to its entries', async () => {
    const { page, complaints } = await openDemoProgramme();
    await page.getByRole('link', { name: 'Who rises, who drops' }).click();
    await page.getByText('About to rise').waitFor();
    await page.getByRole('link', { name: 'Reconciliation' }).click();
    await page.getByRole('button', { name: /Points, Redeemed: .*Show the entries/ }).click();
    const entries = page.getByRole('dialog');
    await entries.getByText('Reward used: Bag of beans.').first().waitFor();
    const name = await entries.getByRole('link').first().innerText();
    await entries.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'and the rules have no serious accessibility fault in %s colours',
    async (colorScheme) => {
      const { page } = await openProgramme(colorScheme);
      const faults: string[] = [];
      const look = async (state: string) => {
        for (const fault of await seriousViolations(page)) faults.push(`${state}: ${fault}`);
      };
      await look('rules');
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('menuitem', { name: /Gold Mug/ }).click();
      await page.getByRole('button', { name: 'Add reward' }).click();
      await page.getByRole('button', { name: 'Add bonus time' }).click();
      for (const gift of ['For joining', 'For bringing somebody', 'For the birthday']) {
        await page.getByRole('switch', { name: gift }).click({ force: true });
      }
      await look('a full draft');
      await page.getByRole('button', { name: 'All versions' }).click();
      await page.getByText('In force', { exact: true }).waitFor();
      await look('versions');
      await page.keyboard.press('Escape');
      const { origin } = new URL(page.url());
      for (const view of views) {
        await page.goto(`${origin}/#/loyalty?view=${view}`);
        await page.getByRole('heading', { name: 'Loyalty programme' }).waitFor();
        await look(view);
      }
      expect(faults).toEqual([]);
    },
  );
});
