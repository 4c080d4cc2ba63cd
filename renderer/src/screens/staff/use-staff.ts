import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffDoor, StaffList } from '#shared/contract/staff.ts';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { showDoor } from '../../shell/staff-context.tsx';
import type { PersonDraft } from './person-form.tsx';

/** A secret that is shown once. */
export interface ShownSecret {
  readonly kind: 'recovery' | 'badge';
  readonly code: string;
  readonly name: string;
}

interface Change extends Partial<PersonDraft> {
  readonly staffId: number;
  readonly active?: boolean;
  readonly customerId?: number | null;
}

/** The list of the staff and everything that changes it. */
export const useStaff = () => {
  const cache = useQueryClient();
  const list = useQuery(orpc.staff.list.queryOptions());
  const requestIdFor = useRequestIds();
  const [secret, setSecret] = useState<ShownSecret | null>(null);

  const fresh = async (people: StaffList | null, door?: StaffDoor) => {
    if (people !== null) cache.setQueryData(orpc.staff.list.queryKey(), people);
    if (door) showDoor(door);
    await Promise.all([
      people === null ? cache.invalidateQueries({ queryKey: orpc.staff.list.queryKey() }) : null,
      door ? null : cache.invalidateQueries({ queryKey: orpc.staff.door.queryKey() }),
      cache.invalidateQueries({ queryKey: orpc.settings.get.queryKey() }),
    ]);
  };

  const add = useMutation({
    mutationFn: ({ draft, pin }: { draft: PersonDraft; pin: string | null }) => {
      const { name, role, ...rights } = draft;
      const asked = { name, role, pin, ...(role === 'staff' ? rights : {}) };
      return client.staff.add({ requestId: requestIdFor(asked), ...asked });
    },
    onSuccess: (people) => fresh(people),
  });
  const change = useMutation({
    mutationFn: (asked: Change) => client.staff.change({ requestId: requestIdFor(asked), ...asked }),
    onSuccess: (people) => fresh(people),
  });
  const setPin = useMutation({
    mutationFn: ({ staffId, pin }: { staffId: number; pin: string; name: string }) =>
      client.staff.setPin({ staffId, pin }),
    onSuccess: async ({ door, recoveryCode }, { name }) => {
      if (recoveryCode !== null) setSecret({ kind: 'recovery', code: recoveryCode, name });
      await fresh(null, door);
    },
  });
  const newBadge = useMutation({
    mutationFn: (staffId: number) => client.staff.newBadge({ staffId }),
    onSuccess: async ({ code, name }) => {
      setSecret({ kind: 'badge', code, name });
      await fresh(null);
    },
  });
  const removeBadge = useMutation({
    mutationFn: (staffId: number) => {
      const asked = { staffId };
      return client.staff.removeBadge({ requestId: requestIdFor({ ...asked, at: Date.now() }), ...asked });
    },
    onSuccess: (people) => fresh(people),
  });
  const newRecoveryCode = useMutation({
    mutationFn: (_name: string) => client.staff.newRecoveryCode(),
    onSuccess: ({ recoveryCode }, name) => setSecret({ kind: 'recovery', code: recoveryCode, name }),
  });
  const turnPinsOff = useMutation({
    mutationFn: () => client.staff.turnPinsOff(),
    onSuccess: (door) => fresh(null, door),
  });
  return {
    ...{ list, add, change, setPin, newBadge, removeBadge, newRecoveryCode, turnPinsOff },
    ...{ secret, hideSecret: () => setSecret(null) },
  };
};

export type StaffDesk = ReturnType<typeof useStaff>;
