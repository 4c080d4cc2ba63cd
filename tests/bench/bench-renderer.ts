import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMissing } from '#electron/launch/build-missing.ts';
import { openApp } from '#tests/support/open-app.ts';
import type { Measurement } from './measurement.ts';

const initialGoal = 700_000;

/** Goal 13: bytes of JavaScript that the first screen needs, as the browser unpacks them. */
export async function benchRenderer(): Promise<readonly Measurement[]> {
  await buildMissing({ force: false, say: () => undefined });
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-bench-renderer-'));
  try {
    const app = await openApp({ dataDir, args: ['--demo'] });
    try {
      await app.page.waitForLoadState('networkidle');
      const scripts = await app.page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
          .map(({ name, decodedBodySize }) => ({ name: new URL(name).pathname, bytes: decodedBodySize })),
      );
      const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
      const largest = [...scripts].sort((a, b) => b.bytes - a.bytes).slice(0, 3);
      return [
        {
          name: '13 initial JavaScript / 700 kB',
          ratio: bytes / initialGoal,
          goal: 1,
          detail: `${Math.round(bytes / 1000)} kB in ${scripts.length} files; largest ${largest.map((script) => `${script.name} ${Math.round(script.bytes / 1000)} kB`).join(', ')}`,
        },
      ];
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
