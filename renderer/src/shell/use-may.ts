import { permissionOf } from '#shared/domain/staff/permissions.ts';
import { answeredInTraining } from '#shared/domain/training/answered-in-training.ts';
import { useRole } from './staff-context.tsx';
import { inTraining } from './training-room.ts';

/**
 * Tells whether a call makes sense for whoever is signed in: they may make it or have it approved, and the training, if
 * this is one, answers it. Only for screens that are loaded when they are opened: the table of who may do what is too
 * large for the start of the till.
 */
export const useMay = (): ((call: string) => boolean) => {
  const role = useRole();
  return (call) => permissionOf(call, role) !== 'refused' && (!inTraining() || answeredInTraining(call));
};
