import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import type { AnyContractProcedure } from '@orpc/contract';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type * as z from 'zod';
import { failures } from '#shared/contract/failures.ts';
import { contract } from '#shared/contract/index.ts';
import { type AppWithClient, anAppWithCafe } from '#tests/support/app-client.ts';
import { arbitraryOf, brokenOf, type Known } from '#tests/support/arbitrary-of-schema.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest } from '#tests/support/shop.ts';

type Calls = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

/** Calls that take long by nature, on purpose (a passphrase) or because they write files; `TEST_ROUNDS` reaches them too. */
const seldom = /^(backups|restore|exports)\.|^loyalty\.(simulate|compare)$|^imports\./;

const inputOf = (procedure: AnyContractProcedure): z.ZodType | null =>
  (procedure['~orpc'].inputSchema as z.ZodType | undefined) ?? null;

/** A café with something of everything, and what is in it. */
async function aBusyCafe() {
  const running = await anAppWithCafe();
  const { client } = running;
  const person = async (name: string) =>
    (await client.customers.create({ requestId: aRequest(), name, issueCard: true })).id;
  const people = [await person('Aino Virtanen'), await person('Eero Laine'), await person('İpek Yıldırım')];
  const { id: itemId } = await client.items.create({
    ...{ requestId: aRequest(), name: 'Latte', category: 'Coffee', price: 480, active: true },
    quickPosition: 1,
  });
  for (const customerId of people) {
    await client.till.checkIn({
      ...{ requestId: aRequest(), customerId, amount: 480 },
      items: [{ itemId, quantity: 1 }],
    });
  }
  await client.customers.addNote({ requestId: aRequest(), customerId: people[0] ?? 0, text: 'Oat milk' });
  const file = new BetterSqlite3(join(running.dataDir, 'shop.sqlite'), { readonly: true });
  onTestFinished(() => void file.close());
  // What the day writes by itself is none of a call's doing: the last of it is awaited.
  const lastRun = file.prepare("SELECT count(*) FROM daily_runs WHERE name = 'campaigns'").pluck();
  await expect.poll(() => lastRun.get(), { timeout: 30_000 }).toBe(1);
  return { running, file };
}

const tablesOf = (file: Database): readonly string[] =>
  file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];

/** Numbers and words of the shop, for inputs that meet something. */
function knownIn(file: Database): Known {
  const values = tablesOf(file)
    .filter((table) => !table.startsWith('customer_search'))
    .flatMap((table) => file.prepare(`SELECT * FROM "${table}" LIMIT 20`).raw().all() as unknown[][])
    .flat();
  const short = values.filter((one): one is string => typeof one === 'string' && one.length < 60);
  return {
    numbers: [...new Set(values.filter((one): one is number => Number.isSafeInteger(one)))],
    texts: [...new Set(short), '2026-03-10', 'nobody'],
  };
}

/** What a refusal is to leave behind: that somebody tried. */
const attempts = ['pin_failures', 'audit_entries', 'audit_facts'];

/** Everything else in the file as one hash. */
function contentOf(file: Database): string {
  const hash = createHash('sha256');
  for (const table of tablesOf(file).filter((name) => !attempts.includes(name))) {
    hash.update(table).update(JSON.stringify(file.prepare(`SELECT * FROM "${table}"`).raw().all()));
  }
  return hash.digest('hex');
}

async function answerTo(
  { client }: AppWithClient,
  name: string,
  input: unknown,
): Promise<{ readonly failed: unknown }> {
  const [noun = '', verb = ''] = name.split('.');
  try {
    const output = await (client as unknown as Calls)[noun]?.[verb]?.(input);
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output)
      for await (const _event of output as AsyncIterable<unknown>);
    return { failed: null };
  } catch (error) {
    return { failed: error };
  }
}

const telling = /SQLITE|sqlite3|node_modules|\.ts:\d|\n\s+at |syntax error/;

/** One call with inputs of one kind: no failure that was not foreseen, nothing told of the inside, nothing written when it is refused. */
async function tryCall(
  { running, file }: Awaited<ReturnType<typeof aBusyCafe>>,
  name: string,
  inputs: fc.Arbitrary<unknown>,
  numRuns: number,
): Promise<void> {
  const version = () => file.pragma('data_version', { simple: true });
  let content = contentOf(file);
  let seen = version();
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const { failed } = await answerTo(running, name, input);
      if (failed !== null) {
        expect(failed).toBeInstanceOf(ORPCError);
        const { code, data, message } = failed as ORPCError<string, unknown>;
        expect(['BAD_REQUEST', ...Object.keys(failures)]).toContain(code);
        expect(code).not.toBe('Unknown');
        expect(`${message} ${JSON.stringify(data)}`).not.toMatch(telling);
      }
      expect(running.logged.filter(({ level }) => level === 'error')).toEqual([]);
      if (version() === seen) return;
      seen = version();
      const after = contentOf(file);
      if (failed !== null) expect(after, `${name} was refused and wrote`).toBe(content);
      content = after;
    }),
    { numRuns, endOnFailure: true },
  );
}

/** What ends or replaces the shop itself has tests of its own. */
const leftOut = [
  'settings.setUp',
  'restore.run',
  'restore.goBack',
  'restore.chooseFile',
  'backups.chooseFolder',
];

describe.each(Object.entries(contract))('every input to %s', (noun, verbs) => {
  const procedures = Object.entries(verbs as Record<string, AnyContractProcedure>);
  it('is answered or refused by a code', async () => {
    const shop = await aBusyCafe();
    const known = knownIn(shop.file);
    for (const [verb, procedure] of procedures) {
      const name = `${noun}.${verb}`;
      const input = inputOf(procedure);
      if (leftOut.includes(name) || input === null) continue;
      const good = arbitraryOf(input, known);
      const often = seldom.test(name) ? 0.1 : 1;
      await tryCall(shop, name, brokenOf(good), Math.ceil(rounds(60) * often));
      await tryCall(shop, name, good, Math.ceil(rounds(30) * often));
    }
  }, 240_000);
});
