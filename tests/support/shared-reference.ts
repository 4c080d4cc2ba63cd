import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { projectRoot } from './project-root.ts';
import { skipBecause } from './skip-because.ts';

const folder = join(projectRoot, '../shared/reference');

/**
 * A reference file that may not be kept with the project: read from the folder beside it. Where that folder is not,
 * the running test is left out and says so.
 */
export function sharedReference(context: TestContext, name: string): Buffer {
  const path = join(folder, name);
  if (!existsSync(path)) skipBecause(context, `${name} is not on this computer (../shared/reference)`);
  return readFileSync(path);
}
