import { describe, expect, it } from 'vitest';
import { railEntries } from '#renderer/src/shell/rail-entries.ts';
import { railGroupsFor } from '#renderer/src/shell/rail-for-role.ts';
import { permissionOf } from '#shared/domain/staff/permissions.ts';

/** The call without which a screen has nothing to show; screens that are not here are for everybody. */
const neededCalls: Readonly<Record<string, string>> = {
  month: 'reports.retention',
  risk: 'outlook.board',
  loyalty: 'loyalty.versions',
  settings: 'system.about',
};

describe('the rail', () => {
  it.each(['owner', 'manager', 'staff'] as const)('of %s shows the screens that answer them', (role) => {
    const shown = railGroupsFor(role)
      .flat()
      .map(({ key }) => key);
    const answered = railEntries
      .map(({ key }) => key)
      .filter((key) => {
        const call = neededCalls[key];
        return call === undefined || permissionOf(call, role) !== 'refused';
      });
    expect(shown).toEqual(answered);
  });

  it('keeps from staff what only owners and managers see', () => {
    expect(
      railGroupsFor('staff')
        .flat()
        .map(({ key }) => key),
    ).toEqual(['till', 'followUps', 'customers', 'backup']);
  });
});
