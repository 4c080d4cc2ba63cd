import { findBrowser } from './browser.ts';

/** Global set-up of the journeys: finds or installs the browser once, before several files would at the same time. */
export function setup(): void {
  if (process.env.ELECTRON_APP === undefined) process.env.CHROME_PATH = findBrowser();
}
