const second = 1_000;
const minute = 60 * second;

/** Wrong PINs in a row that cost nobody anything: fingers slip. */
export const freeTries = 5;
const firstWait = 30 * second;
const longestWait = 15 * minute;

/** Wrong tries the whole shop has at hand, and how long one takes to come back. */
export const shopTries = 40;
export const shopTryReturns = 2 * minute;

/** What is kept of somebody's wrong PINs, over restarts too. */
export interface OwnFailures {
  /** In a row, since the last right one. */
  readonly failures: number;
  readonly lastAt: number;
}

/** What is kept of everybody's: the moment at which all tries of the shop are at hand again. */
export interface ShopFailures {
  readonly fullAt: number;
}

/** Milliseconds to wait after so many wrong PINs in a row: none for the first five, then 30 s, doubling up to 15 minutes. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(20, failures - freeTries));
}

/**
 * The moment from which a PIN may be tried again; `now` when it may be tried at once.
 *
 * Somebody's own wrong tries make them wait, and only a right PIN of theirs ends that. All tries of the shop together come
 * from one stock of 40 that fills by one every two minutes, whoever is tried and whoever signs in between, so that 10,000
 * guesses take (10,000 - 40) x 2 minutes = 13.8 days however they are spread. A clock that was set back makes nobody wait
 * longer than the wait itself.
 */
export function mayTryAt(own: OwnFailures, shop: ShopFailures, now: number): number {
  const wait = waitAfter(own.failures);
  const ownAt = Math.min(own.lastAt + wait, now + wait);
  const full = shopTries * shopTryReturns;
  const owed = Math.min(Math.max(0, shop.fullAt - now), full);
  const shopAt = now + Math.max(0, owed + shopTryReturns - full);
  return Math.max(now, ownAt, shopAt);
}

/** What is kept once a try begins: it counts as wrong until it proves right, so that pulling the plug gains nothing. */
export function tryBegins(own: OwnFailures, shop: ShopFailures, now: number): [OwnFailures, ShopFailures] {
  const full = shopTries * shopTryReturns;
  const from = Math.min(Math.max(shop.fullAt, now), now + full);
  return [{ failures: own.failures + 1, lastAt: now }, { fullAt: from + shopTryReturns }];
}

/** After a right PIN: the person's own failures are forgotten, and the shop gets back the one try that was taken. */
export function tryWasRight(shop: ShopFailures): [OwnFailures, ShopFailures] {
  return [{ failures: 0, lastAt: 0 }, { fullAt: shop.fullAt - shopTryReturns }];
}
