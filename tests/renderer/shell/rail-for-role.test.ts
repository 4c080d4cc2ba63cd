import { describe, expect, it } from 'vitest';
import { type RailEntry, railEntries } from '#renderer/src/shell/rail-entries.ts';
import { railGroupsFor } from '#renderer/src/shell/rail-for-role.ts';
import { permissionOf } from '#shared/domain/staff/permissions.ts';
import type { Role } from '#shared/domain/staff/roles.ts';

/** The call without which a screen has nothing to show; screens that are not here are for everybody. */
const neededCalls: Readonly<Partial<Record<RailEntry['key'], string>>> = {
  month: 'reports.retention',
  risk: 'outlook.board',
  loyalty: 'loyalty.versions',
  settings: 'system.about',
};

const screensOf = (role: Role, training = false) =>
  railGroupsFor(role, training)
    .flat()
    .map(({ key }) => key);

describe('the rail', () => {
  it.each(['owner', 'manager', 'staff'] as const)('of %s shows the screens that answer them', (role) => {
    const answered = railEntries
      .map(({ key }) => key)
      .filter((key) => {
        const call = neededCalls[key];
        return call === undefined || permissionOf(call, role) !== 'refused';
      });
    expect(screensOf(role)).toEqual(answered);
  });

  it('keeps from staff what only owners and managers see', () => {
    expect(screensOf('staff')).toEqual(['till', 'followUps', 'customers', 'backup']);
  });

  it('has no backup in the training, and no group without a screen', () => {
    expect(screensOf('owner', true)).toEqual(screensOf('owner').filter((key) => key !== 'backup'));
    expect(railGroupsFor('staff', true)).toHaveLength(1);
  });
});
