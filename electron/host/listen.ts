import type { Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { createWebApp } from './web-app.ts';

/** The port used when none is asked for, so that a browser finds its settings again. */
export const usualPort = 4747;
const LOOPBACK = '127.0.0.1';

export interface Listening {
  readonly port: number;
  /** Stops answering: open calls get `graceMs` to end, then their connections are cut. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/**
 * Listens on loopback only. `port` null means the usual one, or any free one when that is taken.
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the wanted port cannot be had
 */
export async function listen(web: ReturnType<typeof createWebApp>, port: number | null): Promise<Listening> {
  const server = createAdaptorServer({ fetch: web.fetch as never, hostname: LOOPBACK }) as Server;
  if (port !== null) await bind(server, port);
  else await bind(server, usualPort).catch(() => bind(server, 0));
  const address = server.address() as AddressInfo;
  if (isIP(address.address) === 0) throw new Error('not listening on an address');
  return {
    port: address.port,
    stop: (graceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
