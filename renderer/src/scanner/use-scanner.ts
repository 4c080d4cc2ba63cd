import { useEffect, useRef } from 'react';
import { isBadgeCode } from '#shared/domain/staff/secret-codes.ts';
import { captureScans, type Scan } from './capture-scans.ts';
import { scanFeed } from './scan-feed.ts';
import { readScannerPrefix } from './scanner-prefix.ts';

/**
 * Listens to card scanners on every screen. A scan goes to the till; `showTill` is called with every scan
 * so that a scan on another screen opens it. A staff card goes to `takeBadge` instead and touches nothing of the till;
 * where nobody signs in it is null. Use once, in the shell.
 */
export const useScanner = (
  showTill: () => void,
  takeBadge: ((codes: readonly string[]) => void) | null,
): void => {
  const show = useRef(showTill);
  const badge = useRef(takeBadge);
  useEffect(() => {
    show.current = showTill;
    badge.current = takeBadge;
  });
  useEffect(() => {
    const onScan = (scan: Scan): void => {
      if (badge.current !== null && scan.candidates.some(isBadgeCode)) {
        badge.current(scan.candidates);
        return;
      }
      scanFeed.scanned(scan);
      show.current();
    };
    return captureScans(globalThis.window, {
      onScan,
      onRelease: scanFeed.typingStarts,
      onTakeBack: scanFeed.typingTakenBack,
      prefix: readScannerPrefix(),
    });
  }, []);
};
