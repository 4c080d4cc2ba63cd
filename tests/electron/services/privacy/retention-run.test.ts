import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRetention } from '#electron/services/privacy/retention-run.ts';
import { type AppWithClient, anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest } from '#tests/support/shop.ts';
import { readRows } from '#tests/support/shop-file.ts';

const dayMinutes = 24 * 60;

const run = ({ app }: AppWithClient, signal?: AbortSignal) => runRetention(app.context(null).shop(), signal);

const person = async ({ client }: AppWithClient, name: string) =>
  (await client.customers.create({ requestId: aRequest(), name, phone: '040 555 0101' })).id;

const names = async ({ client }: AppWithClient) =>
  (await client.customers.list({})).rows.map(({ name }) => name).sort();

const visit = ({ client }: AppWithClient, customerId: number) =>
  client.till.checkIn({ requestId: aRequest(), customerId, amount: 500 });

/** A café where Aino, Bo and Cia came in March 2026 only, Dan answered a question since, and Eeva came again. */
async function threeYearsLater() {
  const cafe = await anAppWithCafe();
  const { client, clock } = cafe;
  expect(await run(cafe)).toBeNull();
  const [aino, bo, cia, dan, eeva] = [
    await person(cafe, 'Aino'),
    await person(cafe, 'Bo'),
    await person(cafe, 'Cia'),
    await person(cafe, 'Dan'),
    await person(cafe, 'Eeva'),
  ];
  for (const id of [aino, bo, eeva]) await visit(cafe, id);
  await client.privacy.addCareNote({
    requestId: aRequest(),
    customerId: eeva,
    kind: 'health',
    text: 'Faints at heat',
  });
  clock.pass(500 * dayMinutes);
  await client.customers.answerConsent({
    requestId: aRequest(),
    customerId: dan,
    purpose: 'membership',
    granted: true,
  });
  await visit(cafe, eeva);
  // 2029-03-15: nobody ran it for three years, because the shop was closed.
  clock.pass(601 * dayMinutes);
  return { ...cafe, aino, bo, cia, dan, eeva };
}

describe('the monthly run', () => {
  it('forgets just those on the list, with what they hold said before, and each in the log', {
    timeout: 60_000,
  }, async () => {
    const cafe = await threeYearsLater();
    const { client, aino, bo, cia, eeva, clock, dataDir } = cafe;
    const list = await client.privacy.inactive({});
    // The run of March looks at its first day: nobody has been gone for 36 months then.
    expect(list).toMatchObject({ run: '2029-03-15', total: 0, people: [] });
    clock.pass(20 * dayMinutes);
    const later = await client.privacy.inactive({});
    expect(later).toMatchObject({ run: '2029-04-04', total: 3, kept: [] });
    expect(later.people.map(({ name, lastDay, visits }) => [name, lastDay, visits])).toEqual([
      ['Aino', '2026-03-10', 1],
      ['Bo', '2026-03-10', 1],
      ['Cia', '2026-03-10', 0],
    ]);
    expect(later.people[0]?.balances).toEqual(
      expect.arrayContaining([{ kind: 'points', balance: expect.any(Number) }]),
    );
    await client.privacy.keep({ requestId: aRequest(), customerId: bo, keep: true });
    const kept = await client.privacy.inactive({});
    expect(kept.people.map(({ customerId }) => customerId)).toEqual([aino, cia]);
    expect(kept.kept).toMatchObject([{ customerId: bo, name: 'Bo', lastDay: '2026-03-10' }]);
    const figures = () => [
      readRows(dataDir, 'SELECT id, amount, customer_id FROM visits ORDER BY id'),
      readRows(dataDir, 'SELECT * FROM balances ORDER BY 1, 2'),
    ];
    const before = figures();
    expect(await run(cafe)).toEqual({ people: 2, notes: 1 });
    expect(figures()).toEqual(before);
    expect(await names(cafe)).toEqual(['Bo', 'Dan', 'Eeva']);
    expect(readRows(dataDir, 'SELECT cause FROM erasures')).toEqual([
      { cause: 'retention' },
      { cause: 'retention' },
    ]);
    expect((await client.privacy.careNotes({ customerId: eeva })).notes).toEqual([]);
    const log = readRows(
      dataDir,
      'SELECT call, customer_id, staff_id FROM audit_entries WHERE staff_id IS NULL ORDER BY number',
    );
    expect(log).toEqual([
      { call: 'privacy.careNoteGone', customer_id: eeva, staff_id: null },
      { call: 'privacy.erase', customer_id: aino, staff_id: null },
      { call: 'privacy.erase', customer_id: cia, staff_id: null },
    ]);
    expect(await run(cafe)).toBeNull();
    await client.privacy.keep({ requestId: aRequest(), customerId: bo, keep: false });
    expect((await client.privacy.inactive({})).run).toBe('2029-05-01');
    clock.pass(30 * dayMinutes);
    expect(await run(cafe)).toEqual({ people: 1, notes: 0 });
    expect(await names(cafe)).toEqual(['Dan', 'Eeva']);
  });

  it('goes on after it was cut short, and waits for the next month after a change of the period', {
    timeout: 60_000,
  }, async () => {
    const cafe = await threeYearsLater();
    const { client, app, clock, dataDir } = cafe;
    clock.pass(20 * dayMinutes);
    await client.privacy.setRules({ requestId: aRequest(), inactiveMonths: 12 });
    expect(await client.privacy.inactive({})).toMatchObject({ run: '2029-05-01', total: 5 });
    expect(await run(cafe)).toBeNull();
    await client.privacy.setRules({ requestId: aRequest(), inactiveMonths: null });
    expect(await client.privacy.inactive({})).toEqual({ run: null, total: 0, people: [], kept: [] });
    await client.privacy.setRules({ requestId: aRequest(), inactiveMonths: 36 });
    clock.pass(30 * dayMinutes);
    const ending = new AbortController();
    const gone = () => readRows(dataDir, 'SELECT customer_id FROM erasures').length;
    // Between one person and the next the run lets everybody else go first.
    const watch = setInterval(() => gone() > 0 && ending.abort(new Error('closed')), 0);
    await expect(run(cafe, ending.signal)).rejects.toThrow('closed');
    clearInterval(watch);
    const cut = (await names(cafe)).length;
    expect(cut).toBeGreaterThan(2);
    expect(cut).toBeLessThan(5);
    await app.close();
    const again = await anApp({ dataDir, clock });
    expect((await run(again))?.people).toBe(cut - 2);
    expect(await names(again)).toEqual(['Dan', 'Eeva']);
  });
});

describe('the list of whom the next run forgets', () => {
  it('never holds anybody who was here, or answered, within the period', async () => {
    const cafe = await anAppWithCafe();
    const { client, clock } = cafe;
    await run(cafe);
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(gaps, async (days) => {
        const seen = new Map<number, number>();
        for (const [index, gap] of days.entries()) {
          clock.pass(gap * dayMinutes);
          const id = await person(cafe, `P${index}`);
          if (index % 2 === 0) await visit(cafe, id);
          seen.set(id, clock.now());
        }
        const { run: day, people } = await client.privacy.inactive({ limit: 500 });
        for (const { customerId } of people) {
          const gone = (Date.parse(day ?? '') - (seen.get(customerId) ?? 0)) / 86_400_000;
          if (seen.has(customerId)) expect(gone).toBeGreaterThan(35.9 * 30);
        }
      }),
      { numRuns: rounds(3) },
    );
  });
});
