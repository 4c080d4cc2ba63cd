import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { Ids } from '#electron/platform/ids.ts';
import { loadStaffKeys } from '#electron/repositories/staff.ts';
import { firstRun } from '#electron/services/first-run.ts';
import { programmeOn, type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import { isSecret } from '#electron/services/staff/secret-hash.ts';
import { StaffSession } from '#electron/services/staff/session.ts';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { FakeClock, momentAt } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const shop = {
  name: 'Salonki',
  kind: 'salon',
  country: 'FI',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutoffMinutes: 240,
  language: 'fi',
} as const;

/** A data directory before its first run. */
function anEmptyPlace(): { readonly ctx: ShopContext; count(table: string): number } {
  const database = openDatabase(shopFile(temporaryDirectory()));
  onTestFinished(() => database.close());
  const ctx = {
    work: new UnitOfWork(database.writer, database.reader),
    clock: new FakeClock(momentAt('2026-03-10 12:00')),
    ids: new Ids(1, () => null),
    facts: null,
  };
  const count = (table: string) =>
    Number(database.reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { ctx, count };
}

describe('firstRun', () => {
  it('opens an empty shop at once', async () => {
    const { ctx, count } = anEmptyPlace();
    const events = [];
    for await (const event of firstRun(ctx, { shop, ownerName: 'Marja', start: 'empty' })) events.push(event);
    expect(events).toEqual([{ kind: 'done', recoveryCode: null }]);
    expect(shopFacts(ctx)).toMatchObject({ shop: { name: 'Salonki', demo: 0 }, staff: [{ name: 'Marja' }] });
    expect(count('visits')).toBe(0);
  });

  it('keeps the owner’s PIN and the code on paper from the first moment on, and signs the owner in', async () => {
    const { ctx, count } = anEmptyPlace();
    const session = new StaffSession();
    const owner = { ownerName: 'Mira', pin: '8351' };
    for (const pin of ['1234', '123'])
      await expect(firstRun(ctx, { shop, pin, start: 'empty' }, session).next()).rejects.toMatchObject({
        code: 'PinNotUsable',
      });
    expect(count('shop')).toBe(0);
    const { value } = await firstRun(ctx, { shop, ...owner, start: 'empty' }, session).next();
    expect(value).toMatchObject({ kind: 'done', recoveryCode: expect.stringMatching(/^[0-9A-Z-]{24}$/) });
    const { pinsOn, staff } = shopFacts(ctx);
    expect([pinsOn, session.staffId(ctx), count('audit_entries')]).toEqual([true, staff[0]?.id, 1]);
    const keys = await loadStaffKeys(ctx.work.read, 'pin');
    expect(keys).toMatchObject([{ staff_id: staff[0]?.id, digits: 4 }]);
    expect(await isSecret('8351', keys[0] ?? null)).toBe(true);
  });

  it('fills a demo shop under a programme that counts from its beginning', async () => {
    const { ctx, count } = anEmptyPlace();
    const kinds = new Set<string>();
    for await (const event of firstRun(ctx, { shop, start: 'demo' })) kinds.add(event.kind);
    expect([...kinds]).toEqual(['progress', 'done']);
    expect(shopFacts(ctx).shop.demo).toBe(1);
    expect(count('visits')).toBeGreaterThan(2000);
    const first = Number((await firstDay(ctx)) ?? 0);
    expect(programmeOn(shopFacts(ctx), businessDay(first)).effectiveFrom).toBeLessThanOrEqual(first);
  });

  it('is to be done again when it was stopped half way', async () => {
    const { ctx, count } = anEmptyPlace();
    for await (const event of firstRun(ctx, { shop, start: 'demo' })) {
      if (event.kind === 'progress' && event.done > event.total / 5) break;
    }
    expect(ctx.facts).toBeNull();
    for (const table of ['shop', 'staff', 'programme_versions', 'customers', 'visits']) {
      expect(count(table), table).toBe(0);
    }
    for await (const event of firstRun(ctx, { shop, start: 'empty' })) expect(event.kind).toBe('done');
    expect(shopFacts(ctx).shop.demo).toBe(0);
  });
});

async function firstDay(ctx: ShopContext): Promise<number | undefined> {
  const [row] = await ctx.work.read.query((db) =>
    db.selectFrom('visits').select((eb) => eb.fn.min('business_day').as('day')),
  );
  return row?.day;
}
