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
import { useRowFocus } from './use-row-focus.ts';

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

export interface RowListOptions {
  readonly total: number;
  readonly rowHeight: number;
  readonly headHeight?: number;
  /** Tells lists apart: with another key the list starts at its top again. */
  readonly listKey: string;
  /** Shown and focused at first, to come back to it. */
  readonly startRow?: number | undefined;
  readonly onOpen: (row: number) => void;
  /** Arrow up on the first row. */
  readonly onLeaveTop?: () => void;
}

/** State of such a list. Rows carry `data-row` with their number. */
export const useRowList = (options: RowListOptions): RowList => {
  const { total, rowHeight, headHeight = 0, listKey, startRow } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(startRow ?? 0);
  const giveFocus = useRowFocus(scroller);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: headHeight,
    initialRect: { width: 0, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const drawn = items.map((item) => item.index);
  const tabRow = drawn.includes(current) ? current : (drawn[0] ?? 0);

  const focusRow = useCallback(
    (row: number) => {
      setCurrent(row);
      virtual.scrollToIndex(row, { align: 'auto' });
      giveFocus(row);
    },
    [virtual, giveFocus],
  );
  const enter = useCallback(
    (key: string) => {
      if (total > 0) focusRow(key === 'End' ? total - 1 : tabRow);
    },
    [focusRow, tabRow, total],
  );
  const toTop = useCallback(() => {
    giveFocus(null);
    setCurrent(0);
    virtual.scrollToOffset(0);
  }, [giveFocus, virtual]);
  useOnChange(listKey, toTop);
  useReturn(startRow, total, focusRow);

  return {
    scroller,
    rows: drawn,
    above: items[0]?.start ?? 0,
    below: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    tabRow,
    focusRow,
    enter,
    onKeyDown: (event) =>
      handleKey(event, options, (scroller.current?.clientHeight ?? 0) - headHeight, focusRow),
  };
};

/** Calls `act` whenever the value is another one than before. */
const useOnChange = (value: string, act: () => void): void => {
  const before = useRef(value);
  useLayoutEffect(() => {
    if (before.current === value) return;
    before.current = value;
    act();
  }, [value, act]);
};

/** Goes to the row to come back to, once: as soon as the length of the list is known. */
const useReturn = (startRow: number | undefined, total: number, focusRow: (row: number) => void): void => {
  const returned = useRef(startRow === undefined);
  useEffect(() => {
    if (returned.current || total === 0 || startRow === undefined) return;
    returned.current = true;
    focusRow(Math.min(startRow, total - 1));
  }, [total, startRow, focusRow]);
};

const handleKey = (
  event: KeyboardEvent,
  { total, rowHeight, onOpen, onLeaveTop }: RowListOptions,
  inView: number,
  focusRow: (row: number) => void,
): void => {
  const from = rowOf(event.target);
  if (from === null || event.ctrlKey || event.altKey || event.metaKey) return;
  const perPage = Math.max(1, Math.floor(inView / rowHeight) - 1);
  const to = rowAfterKey(event.key, from, total, perPage);
  if (event.key === 'Enter') onOpen(from);
  else if (event.key === 'ArrowUp' && from === 0 && onLeaveTop !== undefined) onLeaveTop();
  else if (to !== null) focusRow(to);
  else return;
  event.preventDefault();
};

/** The row an event came from: the row itself or something in it. */
const rowOf = (target: EventTarget): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset.row);
};
