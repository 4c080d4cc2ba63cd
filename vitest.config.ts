import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['files-in-memory', 'built-workers', 'empty-shop-file'].map(
      (name) => `tests/support/${name}.ts`,
    ),
    exclude: ['tests/journeys/**', 'tests/faults/**', 'node_modules/**'],
    // One worker fewer than there are cores would leave half of a small computer idle.
    maxWorkers: '100%',
    // Properties search longer with more rounds.
    testTimeout: 20_000 * Number(process.env.TEST_ROUNDS ?? 1),
  },
});
