import { orpc, queryClient } from '../api/queries.ts';

/** Whether the screens work in the training: as the program last said. */
export const inTraining = (): boolean =>
  queryClient.getQueryData(orpc.system.state.queryKey())?.training ?? false;

const mark = 'regulars.training.';

/** The key under which a screen keeps something in the browser, apart for the training and for the shop. */
export const roomKey = (name: string, training: boolean = inTraining()): string =>
  training ? `${mark}${name}` : `regulars.${name}`;

/** Whether a key is of the training. */
export const isOfTraining = (key: string): boolean => key.startsWith(mark);
