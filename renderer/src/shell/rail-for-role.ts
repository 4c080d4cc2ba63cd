import { type Role, reaches } from '#shared/domain/staff/roles.ts';
import { type RailEntry, railGroups } from './rail-entries.ts';

/**
 * The lowest role that has any use for a screen; those that are not here are for everybody. It follows from the table of who
 * may do what (a test holds it to that), which is too large for the start of the till.
 */
export const lowestRoleFor: Readonly<Partial<Record<RailEntry['key'], Role>>> = {
  month: 'manager',
  risk: 'manager',
  loyalty: 'manager',
  settings: 'manager',
};

/** The rail's groups with what a role has any use for; a training has no backups. */
export const railGroupsFor = (role: Role, training = false): readonly (readonly RailEntry[])[] =>
  railGroups
    .map((group) =>
      group.filter(
        ({ key }) => reaches(role, lowestRoleFor[key] ?? 'staff') && !(key === 'backup' && training),
      ),
    )
    .filter((group) => group.length > 0);
