import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/faults/**', 'node_modules/**'],
    // Properties search longer with more rounds.
    testTimeout: 20_000 * Number(process.env.TEST_ROUNDS ?? 1),
  },
});
