import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { seriousViolations, violationsOf } from '#tests/support/accessibility.ts';
import type { OpenedApp } from '#tests/support/open-app.ts';
import { openShop } from '#tests/support/open-shop.ts';
import { setUpFinnishReferenceCafe, setUpReferenceCafe } from '#tests/support/reference-shop.ts';

let app: OpenedApp | null = null;
const folder = mkdtempSync(join(tmpdir(), 'regulars-paper-'));
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const openReference = async (at: string, language: 'en' | 'fi' = 'en') => {
  const opened = await openShop(language === 'fi' ? setUpFinnishReferenceCafe : setUpReferenceCafe, { at });
  app = opened;
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
};

const a4 = { width: 595.28, height: 841.89 };

/** Width and height in points of every page of a PDF, and how many there are. */
const sheetsOf = (pdf: Buffer) => {
  const text = pdf.toString('latin1');
  return {
    pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    boxes: [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(
      ([, width, height]) => ({ width: Number(width), height: Number(height) }),
    ),
  };
};

const pdftoppm = '/usr/bin/pdftoppm';

/** Share of the pixels of a page, printed in black and white, that are darker than mid grey. */
const inkOf = (pdf: Buffer, page: number): number => {
  const file = join(folder, 'report.pdf');
  writeFileSync(file, pdf);
  const picture = join(folder, `sheet-${page}`);
  const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync(pdftoppm, ['-gray', '-r', '50', ...pages, file, picture]);
  const bytes = readFileSync(`${picture}.pgm`);
  // "P5", width and height, the largest value, then one byte per pixel.
  const header = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  const pixels = bytes.subarray(header?.[0].length ?? 0);
  return pixels.filter((value) => value < 128).length / pixels.length;
};

describe('the report on paper', () => {
  it.each(['en', 'fi'] as const)(
    'is two sheets of A4 with the comparison on the first: %s',
    async (language) => {
      const { page } = await openReference('/month/2023-10/report', language);
      const against = language === 'en' ? 'Against September 2023' : 'Vertailu: syyskuu 2023';
      const section = page.getByRole('region', { name: against });
      await section.waitFor();
      await page.getByRole('article').nth(1).waitFor();
      const said = ((await section.textContent()) ?? '').replace(/\u00a0/g, ' ');
      expect(said).toMatch(
        language === 'en'
          ? /Retention(: [\d.]+% then| rose from| fell from).*points/
          : /Asiakaspysyvyys(:| nousi:| laski:) ennen [\d,]+ %.*prosenttiyksikköä/,
      );
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const { pages, boxes } = sheetsOf(pdf);
      expect(pages).toBe(2);
      for (const { width, height } of boxes) {
        expect(Math.abs(width - a4.width)).toBeLessThan(1.5);
        expect(Math.abs(height - a4.height)).toBeLessThan(1.5);
      }
      // Where a picture can be made: both sheets are written on, and not black.
      if (!existsSync(pdftoppm)) return;
      for (const sheet of [1, 2]) {
        expect(inkOf(pdf, sheet)).toBeGreaterThan(0.01);
        expect(inkOf(pdf, sheet)).toBeLessThan(0.25);
      }
    },
  );
});

describe('the report printed by the keys of the browser', () => {
  it('says so while something of it is missing', async () => {
    const { page, host } = await openReference('/month');
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/rpc/monthClose/figures', async (route) => {
      if (route.request().postData()?.includes('2023-09') === true) await arrived;
      await route.continue();
    });
    await page.goto(`${host.url}#/month/2023-10/report`);
    await page.getByRole('article', { name: 'The story' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const unready = page.getByText(/^Incomplete: this was printed before/);
    await unready.waitFor();
    arrive();
    await unready.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Against September 2023' }).waitFor();
  });
});

describe('the columns of the files', () => {
  it('are explained before and after saving', async () => {
    const { page, complaints } = await openReference('/month/2023-10/report');
    await page.getByRole('article', { name: 'The tables' }).waitFor();
    await page.getByRole('button', { name: 'Save as file' }).click();
    await page.getByRole('menuitem', { name: 'What the columns mean' }).click();
    const drawer = page.getByRole('dialog', { name: 'What the columns mean' });
    await drawer.getByText('95 percent interval of a share').first().waitFor();
    for (const table of ['Figures', 'Points of the month', 'Days', 'Visits']) {
      await drawer.getByRole('region', { name: table, exact: true }).getByRole('term').first().waitFor();
    }
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Save as file' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Points, reconciliation (CSV)' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain('Opening');
    await page.getByText(/^Saved: .*\.csv, \d+ rows?\.$/).waitFor();
    await page.getByRole('button', { name: 'What the columns mean' }).click();
    await drawer.getByRole('region', { name: 'Points of the month' }).waitFor();
    expect(await drawer.getByRole('region').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

describe('the month’s end', () => {
  it('leads from what to try to the names behind it', async () => {
    const { page, host } = await openReference('/month/2023-10/close');
    const period = { from: '2023-10-01', to: '2023-11-01' };
    const { frequency } = host.client.reports;
    const once = (await frequency(period)).period.histogram[0]?.customers ?? 0;
    const card = page.getByRole('region', { name: 'What to try in November 2023' });
    await card.getByText(`Bring ${once} people back a second time`, { exact: true }).waitFor();
    expect(await card.getByRole('listitem').count()).toBeLessThanOrEqual(2);
    await card.getByRole('button', { name: `Bring ${once} people back` }).click();
    const names = page.getByRole('dialog');
    await names.getByText(`${once} people`).waitFor();
  });

  it('tells the goal in people once it is set', async () => {
    const { page, host } = await openReference('/month/2023-10/close');
    const set = { requestId: crypto.randomUUID(), metric: 'retention', target: 0.9 } as const;
    await host.client.goals.set(set);
    await page.reload();
    const { E } = await host.client.reports.retention({ from: '2023-10-01', to: '2023-11-01', window: 60 });
    const keep = Math.ceil(0.9 * E - 1e-9);
    await page.getByText(`90% retention. That means keeping ${keep} of ${E}.`).waitFor();
  });
});

describe('the figures of Month', () => {
  it('have names that begin with what is seen on them', async () => {
    const { page, host } = await openReference('/month?period=2023-10');
    await page.getByRole('region', { name: 'Who stays, by first month' }).getByRole('table').waitFor();
    await page.getByRole('region', { name: 'Visits in the period' }).getByRole('button').nth(1).waitFor();
    expect(await violationsOf(page, 'label-content-name-mismatch')).toEqual([]);
    const { period } = await host.client.reports.frequency({ from: '2023-10-01', to: '2023-11-01' });
    const first = period.histogram[0]?.customers ?? 0;
    const bar = page.getByRole('button', { name: new RegExp(`^${first} 1 visit\\b`) });
    expect(await bar.count()).toBe(1);
  });

  it('keep every cell of the cohorts inside its field', async () => {
    const { page } = await openReference('/month?period=2023-10');
    const grid = page.getByRole('region', { name: 'Who stays, by first month' }).getByRole('table');
    await grid.waitFor();
    for (const width of [1366, 1180]) {
      await page.setViewportSize({ width, height: 768 });
      const wide = await grid.locator('button').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const range = document.createRange();
          const text = cell.firstChild;
          if (text === null) return [];
          range.selectNodeContents(text);
          const over = range.getBoundingClientRect().width - cell.getBoundingClientRect().width;
          return over > -4 ? [`${cell.textContent} by ${over}`] : [];
        }),
      );
      expect(wide).toEqual([]);
    }
  });
});
