import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why this computer cannot run the test; printed at the end of `npm test`. */
    skipReason?: string;
  }
}

/** Leaves the running test out on a computer that cannot run it, with a reason the report names. */
export function skipBecause(context: TestContext, reason: string): never {
  context.task.meta.skipReason = reason;
  context.skip(reason);
  throw new Error('unreachable: the test was left out');
}
