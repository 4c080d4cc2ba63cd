import { defineConfig } from 'vitest/config';

/** The journeys: the built app in a real browser, two files at a time. One that fails is tried once more and then named. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['browser-ready', 'build-app', 'demo-shop-ready'].map((name) => `tests/support/${name}.ts`),
    // Each has a host, a shop and a browser of its own; two cores carry two of them.
    maxWorkers: 2,
    // What a person waits for on a busy computer: a screen that comes late is not a wrong one.
    expect: { poll: { timeout: 10_000 } },
    // A browser on a busy computer may miss its moment; the run says which journey needed a second try.
    retry: 1,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
