/** Protocol and address of the screens in the desktop app; nothing else is ever loaded. */
export const appScheme = 'app';
export const appHost = 'regulars';
export const appOrigin = `${appScheme}://${appHost}`;

/**
 * Whether an address is one of our screens. Compared as text, because Node gives every address of an
 * unknown scheme the origin "null".
 */
export function isOwnAddress(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}
