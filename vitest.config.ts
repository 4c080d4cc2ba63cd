import { defineConfig } from 'vitest/config';

/** Of no file, no clock and no state: they share their processes, which start more slowly than they are through. */
const pure = 'tests/shared/**';

export default defineConfig({
  test: {
    // One worker fewer than there are cores would leave half of a small computer idle.
    maxWorkers: '100%',
    // Far above what a test takes: a busy computer is no fault. Properties search longer with more rounds.
    testTimeout: 120_000 * Number(process.env.TEST_ROUNDS ?? 1),
    hookTimeout: 60_000,
    // What comes by itself comes late on a busy computer.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'pure', include: [`${pure}/*.test.ts`], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.{ts,tsx}'],
          globalSetup: ['files-in-memory', 'built-workers', 'empty-shop-file'].map(
            (name) => `tests/support/${name}.ts`,
          ),
          exclude: [pure, 'tests/journeys/**', 'tests/faults/**', 'node_modules/**'],
        },
      },
    ],
  },
});
