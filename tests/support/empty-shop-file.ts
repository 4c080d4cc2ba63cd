import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';

/** Where the run keeps the file of a shop that was never set up; told to the tests, which run in processes of their own. */
const place = 'TEST_EMPTY_SHOP';

/** Global set-up of the unit tests: has the product make one such file, of which thousands of tests take a copy. */
export function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'regulars-empty-'));
  const make = (): void => {
    rmSync(shopFile(directory), { force: true });
    openDatabase(shopFile(directory)).close();
  };
  make();
  process.env[place] = shopFile(directory);
  project.onTestsRerun(async () => make());
  return () => rmSync(directory, { recursive: true, force: true });
}

/** Saves a directory without a shop the making of all its tables, which tests of their own look at. */
export function takeEmptyShop(directory: string): void {
  const ready = process.env[place];
  if (ready !== undefined && !existsSync(shopFile(directory))) copyFileSync(ready, shopFile(directory));
}
