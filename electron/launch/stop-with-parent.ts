const LOOK_EVERY_MS = 200;

/**
 * Passes the end of our parent on as a request to stop. npm starts us through a shell; asked to stop, it
 * ends that shell, which takes its leave without a word to us.
 */
export function stopWithParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(timer);
    process.emit('SIGTERM', 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** On Windows the number of a dead parent stays, so its life is asked after too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
