/** Long work in the worker: tells how far it is, can be stopped, and lets other questions be answered between. */
export interface Run<P> {
  readonly tell: (progress: P) => void;
  /** To be awaited often: other questions are answered here. @throws StoppedRun when nobody waits any more */
  readonly pause: () => Promise<void>;
}

/** Thrown out of `pause` when the asker has left. */
export class StoppedRun extends Error {
  constructor() {
    super('nobody waits for this any more');
    this.name = 'StoppedRun';
  }
}
