import { describe, expect, it } from 'vitest';
import { ReportCache } from '#electron/reports/report-cache.ts';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';

type Asked = ConstructorParameters<typeof ReportCache>[0];

/** Reports that count how often they are really asked. */
async function counted() {
  const shop = await aShop({ now: '2026-04-10 10:00' });
  const client = reportsOf(shop);
  const asked: string[] = [];
  const askUntil: Asked['askUntil'] = (signal, name, ...input) => {
    asked.push(name);
    return client.askUntil(signal, name, ...input);
  };
  const run: Asked['run'] = (name, ...input) => {
    asked.push(name);
    return client.run(name, ...input);
  };
  return { shop, asked, cache: new ReportCache({ askUntil, run }, () => shop.ctx.work.dataVersion) };
}

const neverRun: Asked['run'] = () => expect.unreachable();

describe('reports that were worked out already', () => {
  it('are worked out once for the same question, also by those who ask meanwhile', async () => {
    const { shop, asked, cache } = await counted();
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    const [first, second] = await Promise.all([cache.ask('visitSpan', null), cache.ask('visitSpan', null)]);
    expect(first).toEqual({ firstDay: '2026-04-10', lastDay: '2026-04-10' });
    expect(second).toEqual(first);
    expect(await cache.ask('visitSpan', null)).toEqual(first);
    expect(asked).toEqual(['visitSpan']);
  });

  it('are worked out anew after a write, by whomever', async () => {
    const { shop, asked, cache } = await counted();
    expect(await cache.ask('visitSpan', null)).toEqual({ firstDay: null, lastDay: null });
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    expect(await cache.ask('visitSpan', null)).toEqual({ firstDay: '2026-04-10', lastDay: '2026-04-10' });
    expect(asked).toEqual(['visitSpan', 'visitSpan']);
  });

  it('are told apart by what was asked', async () => {
    const { asked, cache } = await counted();
    await cache.ask('customerNames', [1]);
    await cache.ask('customerNames', [2]);
    await cache.ask('customerNames', [1]);
    expect(asked).toHaveLength(2);
  });

  it('are asked again after a failure', async () => {
    let calls = 0;
    const askUntil: Asked['askUntil'] = () => {
      calls += 1;
      return Promise.reject(new Error('lost'));
    };
    const cache = new ReportCache({ askUntil, run: neverRun }, () => 1);
    await expect(cache.ask('visitSpan', null)).rejects.toThrow('lost');
    await expect(cache.ask('visitSpan', null)).rejects.toThrow('lost');
    expect(calls).toBe(2);
  });

  it('are kept when a long one came to its end, and not when its reader left', async () => {
    const { shop, asked, cache } = await counted();
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    const question = { to: businessDay(20_600), today: businessDay(20_600) };
    const left = new AbortController();
    const leave = () => left.abort(new Error('left'));
    await expect(cache.run('gaps', question, leave, left.signal)).rejects.toThrow('left');
    const told: unknown[] = [];
    const found = await cache.run('gaps', question, (progress) => told.push(progress));
    expect(found).toMatchObject({ n: 1, events: 0 });
    expect(told.at(-1)).toEqual({ done: 1, total: 1 });
    expect(await cache.run('gaps', question, () => expect.unreachable())).toEqual(found);
    expect(asked).toEqual(['gaps', 'gaps']);
    await aVisit(shop.ctx, null);
    await cache.run('gaps', question, () => undefined);
    expect(asked).toHaveLength(3);
  });

  it('end when everybody who asked has left, and not while somebody waits', async () => {
    const stopped: unknown[] = [];
    const answers: ((answer: unknown) => void)[] = [];
    const askUntil = ((signal: AbortSignal, name: string) =>
      new Promise((resolve, reject) => {
        answers.push(resolve);
        signal.addEventListener('abort', () => {
          stopped.push(name);
          reject(signal.reason);
        });
      })) as unknown as Asked['askUntil'];
    const cache = new ReportCache({ askUntil, run: neverRun }, () => 1);
    const [one, other] = [new AbortController(), new AbortController()];
    const first = cache.until(one.signal).ask('visitSpan', null);
    const second = cache.until(other.signal).ask('visitSpan', null);
    one.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(stopped).toEqual([]);
    other.abort(new Error('gone too'));
    await expect(second).rejects.toThrow('gone too');
    expect(stopped).toEqual(['visitSpan']);
    await expect(cache.until(one.signal).ask('visitSpan', null)).rejects.toThrow('gone');
    expect(answers).toHaveLength(1);

    const third = new AbortController();
    const leaving = cache.until(third.signal).ask('visitSpan', null);
    const staying = cache.ask('visitSpan', null);
    third.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    answers[1]?.({ firstDay: '2026-04-01', lastDay: null });
    expect(await staying).toEqual({ firstDay: '2026-04-01', lastDay: null });
    expect(await cache.until(new AbortController().signal).ask('visitSpan', null)).toEqual(await staying);
    expect([stopped, answers]).toEqual([['visitSpan'], expect.objectContaining({ length: 2 })]);
  });

  it('are let go when there are many, the least lately used first', async () => {
    const asked: number[] = [];
    const askUntil = ((_signal: AbortSignal, _name: string, ids: readonly number[]) => {
      asked.push(ids[0] ?? -1);
      return Promise.resolve(new Map());
    }) as unknown as Asked['askUntil'];
    const cache = new ReportCache({ askUntil, run: neverRun }, () => 1);
    for (let id = 0; id < 100; id += 1) await cache.ask('customerNames', [id]);
    await cache.ask('customerNames', [0]);
    await cache.ask('customerNames', [100]);
    await cache.ask('customerNames', [0]);
    expect(asked).toHaveLength(101);
    await cache.ask('customerNames', [1]);
    expect(asked).toHaveLength(102);
  });
});
