const storageKey = 'regulars.token';

/**
 * The token of this browser session. The host prints it as the URL's fragment (`/#TOKEN`); it moves
 * to session storage and out of the address bar at the first call. A fragment that starts with `/`
 * is one of our own routes. Empty when the page was opened without a token.
 */
export const sessionToken = (): string => {
  const fragment = globalThis.location.hash.slice(1);
  if (fragment !== '' && !fragment.startsWith('/')) {
    globalThis.sessionStorage.setItem(storageKey, fragment);
    globalThis.history.replaceState(null, '', globalThis.location.pathname + globalThis.location.search);
  }
  return globalThis.sessionStorage.getItem(storageKey) ?? '';
};
