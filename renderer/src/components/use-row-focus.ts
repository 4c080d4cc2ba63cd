import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** Gives a row the focus if it is drawn, and says whether it was. */
const focusDrawn = (scroller: HTMLElement | null, row: number): boolean => {
  const drawn = scroller?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  drawn?.focus({ preventScroll: true });
  return drawn !== null && drawn !== undefined;
};

/**
 * Gives the focus to a row of a list of which only the rows in view exist: at once, or when the row is drawn,
 * which after a jump is one frame later. Null forgets a row that is still waited for.
 */
export const useRowFocus = (scroller: RefObject<HTMLElement | null>): ((row: number | null) => void) => {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null && focusDrawn(scroller.current, wanted.current)) wanted.current = null;
  });
  return useCallback(
    (row: number | null) => {
      wanted.current = row === null || focusDrawn(scroller.current, row) ? null : row;
    },
    [scroller],
  );
};
