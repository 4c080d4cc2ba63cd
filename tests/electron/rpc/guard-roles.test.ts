import { ORPCError } from '@orpc/client';
import type { AnyContractProcedure } from '@orpc/contract';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { contract } from '#shared/contract/index.ts';
import { answeredWhileLocked, permissionOf } from '#shared/domain/staff/permissions.ts';
import { type Role, roles } from '#shared/domain/staff/roles.ts';
import type { AppWithClient } from '#tests/support/app-client.ts';
import { arbitraryOf } from '#tests/support/arbitrary-of-schema.ts';
import { type AppOnFile, aBusyStaffedCafe, pins, type Team } from '#tests/support/busy-cafe.ts';
import { contentOf } from '#tests/support/file-content.ts';

type Client = AppWithClient['client'];
type Calls = Readonly<Record<string, Readonly<Record<string, (input?: unknown) => Promise<unknown>>>>>;

/** Put another file before every screen, and are tried where training is. */
const leftOut = ['training'];

const procedures = Object.entries(contract)
  .filter(([noun]) => !leftOut.includes(noun))
  .flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, AnyContractProcedure>).map(([verb, procedure]) => ({
      name: `${noun}.${verb}`,
      ask: (client: Client, input?: unknown) => (client as unknown as Calls)[noun]?.[verb]?.(input),
      input: (procedure['~orpc'].inputSchema as z.ZodType | undefined) ?? null,
    })),
  );

/** No input of any call is a number, so it is refused by its shape once the guard has let it through. */
const misshapen = 42;

const newestEntry = (file: Database): unknown =>
  file.prepare('SELECT call, outcome, staff_id AS staffId FROM audit_entries ORDER BY number DESC').get();

/** The code a call failed with; null when it went through. */
async function codeOf(answer: Promise<unknown> | undefined): Promise<string | null> {
  try {
    const output = await answer;
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output)
      for await (const _event of output as AsyncIterable<unknown>);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ORPCError);
    return (error as ORPCError<string, unknown>).code;
  }
}

/** An input of the right shape that may well mean something: what would be written if nobody stood before it. */
function fittingInputs(input: z.ZodType | null): readonly unknown[] {
  if (input === null) return [undefined];
  const known = { numbers: [1, 2, 480], texts: ['2026-03-10', 'Aino Virtanen'] };
  return fc.sample(arbitraryOf(input, known), { seed: 20_260_310, numRuns: 2 });
}

const refusedWith = { approval: 'ApprovalNeeded', refused: 'NotAllowed' } as const;

/** What ends the session is tried last; PINs stay, because several people work here. */
const last = ['staff.turnPinsOff', 'training.enter', 'training.reset', 'training.leave', 'staff.lock'];
const inOrder = procedures.toSorted((one, other) => last.indexOf(one.name) - last.indexOf(other.name));

type Cafe = AppWithClient & AppOnFile & Team;

/** Refused in the words of the table, put on record under the right name, and nothing else written. */
async function expectRefusals({ client, file, ids }: Cafe, role: Role): Promise<void> {
  const before = contentOf(file);
  for (const { name, ask, input } of procedures) {
    const permission = permissionOf(name, role);
    if (permission === 'allowed') continue;
    for (const fitting of fittingInputs(input)) {
      const code = await codeOf(ask(client, fitting));
      expect([role, name, code]).toEqual([role, name, refusedWith[permission]]);
      expect(newestEntry(file)).toEqual({ call: name, outcome: 'refused', staffId: ids[role] });
    }
    expect(contentOf(file), `${name} was refused to ${role} and wrote`).toBe(before);
  }
}

/** Let through by the guard: then a misshapen input is refused by its shape, and a call without one is made. */
async function expectLetThrough({ client }: Cafe, role: Role): Promise<void> {
  for (const { name, ask, input } of inOrder) {
    if (permissionOf(name, role) !== 'allowed') continue;
    const code = await codeOf(ask(client, input === null ? undefined : misshapen));
    if (input !== null) expect([role, name, code]).toEqual([role, name, 'BAD_REQUEST']);
    else
      expect([role, name, code]).not.toEqual([
        role,
        name,
        expect.stringMatching(/Locked|NotAllowed|ApprovalN/),
      ]);
  }
}

/** Nobody is signed in: only what stands before the door is answered. */
async function expectLocked({ client, file }: Cafe): Promise<void> {
  await client.staff.lock();
  const before = contentOf(file);
  for (const { name, ask, input } of inOrder) {
    if (answeredWhileLocked(name)) {
      const code = await codeOf(ask(client, input === null ? undefined : misshapen));
      expect([name, code]).toEqual([name, input === null ? null : 'BAD_REQUEST']);
      continue;
    }
    for (const fitting of fittingInputs(input))
      expect([name, await codeOf(ask(client, fitting))]).toEqual([name, 'Locked']);
  }
  expect(contentOf(file)).toBe(before);
}

describe('every call of the contract', () => {
  it('is refused and let through, by role and while locked, as the table says', async () => {
    const staffed = await aBusyStaffedCafe();
    const cafe: Cafe = { ...staffed.running, ...staffed };
    for (const role of roles) {
      await cafe.client.staff.signIn({ staffId: cafe.ids[role], pin: pins[role] });
      await expectRefusals(cafe, role);
      await expectLetThrough(cafe, role);
    }
    await expectLocked(cafe);
    expect(cafe.logged.filter(({ level }) => level === 'error')).toEqual([]);
  }, 120_000);
});
