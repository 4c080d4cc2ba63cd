import { defineConfig } from 'vitest/config';

/** Faults: the built host is killed, starved and lied to, one test after another, each tried once. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/support/build-app.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
