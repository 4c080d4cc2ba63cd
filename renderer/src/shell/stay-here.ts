import { useEffect } from 'react';

let holders = 0;

/** True while a screen asked not to be left: an import runs, or a form has unsaved edits. */
export const mustStayHere = (): boolean => holders > 0;

/**
 * Keeps the app on this screen while `active`: neither the idle clock nor Escape returns to the till.
 * For a running import or a form with unsaved edits.
 */
export const useStayHere = (active: boolean): void => {
  useEffect(() => {
    if (!active) return;
    holders += 1;
    return () => {
      holders -= 1;
    };
  }, [active]);
};
