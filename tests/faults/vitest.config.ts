import { defineConfig } from 'vitest/config';

/** Faults: the built host is killed, starved and lied to, two files at a time, each test tried once. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/support/build-app.ts'],
    maxWorkers: 2,
    // What comes by itself comes late on a busy computer.
    expect: { poll: { timeout: 10_000 } },
    retry: 0,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
