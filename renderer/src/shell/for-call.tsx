import type { ReactNode } from 'react';
import { useMay } from './use-may.ts';

/** Shows what leads to a call only where that call makes sense (`useMay`). */
export const ForCall = ({ call, children }: { call: string; children: ReactNode }) => {
  const may = useMay();
  return may(call) ? children : null;
};
