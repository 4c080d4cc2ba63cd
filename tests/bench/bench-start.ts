import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { buildMissing } from '#electron/launch/build-missing.ts';
import { Ids } from '#electron/platform/ids.ts';
import { setUpShop } from '#electron/services/set-up-shop.ts';
import { measureInChild } from './child-process.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, megabytes, middle, ms } from './measurement.ts';
import { keystrokes, wantedCustomers } from './search-queries.ts';
import { copyShop } from './shop-copy.ts';
import type { StartFigures } from './start-child.ts';

const child = new URL('./start-child.ts', import.meta.url);
const rounds = 7;

/** A data directory of a shop that was set up and has nobody in it yet. */
async function emptyShop(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-bench-empty-'));
  const database = openDatabase(shopFile(dataDir));
  const work = new UnitOfWork(database.writer, database.reader);
  await setUpShop(
    { work, clock: { now: () => designNow }, ids: new Ids(1, () => null), facts: null },
    {
      name: 'Empty',
      kind: 'cafe',
      country: 'FI',
      currency: 'EUR',
      timeZone: 'Europe/Helsinki',
      cutoffMinutes: 240,
      language: 'en',
    },
  );
  database.close();
  return dataDir;
}

/** Goal 8: the start at the design size against the start of an empty shop, in fresh processes, in turns. */
export async function benchStart(file: string): Promise<readonly Measurement[]> {
  await buildMissing({ force: false, say: () => undefined });
  const copy = copyShop(file);
  const queries = JSON.stringify(keystrokes(wantedCustomers(copy.database.reader, 60)).slice(0, 300));
  copy.database.close();
  const empty = await emptyShop();
  const full: StartFigures[] = [];
  const bare: StartFigures[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      full.push(await measureInChild<StartFigures>(child, [copy.dataDir, queries]));
      bare.push(await measureInChild<StartFigures>(child, [empty, queries]));
    }
  } finally {
    copy.remove();
    rmSync(empty, { recursive: true, force: true });
  }
  const of = (pick: (figures: StartFigures) => number) =>
    [middle(full.map(pick)), middle(bare.map(pick))] as const;
  const [fullAnswer, bareAnswer] = of(({ firstAnswer }) => firstAnswer);
  const [fullOpened, bareOpened] = of(({ opened }) => opened);
  const [fullResident, bareResident] = of(({ resident }) => resident);
  const [fullHeap, bareHeap] = of(({ heap }) => heap);
  return [
    {
      name: '8 open to first search answered, beyond an empty file / 50 ms',
      ratio: Math.max(0, fullAnswer - bareAnswer) / 50,
      goal: 1,
      detail: `${ms(fullAnswer)} (opening ${ms(fullOpened)}) against ${ms(bareAnswer)} (opening ${ms(bareOpened)})`,
    },
    {
      name: '8 memory beyond that of an empty shop / 25 MB',
      ratio: Math.max(0, fullResident - bareResident) / 25e6,
      goal: 1,
      detail: `process ${megabytes(fullResident)} against ${megabytes(bareResident)}; objects ${megabytes(fullHeap)} against ${megabytes(bareHeap)}`,
    },
  ];
}
