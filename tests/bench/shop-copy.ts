import { closeSync, constants, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { highestId } from '#electron/db/highest-id.ts';
import { type OpenDatabase, openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { Ids } from '#electron/platform/ids.ts';
import { readShopFacts, type ShopContext } from '#electron/services/shop-context.ts';

/** A data directory of its own with a copy of a shop's file; removed by `remove`. */
export interface ShopCopy {
  readonly dataDir: string;
  readonly database: OpenDatabase;
  remove(): void;
}

/** What a system has still to write would keep the disk from what is measured. */
function putOnDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Copies a shop's file, sharing its blocks where the file system can, and opens it as the product does. */
export function copyShop(file: string): ShopCopy {
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-bench-copy-'));
  copyFileSync(file, shopFile(dataDir), constants.COPYFILE_FICLONE);
  putOnDisk(shopFile(dataDir));
  const database = openDatabase(shopFile(dataDir));
  return {
    dataDir,
    database,
    remove: () => {
      database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The context of services on a copy, at a clock of the benchmark's own; `writer` may be a recording one. */
export async function contextOn(
  { database }: ShopCopy,
  clock: ShopContext['clock'],
  writer: Database = database.writer,
): Promise<ShopContext> {
  const work = new UnitOfWork(writer, database.reader);
  const ids = new Ids(1, (table, from, to) => highestId(database.writer, table, from, to));
  return { work, clock, ids, facts: await readShopFacts(work.read) };
}
