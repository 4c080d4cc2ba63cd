import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import type { Role } from '#shared/domain/staff/roles.ts';
import { type AppWithClient, anApp, anAppWithCafe } from './app-client.ts';
import { aRequest } from './shop.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A running program and the file behind it. */
export interface AppOnFile {
  readonly running: AppWithClient;
  readonly file: Database;
}

/** The PIN of somebody of each role. */
export const pins = { owner: '8351', manager: '7316', staff: '6294' } as const satisfies Record<Role, string>;

/** Who works in a staffed café. */
export interface Team {
  readonly ids: Readonly<Record<Role, number>>;
  readonly recoveryCode: string;
}

/** Data directories that were filled once in this process and are copied from then on. */
const filled = new Map<string, Promise<{ readonly directory: string; readonly told: unknown }>>();

async function fill(name: string, prepare: (running: AppWithClient) => Promise<unknown>) {
  const running = await anAppWithCafe();
  const told = await prepare(running);
  await running.app.close();
  const directory = mkdtempSync(join(tmpdir(), `regulars-${name}-`));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  cpSync(running.dataDir, directory, { recursive: true });
  return { directory, told };
}

/** The program on a copy of what `prepare` made; made by the first who asks, told is what it returned. */
async function openCopy<T>(
  name: string,
  prepare: (running: AppWithClient) => Promise<T>,
): Promise<{ readonly running: AppWithClient; readonly told: T }> {
  const made = filled.get(name) ?? fill(name, prepare);
  filled.set(name, made);
  const { directory, told } = await made;
  const dataDir = temporaryDirectory();
  cpSync(directory, dataDir, { recursive: true });
  return { running: await anApp({ dataDir }), told: told as T };
}

function fileOf({ dataDir }: AppWithClient): Database {
  const file = new BetterSqlite3(join(dataDir, 'shop.sqlite'), { readonly: true });
  onTestFinished(() => void file.close());
  return file;
}

/** What the day writes by itself is none of a call's doing: the last of it is awaited. */
async function dayIsWritten(file: Database): Promise<void> {
  const lastRun = file.prepare("SELECT count(*) FROM daily_runs WHERE name = 'campaigns'").pluck();
  await expect.poll(() => lastRun.get(), { timeout: 30_000 }).toBe(1);
}

async function makeBusy(running: AppWithClient): Promise<void> {
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
  await dayIsWritten(file);
  file.close();
}

async function makeStaffed({ client }: AppWithClient): Promise<Team> {
  const { people } = await client.staff.door();
  const owner = people.find(({ role }) => role === 'owner')?.staffId ?? 0;
  const { recoveryCode } = await client.staff.setPin({ staffId: owner, pin: pins.owner });
  const add = async (name: string, role: 'manager' | 'staff') => {
    const added = await client.staff.add({ requestId: aRequest(), name, role, pin: pins[role] });
    return added.people.find((one) => one.name === name)?.staffId ?? 0;
  };
  const manager = await add('Oona', 'manager');
  const staff = await add('Eetu', 'staff');
  return { ids: { owner, manager, staff }, recoveryCode: recoveryCode ?? '' };
}

/** A café with something of everything, in which one person works without a PIN; its day is written. */
export async function aBusyCafe(): Promise<AppOnFile> {
  const { running } = await openCopy('busy', makeBusy);
  const file = fileOf(running);
  await dayIsWritten(file);
  return { running, file };
}

/** The same with an owner, Oona (manager) and Eetu (staff), who have PINs; nobody is signed in. */
export async function aBusyStaffedCafe(): Promise<AppOnFile & Team> {
  const { running, told } = await openCopy('busy-staffed', async (made) => {
    await makeBusy(made);
    return makeStaffed(made);
  });
  return { running, file: fileOf(running), ...told };
}

/** A café without a customer in which an owner, Oona (manager) and Eetu (staff) have PINs; the owner is signed in. */
export async function aStaffedCafe(): Promise<AppWithClient & Team> {
  const { running, told } = await openCopy('staffed', makeStaffed);
  await running.client.staff.signIn({ staffId: told.ids.owner, pin: pins.owner });
  return { ...running, ...told };
}
