import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { projectRoot } from './project-root.ts';

/**
 * Global set-up of the unit tests: bundles the threads of reports and backups once, because each of a thousand starts
 * from source would read hundreds of files. Beside the sources, so that they find the packages they leave out; one
 * folder for each run, so that two runs do not take each other's.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const outDir = join(projectRoot, 'out', 'test-workers', String(process.pid));
  const make = () =>
    build({
      root: join(projectRoot, 'electron'),
      configFile: join(projectRoot, 'electron', 'vite.config.ts'),
      logLevel: 'error',
      build: {
        outDir,
        rolldownOptions: { input: { worker: 'reports/worker.ts', 'backups-worker': 'backups/worker.ts' } },
      },
    });
  await make();
  process.env.TEST_WORKERS = outDir;
  project.onTestsRerun(async () => {
    await make();
  });
  return () => rmSync(outDir, { recursive: true, force: true });
}
