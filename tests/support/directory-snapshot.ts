import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a directory with its bytes, to compare before and after. */
export function directorySnapshot(directory: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(directory)
      .sort()
      .map((name) => [name, readFileSync(join(directory, name)).toString('base64')]),
  );
}
