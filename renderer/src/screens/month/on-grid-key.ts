import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const cellOf = (table: Element, row: number, cell: number): HTMLElement | null =>
  table.querySelector<HTMLElement>(`[data-cell="${row} ${cell}"]`);

/** Arrow keys move between the buttons of a table, marked `data-cell="row column"`, so that Tab needs one stop for all. */
export const onGridKey = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const [row = 0, cell = 0] = (event.target.dataset.cell ?? '').split(' ').map(Number);
  const next = cellOf(event.currentTarget, row + step[0], cell + step[1]);
  if (next === null) return;
  event.preventDefault();
  next.focus();
};
