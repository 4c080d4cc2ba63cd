import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from './start-host.ts';

/** Global set-up of the journeys: fills one demo shop, of which those that look at it take a copy. */
export async function setup(): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-demo-'));
  const host = await startHost({ dataDir, args: ['--demo'] });
  await host.stop();
  process.env.DEMO_SHOP_READY = dataDir;
  return () => rmSync(dataDir, { recursive: true, force: true });
}
