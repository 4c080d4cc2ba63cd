import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/faults/**', 'node_modules/**'],
    testTimeout: 20_000,
  },
});
