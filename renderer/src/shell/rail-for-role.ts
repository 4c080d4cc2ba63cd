import { type Role, reaches } from '#shared/domain/staff/roles.ts';
import { type RailEntry, railGroups } from './rail-entries.ts';

/** The groups of the rail with the screens a role has any use for, in the shop or in its training. */
export const railGroupsFor = (role: Role, training: boolean): readonly (readonly RailEntry[])[] =>
  railGroups
    .map((group) => group.filter((entry) => reaches(role, entry.from) && (entry.inTraining || !training)))
    .filter((group) => group.length > 0);
