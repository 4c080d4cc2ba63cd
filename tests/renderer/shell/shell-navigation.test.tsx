// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useLocation,
} from '@tanstack/react-router';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStayHere } from '#renderer/src/shell/stay-here.ts';
import { idleMilliseconds, useIdleReturn } from '#renderer/src/shell/use-idle-return.ts';
import { useShellKeys } from '#renderer/src/shell/use-shell-keys.ts';
import { stubBrowser } from '#tests/support/browser-stubs.ts';

stubBrowser();

const toggleKeyCard = vi.fn();

const Shell = () => {
  const onTill = useLocation({ select: ({ pathname }) => pathname === '/till' });
  useShellKeys(onTill, toggleKeyCard);
  useIdleReturn(onTill);
  return <Outlet />;
};

const Form = () => {
  useStayHere(true);
  return null;
};

/** A screen whose search box takes Escape for itself while it has text. */
const Search = () => (
  <input aria-label="search" onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()} />
);

const showAt = async (path: string): Promise<() => string> => {
  const root = createRootRoute({ component: Shell });
  const screens = {
    '/till': () => null,
    '/customers': Search,
    '/month': () => null,
    '/settings': Form,
  } as const;
  const routeTree = root.addChildren(
    Object.entries(screens).map(([route, component]) =>
      createRoute({ getParentRoute: () => root, path: route, component }),
    ),
  );
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
  await router.load();
  await act(async () => {
    render(<RouterProvider router={router as never} />);
  });
  return () => router.state.location.pathname;
};

const press = (init: KeyboardEventInit, target: Element = document.body) =>
  act(async () => {
    fireEvent.keyDown(target, init);
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  toggleKeyCard.mockReset();
  document.body.innerHTML = '';
});

const idle = (milliseconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });

describe('the keys of the shell', () => {
  it('open screens with Ctrl and their number', async () => {
    const path = await showAt('/till');
    await press({ key: '4', ctrlKey: true });
    expect(path()).toBe('/month');
    await press({ key: '1', ctrlKey: true });
    expect(path()).toBe('/till');
  });

  it('leave numbers without Ctrl, with AltGr and beyond the rail alone', async () => {
    const path = await showAt('/till');
    await press({ key: '3' });
    await press({ key: '3', ctrlKey: true, altKey: true });
    await press({ key: '9', ctrlKey: true });
    expect(path()).toBe('/till');
  });

  it('return to the till with Escape', async () => {
    const path = await showAt('/month');
    await press({ key: 'Escape' });
    expect(path()).toBe('/till');
  });

  it('leave Escape to a field that took it', async () => {
    const path = await showAt('/customers');
    await press({ key: 'Escape' }, screen.getByLabelText('search'));
    expect(path()).toBe('/customers');
  });

  it('leave Escape to an open dialog, also when that closes on the way', async () => {
    const path = await showAt('/month');
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    document.body.addEventListener('keydown', () => dialog.remove(), { once: true });
    await press({ key: 'Escape' });
    expect(path()).toBe('/month');
    await press({ key: 'Escape' });
    expect(path()).toBe('/till');
  });

  it('do not leave a form with unsaved edits by Escape', async () => {
    const path = await showAt('/settings');
    await press({ key: 'Escape' });
    expect(path()).toBe('/settings');
  });

  it('show the key card with F1', async () => {
    await showAt('/till');
    await press({ key: 'F1' });
    expect(toggleKeyCard).toHaveBeenCalledOnce();
  });
});

describe('the idle clock', () => {
  it('returns to the till when nobody is there', async () => {
    const path = await showAt('/month');
    await idle(idleMilliseconds - 1);
    expect(path()).toBe('/month');
    await idle(1);
    expect(path()).toBe('/till');
  });

  it('starts anew with every sign of life', async () => {
    const path = await showAt('/month');
    await idle(idleMilliseconds - 1000);
    await press({ key: 'a' });
    await idle(idleMilliseconds - 1000);
    expect(path()).toBe('/month');
  });

  it('waits for a form with unsaved edits', async () => {
    const path = await showAt('/settings');
    await idle(idleMilliseconds * 3);
    expect(path()).toBe('/settings');
  });
});
