import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Garbage can be collected before memory is read, and the space for new objects does not grow with their rate. */
const flags = ['--expose-gc', '--max-semi-space-size=2'];

/** Runs a measuring file in a fresh process and returns what it printed. */
export async function measureInChild<T>(file: URL, args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [...flags, fileURLToPath(file), ...args], {
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as T;
}

/** Makes a file that is started on its own print what it measures; does nothing when it is imported. */
export function runAsChild(url: string, measure: (args: readonly string[]) => Promise<unknown>): void {
  if (process.argv[1] !== fileURLToPath(url)) return;
  // The reports' thread does not keep a process alive by itself.
  const alive = setInterval(() => undefined, 1000);
  measure(process.argv.slice(2))
    .then(
      (figures) => process.stdout.write(JSON.stringify(figures)),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exitCode = 1;
      },
    )
    .finally(() => clearInterval(alive));
}

/** Bytes in use once garbage is collected: JavaScript objects, and everything the process holds. */
export function memoryNow(): { readonly heap: number; readonly resident: number } {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
