import { oc } from '@orpc/contract';
import { writeFailures } from './failures.ts';
import { systemState } from './system.ts';

/** The training beside the shop. Each call is answered with the state the screens are then in, and may be repeated. */
export const training = {
  /** Makes a training and has every screen work in it. */
  enter: oc.errors(writeFailures).output(systemState),
  /** Begins it anew, from the sample. */
  reset: oc.errors(writeFailures).output(systemState),
  /** Back to the shop. */
  leave: oc.errors(writeFailures).output(systemState),
};
