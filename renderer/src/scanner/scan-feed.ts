import type { Scan } from './capture-scans.ts';

/** What the screen that deals with scans is told. */
export interface ScanListener {
  readonly scanned: (scan: Scan) => void;
  /** Keys reach the screen that may still turn out to be the start of a scan. */
  readonly typingStarts: () => void;
  /** Those keys were a scan: what they did is to be taken back. */
  readonly typingTakenBack: () => void;
}

/** Hands scans to the one screen that deals with them, and keeps the last one until that screen is there. */
export interface ScanFeed extends ScanListener {
  /** Starts telling `listener`, first of a scan that waits for it; returns how to stop. */
  readonly listen: (listener: ScanListener) => () => void;
}

/** An empty feed. */
export const createScanFeed = (): ScanFeed => {
  let current: ScanListener | null = null;
  let waiting: Scan | null = null;
  return {
    scanned: (scan) => {
      if (current === null) waiting = scan;
      else current.scanned(scan);
    },
    typingStarts: () => current?.typingStarts(),
    typingTakenBack: () => current?.typingTakenBack(),
    listen: (listener) => {
      current = listener;
      const scan = waiting;
      waiting = null;
      if (scan !== null) listener.scanned(scan);
      return () => {
        if (current === listener) current = null;
      };
    },
  };
};

/** The scans of this window. */
export const scanFeed = createScanFeed();
