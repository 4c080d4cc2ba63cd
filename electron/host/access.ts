import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one run of the host: 256 random bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether `authorization` is `Bearer <token>`, in a time that tells nothing about how far it agrees. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

/**
 * Whether a request was meant for us and does not come from another site. The Host check stops a foreign
 * name that was made to point at 127.0.0.1; the Origin check stops another site's scripts and forms.
 */
export function isOwnRequest(host: string | undefined, origin: string | undefined, port: number): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !names.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
