import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { railGroupsFor } from './rail-for-role.ts';
import { lockScreen, useDoor, useRole } from './staff-context.tsx';
import { mustStayHere } from './stay-here.ts';
import { inTraining } from './training-room.ts';

const overlayIsOpen = (): boolean =>
  document.querySelector('[role="dialog"], [aria-expanded="true"][aria-haspopup]') !== null;

/**
 * The keys of the shell: Ctrl+1…9 open the screens in rail order, Escape returns to the till, F1 shows
 * the key card, F12 locks. A screen that handles Escape itself calls `preventDefault`; an open dialog or list takes
 * it first, which has to be looked up before they see the key.
 */
export const useShellKeys = (onTill: boolean, toggleKeyCard: () => void): void => {
  const navigate = useNavigate();
  const role = useRole();
  const isSignedIn = (useDoor()?.signedIn ?? null) !== null;
  useEffect(() => {
    let overlay = false;
    const before = () => {
      overlay = overlayIsOpen();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F1') {
        event.preventDefault();
        toggleKeyCard();
        return;
      }
      if (event.key === 'F12' && isSignedIn) {
        event.preventDefault();
        void lockScreen();
        return;
      }
      if (event.ctrlKey && !event.altKey && !event.shiftKey && /^[1-9]$/.test(event.key)) {
        const entry = railGroupsFor(role, inTraining()).flat()[Number(event.key) - 1];
        if (entry === undefined) return;
        event.preventDefault();
        void navigate({ to: entry.to });
        return;
      }
      const leaves = event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
      if (leaves && !onTill && !overlay && !mustStayHere()) void navigate({ to: '/till' });
    };
    globalThis.addEventListener('keydown', before, { capture: true });
    globalThis.addEventListener('keydown', onKey);
    return () => {
      globalThis.removeEventListener('keydown', before, { capture: true });
      globalThis.removeEventListener('keydown', onKey);
    };
  }, [navigate, onTill, toggleKeyCard, role, isSignedIn]);
};
