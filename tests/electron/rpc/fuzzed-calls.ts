import { ORPCError } from '@orpc/client';
import type { AnyContractProcedure } from '@orpc/contract';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { expect } from 'vitest';
import type * as z from 'zod';
import { failures } from '#shared/contract/failures.ts';
import { contract } from '#shared/contract/index.ts';
import type { AppWithClient } from '#tests/support/app-client.ts';
import { arbitraryOf, brokenOf, type Known } from '#tests/support/arbitrary-of-schema.ts';
import type { AppOnFile } from '#tests/support/busy-cafe.ts';
import { contentOf, tablesOf } from '#tests/support/file-content.ts';

type Calls = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

/** What ends or replaces the shop itself has tests of its own. */
const leftOut = [
  'settings.setUp',
  'restore.run',
  'restore.goBack',
  'restore.chooseFile',
  'backups.chooseFolder',
];

/** Calls that take long by nature, on purpose (a passphrase, a PIN) or because they write files. */
const seldom = /^(backups|restore|exports)\.|^loyalty\.(simulate|compare)$|^imports\./;

/** A call of the contract that takes an input. */
export interface FuzzedCall {
  readonly name: string;
  readonly input: z.ZodType;
  /** The codes of the failures it declares. */
  readonly declared: readonly string[];
  /** A tenth for calls that take long by nature; `TEST_ROUNDS` reaches them too. */
  readonly often: number;
}

/** The calls of one noun that take an input, without those that end or replace the shop. */
export function fuzzedCallsOf(noun: keyof typeof contract): readonly FuzzedCall[] {
  return Object.entries<AnyContractProcedure>(contract[noun]).flatMap(([verb, procedure]) => {
    const name = `${noun}.${verb}`;
    const input = procedure['~orpc'].inputSchema as z.ZodType | undefined;
    if (input === undefined || leftOut.includes(name)) return [];
    const declared = Object.keys(procedure['~orpc'].errorMap);
    return [{ name, input, declared, often: seldom.test(name) ? 0.1 : 1 }];
  });
}

export const nouns = Object.keys(contract) as readonly (keyof typeof contract)[];

/** Numbers and words of the shop, for inputs that meet something. */
export function knownIn(file: Database): Known {
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

async function failureOf({ client }: AppWithClient, name: string, input: unknown): Promise<unknown> {
  const [noun = '', verb = ''] = name.split('.');
  try {
    const output = await (client as unknown as Calls)[noun]?.[verb]?.(input);
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output)
      for await (const _event of output as AsyncIterable<unknown>);
    return null;
  } catch (error) {
    return error;
  }
}

const telling = /SQLITE|sqlite3|node_modules|\.ts:\d|\n\s+at |syntax error/;

/** The code of a failure that was foreseen and tells nothing of the inside; null where there was none. */
function codeOf(failed: unknown): string | null {
  if (failed === null) return null;
  expect(failed).toBeInstanceOf(ORPCError);
  const { code, data, message } = failed as ORPCError<string, unknown>;
  expect(['BAD_REQUEST', ...Object.keys(failures)]).toContain(code);
  expect(code).not.toBe('Unknown');
  expect(`${message} ${JSON.stringify(data)}`).not.toMatch(telling);
  return code;
}

const noErrors = ({ logged }: AppWithClient): void =>
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);

/** One call with inputs of one kind: no failure that was not foreseen, nothing told of the inside, nothing written when it is refused. */
async function tryCall(
  { running, file }: AppOnFile,
  name: string,
  inputs: fc.Arbitrary<unknown>,
  numRuns: number,
): Promise<void> {
  const version = () => file.pragma('data_version', { simple: true });
  let content = contentOf(file);
  let seen = version();
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const code = codeOf(await failureOf(running, name, input));
      noErrors(running);
      if (version() === seen) return;
      seen = version();
      const after = contentOf(file);
      if (code !== null) expect(after, `${name} was refused and wrote`).toBe(content);
      content = after;
    }),
    { numRuns, endOnFailure: true },
  );
}

/** How many inputs of each kind a call gets. */
export interface Tries {
  readonly broken: number;
  readonly good: number;
}

/** A call that whoever is there may make, with inputs that do not fit and such that do. */
export async function expectAnswers(
  shop: AppOnFile,
  call: FuzzedCall,
  known: Known,
  tries: Tries,
): Promise<void> {
  const { name, often } = call;
  const good = arbitraryOf(call.input, known);
  await tryCall(shop, name, brokenOf(good), Math.ceil(tries.broken * often));
  await tryCall(shop, name, good, Math.ceil(tries.good * often));
}

/** A call that whoever is there may not make: every input gets one of the codes, and nothing but the attempts is written. */
export async function expectRefusedWith(
  refused: readonly string[],
  { running, file }: AppOnFile,
  call: FuzzedCall,
  known: Known,
  tries: Tries,
): Promise<void> {
  const before = contentOf(file);
  const good = arbitraryOf(call.input, known);
  const refuses = fc.asyncProperty(fc.oneof(good, brokenOf(good)), async (input) => {
    const code = codeOf(await failureOf(running, call.name, input));
    expect(refused, `${call.name}: ${code}`).toContain(code);
  });
  await fc.assert(refuses, { numRuns: tries.broken + tries.good, endOnFailure: true });
  noErrors(running);
  expect(contentOf(file), `${call.name} was refused and wrote`).toBe(before);
}
