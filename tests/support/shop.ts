import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { highestId } from '#electron/db/highest-id.ts';
import { type OpenDatabase, openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { Ids } from '#electron/platform/ids.ts';
import { createItem } from '#electron/services/catalogue.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { createCustomer } from '#electron/services/create-customer.ts';
import { publishProgramme } from '#electron/services/programme.ts';
import { firstTill, setUpShop } from '#electron/services/set-up-shop.ts';
import {
  present,
  programmeOn,
  readShopFacts,
  type ShopContext,
  shopFacts,
} from '#electron/services/shop-context.ts';
import type { CheckInInput, Receipt } from '#shared/contract/till.ts';
import { momentOf, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, Reward, StampCard } from '#shared/domain/loyalty/programme.ts';
import { takeEmptyShop } from './empty-shop-file.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A clock that stands still until it is told to move. */
export class FakeClock {
  #now: number;
  constructor(now: number) {
    this.#now = now;
  }
  now = (): number => this.#now;
  set(now: number): void {
    this.#now = now;
  }
  /** Moves on by so many minutes. */
  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

export interface ShopOptions {
  readonly kind?: 'cafe' | 'salon' | 'other';
  readonly currency?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly cutoffMinutes?: number;
  readonly language?: 'en' | 'fi';
  /** What the clock shows at first, "YYYY-MM-DD HH:MM" in the shop's time zone. */
  readonly now?: string;
}

export interface TestShop {
  readonly ctx: ShopContext;
  readonly clock: FakeClock;
  readonly database: OpenDatabase;
  readonly directory: string;
  /** Rows that are on disk, by SQL. */
  rows<T = Record<string, unknown>>(sql: string, ...params: readonly (string | number | null)[]): T[];
  /** The only number of the first row. */
  number(sql: string, ...params: readonly (string | number | null)[]): number;
  close(): void;
}

/** The moment at which a shop's wall clock shows "YYYY-MM-DD HH:MM". */
export function momentAt(text: string, timeZone = 'Europe/Helsinki'): number {
  const [date = '', time = '12:00'] = text.split(' ');
  const day = parseDay(date);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return momentOf(day, hour * 60 + minute, { timeZone, cutoffMinutes: 0 });
}

/**
 * What stands in a directory, opened as the product opens it; closed when the test is over.
 * @param now what the clock shows at first, "YYYY-MM-DD HH:MM"
 */
export async function openTestShop(
  directory: string,
  now = '2026-03-10 10:00',
  timeZone = 'Europe/Helsinki',
): Promise<TestShop> {
  const clock = new FakeClock(momentAt(now, timeZone));
  const database = openDatabase(shopFile(directory));
  const ctx: ShopContext = {
    work: new UnitOfWork(database.writer, database.reader),
    clock,
    ids: new Ids(firstTill, (table, from, to) => highestId(database.writer, table, from, to)),
    facts: null,
  };
  ctx.facts = await readShopFacts(ctx.work.read);
  let open = true;
  const close = () => {
    if (open) database.close();
    open = false;
  };
  onTestFinished(close);
  const rows = <T>(sql: string, ...params: readonly (string | number | null)[]) =>
    database.reader.prepare(sql).all(...params) as T[];
  return {
    ctx,
    clock,
    database,
    directory,
    rows,
    number: (sql, ...params) =>
      Number(
        database.reader
          .prepare(sql)
          .pluck()
          .get(...params),
      ),
    close,
  };
}

/** A shop of its own in a temporary directory. */
export async function aShop(options: ShopOptions = {}): Promise<TestShop> {
  const timeZone = options.timeZone ?? 'Europe/Helsinki';
  const directory = temporaryDirectory();
  takeEmptyShop(directory);
  const shop = await openTestShop(directory, options.now, timeZone);
  await setUpShop(shop.ctx, {
    name: 'Corner',
    kind: options.kind ?? 'cafe',
    country: options.country ?? 'FI',
    currency: options.currency ?? 'EUR',
    timeZone,
    cutoffMinutes: options.cutoffMinutes ?? 240,
    language: options.language ?? 'en',
  });
  return shop;
}

/** The same shop after its program was closed and started again. */
export async function restarted(shop: TestShop): Promise<TestShop> {
  await shop.ctx.work.settled();
  shop.close();
  const again = await openTestShop(shop.directory);
  again.clock.set(shop.clock.now());
  return again;
}

/** The programme in force in a shop now. */
export const rulesOf = (ctx: ShopContext): ProgrammeRules =>
  programmeOn(shopFacts(ctx), present(ctx).day).rules;

/** A request id as a screen makes one. */
export const aRequest = (): string => randomUUID();

/** A customer created through the till's own service; returns the id. */
export async function aCustomer(
  ctx: ShopContext,
  customer: Partial<Parameters<typeof createCustomer>[1]> = {},
): Promise<number> {
  return (await createCustomer(ctx, { requestId: aRequest(), name: 'Aino Virtanen', ...customer })).id;
}

/** A check-in through the till's own service, at the clock's time; 4.50 unless said otherwise. */
export function aVisit(
  ctx: ShopContext,
  customerId: number | null,
  visit: Partial<CheckInInput> = {},
): Promise<Receipt> {
  return checkIn(ctx, { requestId: aRequest(), customerId, amount: 450, ...visit });
}

/** An item of the catalogue; a latte for 4.80 unless said otherwise. */
export function anItem(
  ctx: ShopContext,
  item: Partial<Parameters<typeof createItem>[1]> = {},
): ReturnType<typeof createItem> {
  return createItem(ctx, {
    requestId: aRequest(),
    name: 'Latte',
    category: 'Coffee',
    price: 480,
    active: true,
    quickPosition: null,
    ...item,
  });
}

/** The shop's first stamp card. */
export function stampCard(ctx: ShopContext): StampCard {
  const [card] = rulesOf(ctx).stampCards;
  if (!card) throw new Error('this shop has no stamp card');
  return card;
}

/** The reward of the shop's first stamp card. */
export function stampReward(ctx: ShopContext): Reward {
  const { unitId } = stampCard(ctx);
  const reward = rulesOf(ctx).rewards.find((one) => one.unitId === unitId);
  if (!reward) throw new Error('nothing is given for a full stamp card');
  return reward;
}

/** Lifts the daily caps of the stamp cards in force, so that a card can be filled in a day. */
export async function liftDailyCaps(ctx: ShopContext): Promise<void> {
  const rules = rulesOf(ctx);
  if (rules.stampCards.every((card) => card.perDay === null)) return;
  const stampCards = rules.stampCards.map((card) => ({ ...card, perDay: null }));
  await publishProgramme(ctx, {
    requestId: aRequest(),
    rules: { ...rules, stampCards },
    effectiveFrom: null,
  });
}

/** Several check-ins of one customer, one right after the other, each with its stamp. */
export async function visitTimes(ctx: ShopContext, customerId: number, times: number): Promise<void> {
  await liftDailyCaps(ctx);
  for (let time = 0; time < times; time += 1) await aVisit(ctx, customerId);
}
