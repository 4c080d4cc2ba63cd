import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import {
  answeredWhileLocked,
  approverOf,
  mayApprove,
  permissionOf,
  permissions,
} from '#shared/domain/staff/permissions.ts';
import { reaches, roles } from '#shared/domain/staff/roles.ts';

const calls = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);

const strength = { refused: 0, approval: 1, allowed: 2 } as const;

describe('the table of who may do what', () => {
  it('names every call of the program and no other: a new call needs a line in permissions.ts', () => {
    const lines = Object.keys(permissions);
    expect({ withoutLine: calls.filter((call) => !lines.includes(call)) }).toEqual({ withoutLine: [] });
    expect({ withoutCall: lines.filter((line) => !calls.includes(line)) }).toEqual({ withoutCall: [] });
  });

  it.each(calls)('%s: nobody lower may do more than somebody higher', (call) => {
    const allowed = roles.map((role) => strength[permissionOf(call, role)]);
    expect(allowed[0]).toBe(2);
    expect([...allowed].sort((one, other) => other - one)).toEqual(allowed);
  });

  it('opens nothing of customers while the screen is locked', () => {
    expect(calls.filter(answeredWhileLocked).sort()).toEqual([
      ...['settings.get', 'settings.setUp', 'staff.door', 'staff.lock', 'staff.recover', 'staff.signIn'],
      ...['staff.signInWithBadge', 'system.retryOpen', 'system.state', 'training.enter', 'training.leave'],
    ]);
  });

  it('lets only those approve who may do it alone', () => {
    for (const call of calls) {
      for (const role of roles) {
        expect([call, role, mayApprove(role, call)]).toEqual([call, role, reaches(role, approverOf(call))]);
        if (mayApprove(role, call)) expect([call, permissionOf(call, role)]).toEqual([call, 'allowed']);
      }
    }
  });

  it('refuses a call nobody knows to everybody but the owner', () => {
    expect(roles.map((role) => permissionOf('nothing.known', role))).toEqual([
      'allowed',
      'refused',
      'refused',
    ]);
  });
});
