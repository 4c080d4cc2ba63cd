import { permissionOf } from '#shared/domain/staff/permissions.ts';
import type { Role } from '#shared/domain/staff/roles.ts';
import { type RailEntry, railGroups } from './rail-entries.ts';

/** The call without which a screen has nothing to show; screens that are not here are for everybody. */
const neededCalls: Readonly<Partial<Record<RailEntry['key'], string>>> = {
  month: 'reports.retention',
  risk: 'outlook.board',
  loyalty: 'loyalty.versions',
  settings: 'system.about',
};

/** The rail's groups with what a role has any use for. */
export const railGroupsFor = (role: Role): readonly (readonly RailEntry[])[] =>
  railGroups
    .map((group) =>
      group.filter(({ key }) => {
        const call = neededCalls[key];
        return call === undefined || permissionOf(call, role) !== 'refused';
      }),
    )
    .filter((group) => group.length > 0);
