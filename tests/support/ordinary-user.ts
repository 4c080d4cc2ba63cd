/** A user without rights of its own, where the tests run as root (who may write anywhere). */
const nobody = 65_534;

/** Runs something as a user to whom file permissions apply. */
export function asOrdinaryUser<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
