import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceFingerprint } from './source-fingerprint.ts';

/** The project's own directory. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

interface Target {
  readonly name: string;
  readonly config: string;
  /** Files and folders whose content decides whether the built file is still right. */
  readonly sources: readonly string[];
  readonly output: string;
}

const targets: readonly Target[] = [
  {
    name: 'node',
    config: 'electron/vite.config.ts',
    sources: ['electron', 'shared', 'migrations', 'package.json', 'package-lock.json'],
    output: 'out/node/host.js',
  },
  {
    name: 'preload',
    config: 'electron/main/preload.vite.config.ts',
    sources: ['electron/main', 'shared/contract', 'package-lock.json'],
    output: 'out/preload/preload.cjs',
  },
  {
    name: 'renderer',
    config: 'renderer/vite.config.ts',
    sources: ['renderer', 'shared', 'package-lock.json'],
    output: 'out/renderer/index.html',
  },
];

export interface BuildRequest {
  readonly force: boolean;
  readonly say: (line: string) => void;
}

/**
 * Builds what is missing or older than its sources, by content, and returns the names of what was built.
 * @throws when a build fails; its stamp is gone by then, so that the next start tries again
 */
export async function buildMissing({ force, say }: BuildRequest): Promise<readonly string[]> {
  const due = targets
    .map((target) => ({ target, fingerprint: sourceFingerprint(projectRoot, target.sources) }))
    .filter(({ target, fingerprint }) => force || !isUpToDate(target, fingerprint));
  if (due.length === 0) return [];
  // Loaded only now: most starts have nothing to build.
  const { build } = await import('vite');
  const environment = process.env.NODE_ENV;
  // A test run has its own value, with which Vite would build the development version of React.
  process.env.NODE_ENV = 'production';
  try {
    for (const { target, fingerprint } of due) {
      const begun = performance.now();
      rmSync(stampOf(target), { force: true });
      await build({ configFile: join(projectRoot, target.config), logLevel: 'warn' });
      mkdirSync(dirname(stampOf(target)), { recursive: true });
      writeFileSync(stampOf(target), fingerprint);
      say(`Built ${target.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  return due.map(({ target }) => target.name);
}

function stampOf(target: Target): string {
  return join(projectRoot, 'out', '.stamps', target.name);
}

function isUpToDate(target: Target, fingerprint: string): boolean {
  const stamp = stampOf(target);
  if (!existsSync(stamp) || !existsSync(join(projectRoot, target.output))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint;
}
