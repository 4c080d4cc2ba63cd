/** Rounds of a property test; `TEST_ROUNDS=10` searches ten times as long. */
export const rounds = (n: number): number => n * Number(process.env.TEST_ROUNDS ?? 1);
