import { v4 } from 'uuid';

/** A new id for one intended write; a retry of the same write sends the same id. */
export const newRequestId = (): string => v4();
