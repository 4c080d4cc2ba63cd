import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DesignSize, designSize } from './design-lives.ts';
import { makeDesignShop } from './design-shop.ts';

const root = join(import.meta.dirname, '../..');

/** Changes whenever the shape of the file or the way it is made does. */
function recipeHash(): string {
  const recipe = globSync(['migrations/*.ts', 'tests/bench/design-*.ts', 'shared/domain/demo/*.ts'], {
    cwd: root,
  });
  const hash = createHash('sha256');
  const sources = recipe.filter((file) => !file.endsWith('.test.ts'));
  for (const file of sources.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Path of a shop's file of that size, made when there is none yet: kept under the system's directory for temporary
 * files, by the shape of the schema and of the generator. Copy it before writing to it.
 */
export async function designShopFile(
  size: DesignSize = designSize,
  say: (sentence: string) => void = () => {},
): Promise<string> {
  const folder = join(tmpdir(), 'regulars-bench');
  const name = `shop-${size.customers}-${size.visits}-`;
  const file = join(folder, `${name}${recipeHash()}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  // What an earlier recipe has made is of no use any more, and large.
  for (const old of globSync(`${name}*.sqlite`, { cwd: folder })) rmSync(join(folder, old));
  say(`Making a shop of ${size.customers} customers and ${size.visits} visits, once...`);
  const unfinished = `${file}.${process.pid}`;
  try {
    await makeDesignShop(unfinished, size);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${unfinished}${suffix}`, { force: true });
  }
  return file;
}

export { type DesignSize, designSize };
