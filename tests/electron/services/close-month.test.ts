import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { closeMonth, confirmStep, reopenMonth, skipStep } from '#electron/services/close-month.ts';
import { monthGuide } from '#electron/services/close-steps.ts';
import { closedMonth, closedMonths, restatementsOf } from '#electron/services/closed-months.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { refreshShopFacts } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { hashedText } from '#shared/domain/month-close/chain.ts';
import { detailPart, isOfItsDay } from '#shared/domain/month-close/detail-figures.ts';
import {
  aClosedMonth,
  aCopyOfToday,
  aShopAfterMarch,
  openShopOf,
  openSteps,
  settleSteps,
} from '#tests/support/closable-shop.ts';
import {
  aRequest,
  aVisit,
  momentAt,
  openTestShop,
  restarted,
  stampCard,
  type TestShop,
} from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const month = '2026-03';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const bytesOf = (shop: TestShop, number = 1): string | undefined =>
  shop.rows<{ bytes: string }>(
    'SELECT hex(content || hash) AS bytes FROM month_closes WHERE number = ?',
    number,
  )[0]?.bytes;
const figureOf = (figures: readonly { figure: string; value: number | null }[], figure: string) =>
  figures.find((one) => one.figure === figure)?.value;

describe('closing a month', () => {
  it('freezes what else the Month screen shows, and tells apart what corrections change in it', async () => {
    const { shop, open, aino } = await aShopAfterMarch();
    await aClosedMonth(open);
    const { content } = await closedMonth(shop.ctx, { number: 1 });
    const figures = content?.figures ?? [];
    expect(content?.format).toBe(2);
    // The record begins inside the window before March, so the trend tells no retention.
    expect(figureOf(figures, 'trendRetention.2026-03')).toBeNull();
    expect(figureOf(figures, 'trendFrequency.2026-03')).toBe(figureOf(figures, 'frequency'));
    expect(figureOf(figures, 'trendAverageSpend.2026-03')).toBe(figureOf(figures, 'averageSpend'));
    const split = figures.filter(({ figure }) => figure.startsWith('split.newOrOld.'));
    const sum = (part: 'numerator' | 'denominator') => split.reduce((all, one) => all + (one[part] ?? 0), 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([
      figureOf(figures, 'kept'),
      figureOf(figures, 'activeAtStart'),
    ]);
    // Two customers spent it.
    expect(figureOf(figures, 'spendMean')).toBe((figureOf(figures, 'memberSales') ?? 0) / 2);

    expect((await restatementsOf(shop.ctx, open.figures, { number: 1 })).lines).toEqual([]);
    const [visit] = shop.rows<{ id: number }>(
      'SELECT id FROM visits WHERE customer_id = ? ORDER BY at DESC LIMIT 1',
      aino,
    );
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: visit?.id ?? 0 });
    const { lines } = await restatementsOf(shop.ctx, open.figures, { number: 1 });
    const changed = lines?.map(({ figure }) => figure) ?? [];
    expect(changed).toContain('visits');
    expect(changed).toContain('valueSoFar');
    expect(changed.filter(isOfItsDay)).toEqual([]);
  });

  it('reads a close of the first format as it was, and restates only what that one froze', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    const [row] = shop.rows<{ content: string }>('SELECT content FROM month_closes');
    const { format: _, ...old } = JSON.parse(row?.content ?? '') as {
      format: string;
      figures: { figure: string }[];
    };
    const figures = old.figures.filter(({ figure }) => detailPart(figure) === null);
    const content = JSON.stringify({ ...old, figures });
    const hash = sha256(hashedText({ number: 1, content, previousHash: null }));
    const { writer } = shop.database;
    writer.exec('DROP TRIGGER month_closes_not_changed');
    writer.prepare('UPDATE month_closes SET content = ?, hash = ?').run(content, hash);
    expect((await closedMonths(shop.ctx)).closes).toMatchObject([{ number: 1, broken: [] }]);
    const read = await closedMonth(shop.ctx, { number: 1 });
    expect(read.content).toMatchObject({ format: 1, month });
    expect(read.content?.figures).toHaveLength(figures.length);
    expect((await restatementsOf(shop.ctx, open.figures, { number: 1 })).lines).toEqual([]);
  });

  it('freezes its figures with their definitions, worked out by hand', async () => {
    const { shop, open, aino } = await aShopAfterMarch();
    const close = await aClosedMonth(open);
    expect(close).toMatchObject({ number: 1, month, at: shop.clock.now(), previousHash: null, broken: [] });
    const { content } = await closedMonth(shop.ctx, { number: 1 });
    expect(content).toMatchObject({
      month,
      from: '2026-03-01',
      to: '2026-04-01',
      window: 60,
      currency: 'EUR',
    });
    const figures = content?.figures ?? [];
    const expected = {
      activeAtStart: 2,
      activeAtEnd: 2,
      kept: 2,
      retention: 1,
      visits: 2,
      customers: 2,
      checkIns: 3,
      sales: 3300,
      memberSales: 3000,
      anonymousSales: 300,
      averageSpend: 1100,
      newCustomers: 0,
      rewardCost: 0,
    };
    for (const [figure, value] of Object.entries(expected))
      expect(figureOf(figures, figure), figure).toBe(value);
    expect(figures.find((one) => one.figure === 'retention')).toMatchObject({
      definition: 1,
      numerator: 2,
      denominator: 2,
      high: 1,
      text: expect.stringContaining('active at the start and at the end'),
    });
    const { unitId } = stampCard(shop.ctx);
    expect(figureOf(figures, `rollForward.${unitId}.opening`)).toBe(2);
    expect(figureOf(figures, `rollForward.${unitId}.earned`)).toBe(2);
    expect(figureOf(figures, `rollForward.${unitId}.closing`)).toBe(4);
    expect(aino).toBeGreaterThan(0);
  });

  it('hashes what anybody can recompute from the row', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    shop.clock.set(momentAt('2026-05-01 09:00'));
    await aClosedMonth(open, '2026-04');
    const rows = shop.rows<{ number: number; content: string; previous_hash: string | null; hash: string }>(
      'SELECT number, content, previous_hash, hash FROM month_closes ORDER BY number',
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const { number, content, previous_hash: previousHash } = row;
      expect(row.hash).toBe(sha256(hashedText({ number, content, previousHash })));
    }
    expect(rows[1]?.previous_hash).toBe(rows[0]?.hash);
  });

  it('is not taken for tampered with when the clock goes on while it is written', async () => {
    const { shop, open } = await aShopAfterMarch();
    await settleSteps(open);
    const { clock } = shop.ctx;
    let read = 0;
    const moving = { ...shop.ctx, clock: { ...clock, now: () => clock.now() + read++ } };
    await closeMonth({ ...open, ctx: moving }, { requestId: aRequest(), month });
    expect((await closedMonths(shop.ctx)).closes).toMatchObject([{ number: 1, broken: [] }]);
    expect(read).toBeGreaterThan(1);
  });

  it('is refused before the month is over, and a second time', async () => {
    const { shop, open } = await aShopAfterMarch();
    const refused = (why: string, of: string) => ({ code: 'MonthNotClosable', data: { month: of, why } });
    const april = closeMonth(open, { requestId: aRequest(), month: '2026-04' });
    await expect(april).rejects.toMatchObject(refused('notOver', '2026-04'));
    const confirming = confirmStep(open, { requestId: aRequest(), month: '2026-04', step: 'figures' });
    await expect(confirming).rejects.toMatchObject(refused('notOver', '2026-04'));
    await aClosedMonth(open);
    const again = closeMonth(open, { requestId: aRequest(), month });
    await expect(again).rejects.toMatchObject(refused('closed', month));
    const skipping = skipStep(shop.ctx, { requestId: aRequest(), month, step: 'export', reason: 'Late' });
    await expect(skipping).rejects.toMatchObject(refused('closed', month));
    expect(shop.number('SELECT count(*) FROM month_closes')).toBe(1);
  });

  it('confirms a step without working out what only a close freezes', async () => {
    const { open } = await aShopAfterMarch();
    const ask = vi.spyOn(open.figures, 'ask');
    await confirmStep(open, { requestId: aRequest(), month, step: 'figures' });
    const asked = ask.mock.calls.map(([name]) => name);
    expect(asked).toContain('closeFindings');
    for (const name of ['cohorts', 'firstReturn', 'trend', 'rfm', 'splits'])
      expect(asked).not.toContain(name);
  });

  it('with the same request again closes nothing again', async () => {
    const { shop, open } = await aShopAfterMarch();
    await settleSteps(open);
    const input = { requestId: aRequest(), month };
    const first = await closeMonth(open, input);
    expect(await closeMonth(open, input)).toEqual(first);
    expect(shop.number('SELECT count(*) FROM month_closes')).toBe(1);
    const other = closeMonth(open, { ...input, month: '2026-02' });
    await expect(other).rejects.toMatchObject({ code: 'RequestIdReused' });
  });

  it('belongs to one moment although the till goes on', async () => {
    const { shop, open, aino } = await aShopAfterMarch();
    await settleSteps(open);
    const closing = closeMonth(open, { requestId: aRequest(), month });
    // Each of these makes what was read so far out of date.
    for (let visit = 0; visit < 6; visit += 1) {
      await aVisit(shop.ctx, aino);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await closing;
    const { content } = await closedMonth(shop.ctx, { number: 1 });
    expect(figureOf(content?.figures ?? [], 'sales')).toBe(3300);
    expect((await restatementsOf(shop.ctx, open.reports, { number: 1 })).lines).toEqual([]);
  });
});

describe('a closed month', () => {
  it('is the same byte for byte after a restart, in a copy, and after merges and refunds', async () => {
    const { shop, open, aino, oona, ainoVisit } = await aShopAfterMarch();
    await aClosedMonth(open);
    const before = bytesOf(shop);
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: ainoVisit,
      amount: 400,
      returnRewards: false,
      reason: 'Cold',
    });
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: oona });
    await open.reports.close();
    const again = await restarted(shop);
    expect(bytesOf(again)).toBe(before);
    expect((await closedMonths(again.ctx)).closes[0]?.broken).toEqual([]);
    await aCopyOfToday(openShopOf(again));
    const copies = again.rows<{ file: string }>('SELECT file FROM pragma_database_list');
    expect(copies).toHaveLength(1);
    const directory = temporaryDirectory();
    again.close();
    cpSync(again.directory, directory, { recursive: true });
    const copy = await openTestShop(directory, '2026-04-01 09:00');
    expect(bytesOf(copy)).toBe(before);
    expect((await closedMonths(copy.ctx)).closes[0]?.broken).toEqual([]);
  });

  it('tells what corrections would change: a refund, a merge, and what a merge taken back takes back', async () => {
    const { shop, open, aino, oona, ainoVisit } = await aShopAfterMarch();
    await aClosedMonth(open);
    const lines = async () =>
      (await restatementsOf(shop.ctx, open.reports, { number: 1 })).lines ?? expect.fail('not compared');
    expect(await lines()).toEqual([]);
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: oona });
    const merged = await lines();
    expect(merged).toContainEqual({
      figure: 'customers',
      definition: 1,
      kind: 'count',
      unitName: null,
      closed: 2,
      today: 1,
      difference: -1,
    });
    expect(merged.map(({ figure }) => figure)).not.toContain('sales');
    await unmergeCustomers(shop.ctx, { requestId: aRequest(), mergeId: oona });
    expect(await lines()).toEqual([]);
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: ainoVisit,
      amount: 400,
      returnRewards: false,
      reason: 'Cold',
    });
    expect((await lines()).find(({ figure }) => figure === 'sales')).toMatchObject({
      closed: 3300,
      today: 2900,
      difference: -400,
    });
  });

  it('cannot be changed or removed', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    const { writer } = shop.database;
    expect(() => writer.exec("UPDATE month_closes SET content = '{}'")).toThrow('append-only');
    expect(() => writer.exec('DELETE FROM month_closes')).toThrow('append-only');
  });

  it.each([
    [
      'content',
      'UPDATE month_closes SET content = replace(content, \'"3300"\', \'"3301"\') WHERE number = 1',
      [['content'], []],
    ],
    ['the moment beside it', 'UPDATE month_closes SET at = at + 1 WHERE number = 1', [['content'], []]],
    ['the month beside it', 'UPDATE month_closes SET month = month - 1 WHERE number = 2', [[], ['content']]],
    ['hash', "UPDATE month_closes SET hash = 'beef' WHERE number = 1", [['content'], ['link']]],
    ['what is readable', "UPDATE month_closes SET content = 'x' WHERE number = 2", [[], ['content']]],
    ['the first one taken out', 'DELETE FROM month_closes WHERE number = 1', [['missing']]],
  ])('names the close that was tampered with: %s', async (_what, change, broken) => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    shop.clock.set(momentAt('2026-05-01 09:00'));
    await aClosedMonth(open, '2026-04');
    const { writer } = shop.database;
    writer.exec('DROP TRIGGER month_closes_not_changed; DROP TRIGGER month_closes_not_deleted;');
    writer.exec(change);
    const { closes } = await closedMonths(shop.ctx);
    expect(closes.map((close) => close.broken).reverse()).toEqual(broken);
    // What somebody else wrote into a close is no correction of the shop; a sound one goes on being compared.
    for (const close of closes) {
      const { lines } = await restatementsOf(shop.ctx, open.reports, { number: close.number });
      expect(lines).toEqual(close.broken.includes('content') ? null : []);
    }
  });

  it('that is not readable any more is told without its figures', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    shop.database.writer.exec(
      "DROP TRIGGER month_closes_not_changed; UPDATE month_closes SET content = '[1'",
    );
    expect(await closedMonth(shop.ctx, { number: 1 })).toMatchObject({ content: null, broken: ['content'] });
    expect(await restatementsOf(shop.ctx, open.reports, { number: 1 })).toEqual({ lines: null });
    await expect(closedMonth(shop.ctx, { number: 2 })).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('opening a month again', () => {
  it('is logged with a reason; closing it anew is a new number that names the old', async () => {
    const { shop, open, ainoVisit } = await aShopAfterMarch();
    await aClosedMonth(open);
    const before = bytesOf(shop);
    const reopened = await reopenMonth(shop.ctx, {
      requestId: aRequest(),
      number: 1,
      reason: 'A refund was missing',
    });
    expect(reopened.reopened).toMatchObject({ at: shop.clock.now(), reason: 'A refund was missing' });
    expect(await monthGuide(open, { month })).toMatchObject({ state: 'open', number: null });
    expect(await openSteps(open)).toEqual(['figures', 'export']);
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: ainoVisit,
      amount: 400,
      returnRewards: false,
      reason: 'Cold',
    });
    const second = await aClosedMonth(open);
    expect(second).toMatchObject({ number: 2, month, previousHash: reopened.hash, reopened: null });
    expect(await monthGuide(open, { month })).toMatchObject({ state: 'closed', number: 2 });
    const { content } = await closedMonth(shop.ctx, { number: 2 });
    expect(content?.replaces).toMatchObject({ number: 1, reason: 'A refund was missing' });
    expect(figureOf(content?.figures ?? [], 'sales')).toBe(2900);
    expect(bytesOf(shop)).toBe(before);
    expect((await closedMonths(shop.ctx)).closes.map((close) => close.broken)).toEqual([[], []]);
  });

  it('happens once, and to a close that is there', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    const reopen = (number: number) =>
      reopenMonth(shop.ctx, { requestId: aRequest(), number, reason: 'Wrong' });
    await expect(reopen(2)).rejects.toMatchObject({ code: 'NotFound', data: { what: 'monthClose', id: 2 } });
    await reopen(1);
    await expect(reopen(1)).rejects.toMatchObject({ code: 'MonthNotReopenable', data: { number: 1 } });
  });

  it("is the owner's alone", async () => {
    const { shop, open } = await aShopAfterMarch();
    await aClosedMonth(open);
    shop.database.writer.exec("UPDATE staff SET role = 'manager'");
    await refreshShopFacts(shop.ctx);
    const reopening = reopenMonth(shop.ctx, { requestId: aRequest(), number: 1, reason: 'Wrong' });
    await expect(reopening).rejects.toMatchObject({ code: 'OwnerOnly' });
    expect(shop.number('SELECT count(*) FROM month_reopenings')).toBe(0);
  });
});
