// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ForCall } from '#renderer/src/shell/for-call.tsx';
import { StaffProvider } from '#renderer/src/shell/staff-context.tsx';
import { permissionOf, permissions } from '#shared/domain/staff/permissions.ts';
import { roles } from '#shared/domain/staff/roles.ts';
import { renderPart } from '#tests/support/render.tsx';

const calls = Object.keys(permissions);

it.each(roles)(
  'shows %s what leads to the calls they may make or have approved, and nothing else',
  async (role) => {
    const person = { staffId: 1, name: 'Mira', role };
    const door = {
      ...{ pinsOn: true, people: [], lastStaffId: null, lastBackupAt: null },
      signedIn: { ...person, giveLimit: null, undoAll: true },
    };
    await renderPart(
      <StaffProvider door={door}>
        <ul>
          {calls.map((call) => (
            <ForCall key={call} call={call}>
              <li>{call}</li>
            </ForCall>
          ))}
        </ul>
      </StaffProvider>,
    );
    const shown = screen.queryAllByRole('listitem').map((item) => item.textContent);
    expect(shown).toEqual(calls.filter((call) => permissionOf(call, role) !== 'refused'));
  },
);
