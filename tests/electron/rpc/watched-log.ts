import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { callsLoggedAfter } from '#shared/domain/audit/logged-after.ts';

const shapeOf = (procedure: AnyContractProcedure): object =>
  (procedure['~orpc'].inputSchema as { readonly shape?: object } | undefined)?.shape ?? {};

/** Calls that write: each asks for a request, so that it can be sent again, or is among those that the log knows. */
export const writingCalls: ReadonlySet<string> = new Set([
  ...callsLoggedAfter,
  ...['loyalty.saveDraft', 'loyalty.discardDraft'],
  ...Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, AnyContractProcedure>)
      .filter(([, procedure]) => 'requestId' in shapeOf(procedure))
      .map(([verb]) => `${noun}.${verb}`),
  ),
]);

/**
 * The log of a shop beside the program that writes it, also where a restore has put another file in its place. Visits say
 * who and when themselves and are part of it.
 */
export function watchedLog(dataDir: string) {
  const path = join(dataDir, 'shop.sqlite');
  let opened: { readonly file: Database; readonly inode: number } | null = null;
  onTestFinished(() => void opened?.file.close());
  const file = (): Database => {
    const inode = statSync(path).ino;
    if (opened?.inode === inode) return opened.file;
    opened?.file.close();
    opened = { file: new BetterSqlite3(path, { readonly: true }), inode };
    return opened.file;
  };
  const number = (sql: string, ...values: readonly string[]): number =>
    Number(
      file()
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  /** Moves with every transaction somebody else wrote. */
  const version = (): unknown => file().pragma('data_version', { simple: true });
  return {
    /** How often a call stands in the log. */
    count: (call: string): number =>
      number('SELECT count(*) FROM audit_entries WHERE call = ?', call) +
      (call.startsWith('till.') ? number("SELECT count(*) FROM visits WHERE source = 'till'") : 0),
    version,
    /** Whether asking writes each time: what happens by itself in between does not do so time and again. */
    movesWith: async (ask: () => Promise<unknown>): Promise<boolean> => {
      for (let time = 0; time < 10; time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const before = version();
        await ask();
        if (version() === before) return false;
      }
      return true;
    },
  };
}
