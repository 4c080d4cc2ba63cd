import { defineConfig } from 'vitest/config';

/** The journeys: the built app in a real browser, one after another, each tried once. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/support/build-app.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
