import type { ReactNode } from 'react';
import { permissionOf } from '#shared/domain/staff/permissions.ts';
import { answeredInTraining } from '#shared/domain/training/answered-in-training.ts';
import { useRole } from './staff-context.tsx';
import { inTraining } from './training-room.ts';

/**
 * Whether whoever sits before the screen has any use for a call: they may make it, or may have it approved, and in the
 * training it is answered. For screens that are fetched when they are opened; the table is too large for the start of the
 * till.
 */
export const useMay = (): ((call: string) => boolean) => {
  const role = useRole();
  return (call) => permissionOf(call, role) !== 'refused' && (!inTraining() || answeredInTraining(call));
};

/** Shows what leads to a call only to those who have any use for it. */
export const ForCall = ({ call, children }: { call: string; children: ReactNode }) =>
  useMay()(call) ? children : null;
