import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { queries } from '#electron/reports/queries.ts';
import { StoppedRun } from '#electron/reports/run.ts';
import { rowsOf } from '#electron/reports/standing-days.ts';
import { StoppableDb } from '#electron/reports/stoppable-db.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';

const period = {
  start: parseDay('2026-04-01') ?? expect.unreachable(),
  end: parseDay('2026-05-01') ?? expect.unreachable(),
  today: parseDay('2026-05-02') ?? expect.unreachable(),
  window: 60,
  tiers: [],
};

describe('a question that nobody waits for any more', () => {
  it('runs no further statement, and gives way seldom enough to cost nothing', async () => {
    const { ctx } = await aShop({ now: '2026-04-10 10:00' });
    await aVisit(ctx, await aCustomer(ctx));
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    let pauses = 0;
    let stop = false;
    const db = new StoppableDb(ctx.work.read, async () => {
      pauses += 1;
      if (stop) throw new StoppedRun();
    });
    const one = () => rowsOf(db, sql<{ one: number }>`SELECT 1 AS one`);
    expect(await one()).toEqual([{ one: 1 }]);
    clock.mockReturnValue(19);
    await one();
    expect(pauses).toBe(0);
    clock.mockReturnValue(20);
    await one();
    await one();
    expect(pauses).toBe(1);
    stop = true;
    clock.mockReturnValue(40);
    await expect(one()).rejects.toThrow(StoppedRun);
    await expect(db.giveWay()).rejects.toThrow(StoppedRun);
    clock.mockRestore();
  });

  it('of the trend and the splits ends at every statement and between the periods, and tells the same without', async () => {
    const { ctx } = await aShop({ now: '2026-04-10 10:00' });
    await aVisit(ctx, await aCustomer(ctx));
    const trend = { ...period, periods: 24 };
    for (const ask of [
      (db: StoppableDb) => queries.trend(db, trend),
      (db: StoppableDb) => queries.splits(db, period),
    ]) {
      const clock = vi.spyOn(performance, 'now');
      let time = 0;
      clock.mockImplementation(() => {
        time += 1000;
        return time;
      });
      let pauses = 0;
      const answer = await ask(
        new StoppableDb(ctx.work.read, async () => {
          pauses += 1;
        }),
      );
      for (let last = 1; last <= pauses; last += 1) {
        let left = last;
        const stopped = new StoppableDb(ctx.work.read, async () => {
          left -= 1;
          if (left === 0) throw new StoppedRun();
        });
        await expect(ask(stopped)).rejects.toThrow(StoppedRun);
      }
      clock.mockReturnValue(time);
      const never = new StoppableDb(ctx.work.read, () => expect.unreachable());
      expect(await ask(never)).toEqual(answer);
      clock.mockRestore();
      expect(pauses).toBeGreaterThan(8);
    }
  });
});
