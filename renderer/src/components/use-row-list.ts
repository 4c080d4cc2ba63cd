import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { rowAfterKey } from './row-keys.ts';

/** A long list of equally high rows of which only those in view exist, walked through with the keys. */
export interface RowList {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Numbers of the rows to draw. */
  readonly rows: readonly number[];
  /** Height of what is left out above and below them, px. */
  readonly above: number;
  readonly below: number;
  /** The row that Tab reaches. */
  readonly tabRow: number;
  readonly focusRow: (row: number) => void;
  /** Comes into the list from outside with a key: End leads to its end, every other one to the row Tab reaches. */
  readonly enter: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * State of such a list. Rows carry `data-row` with their number. `listKey` tells lists apart: with another
 * one the list starts at its top again. `startRow` is shown and focused at first, to come back to it.
 */
export const useRowList = ({
  total,
  rowHeight,
  headHeight = 0,
  listKey,
  startRow,
  onOpen,
  onLeaveTop,
}: {
  total: number;
  rowHeight: number;
  headHeight?: number;
  listKey: string;
  startRow?: number | undefined;
  onOpen: (row: number) => void;
  /** Arrow up on the first row. */
  onLeaveTop?: () => void;
}): RowList => {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(startRow ?? null);
  const [current, setCurrent] = useState(startRow ?? 0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: headHeight,
    paddingEnd: 0,
    initialRect: { width: 0, height: 800 },
  });
  const items = virtual.getVirtualItems();

  const focusRow = useCallback(
    (row: number) => {
      setCurrent(row);
      virtual.scrollToIndex(row, { align: 'auto' });
      wanted.current = focusDrawn(scroller.current, row) ? null : row;
    },
    [virtual],
  );

  const shownKey = useRef(listKey);
  useLayoutEffect(() => {
    if (shownKey.current === listKey) return;
    shownKey.current = listKey;
    wanted.current = null;
    setCurrent(0);
    virtual.scrollToOffset(0);
  }, [listKey, virtual]);

  // The row to come back to can be scrolled to once the length of the list is known.
  const returned = useRef(startRow === undefined);
  useEffect(() => {
    if (returned.current || total === 0 || startRow === undefined) return;
    returned.current = true;
    focusRow(Math.min(startRow, total - 1));
  }, [total, startRow, focusRow]);

  // A row can take the focus once it is drawn, which after a jump is one frame later.
  useLayoutEffect(() => {
    if (wanted.current !== null && focusDrawn(scroller.current, wanted.current)) wanted.current = null;
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = rowOf(event.target);
    if (from === null) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(from);
      return;
    }
    if (event.key === 'ArrowUp' && from === 0 && onLeaveTop !== undefined) {
      event.preventDefault();
      onLeaveTop();
      return;
    }
    const inView = (scroller.current?.clientHeight ?? 0) - headHeight;
    const row = rowAfterKey(event.key, from, total, Math.max(1, Math.floor(inView / rowHeight) - 1));
    if (row === null) return;
    event.preventDefault();
    focusRow(row);
  };

  const drawn = items.map((item) => item.index);
  const tabRow = drawn.includes(current) ? current : (drawn[0] ?? 0);
  const enter = useCallback(
    (key: string) => {
      if (total > 0) focusRow(key === 'End' ? total - 1 : tabRow);
    },
    [focusRow, tabRow, total],
  );
  return {
    scroller,
    rows: drawn,
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    tabRow,
    focusRow,
    enter,
    onKeyDown,
  };
};

/** Gives a row the focus if it is drawn, and says whether it was. */
const focusDrawn = (scroller: HTMLElement | null, row: number): boolean => {
  const drawn = scroller?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  drawn?.focus({ preventScroll: true });
  return drawn !== null && drawn !== undefined;
};

/** The row an event came from: the row itself or something in it. */
const rowOf = (target: EventTarget): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset.row);
};
