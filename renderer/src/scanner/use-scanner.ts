import { useEffect, useRef } from 'react';
import { captureScans, type Scan } from './capture-scans.ts';
import { scanFeed } from './scan-feed.ts';
import { readScannerPrefix } from './scanner-prefix.ts';

/**
 * Listens to card scanners on every screen. A scan goes to the till; `showTill` is called with every scan
 * so that a scan on another screen opens it. Use once, in the shell.
 */
export const useScanner = (showTill: () => void): void => {
  const show = useRef(showTill);
  useEffect(() => {
    show.current = showTill;
  });
  useEffect(() => {
    const onScan = (scan: Scan): void => {
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
