import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** One file of the built screens, ready to be answered with. */
export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * What the screens may load: themselves, and nothing from anywhere else. Styles may be inline because
 * Mantine writes its theme variables and responsive rules into `<style>` elements and `style` attributes
 * at run time; scripts may not.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer carries, from the host and from the desktop app's own protocol. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
} satisfies Readonly<Record<string, string>>;

/**
 * The built file for a URL path, or null when there is none. A path without an extension is a screen's
 * address, and every screen is `index.html`. Only known file types inside `root` are ever answered, so
 * neither a listing nor a path that climbs out of `root` can be had.
 */
export async function readRendererFile(root: string, urlPath: string): Promise<RendererFile | null> {
  const path = decode(urlPath);
  if (path === null || path.includes('\0')) return null;
  const extension = extname(path);
  const relative = extension === '' ? 'index.html' : path.replace(/^\/+/, '');
  const contentType = CONTENT_TYPES[extension === '' ? '.html' : extension];
  const absolute = resolve(join(root, relative));
  if (contentType === undefined || !absolute.startsWith(resolve(root) + sep)) return null;
  try {
    const body = new Uint8Array(await readFile(absolute));
    return { body, headers: { 'Content-Type': contentType, 'Cache-Control': cachingOf(relative) } };
  } catch {
    return null;
  }
}

/** Names under `assets/` carry a hash of their content, so they never change; everything else may. */
function cachingOf(relative: string): string {
  return relative.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
