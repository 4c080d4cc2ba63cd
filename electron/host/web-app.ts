import type { HttpBindings } from '@hono/node-server';
import { RPCHandler } from '@orpc/server/fetch';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { App } from '../app.ts';
import type { Logger } from '../platform/logger.ts';
import { readRendererFile, securityHeaders } from '../platform/renderer-files.ts';
import { carriesToken, isOwnRequest } from './access.ts';

export interface WebAppOptions {
  readonly app: App;
  readonly token: string;
  /** Directory of the built screens. */
  readonly rendererDir: string;
  readonly logger: Logger;
}

type Environment = { Bindings: HttpBindings };

/** Largest body of a call, in bytes; imports carry whole files. */
export const callBytes = 1024 * 1024;
export const importBytes = 64 * 1024 * 1024;

const refusals = {
  UNAUTHORIZED: { status: 401, message: 'This address needs the token that was printed at the start.' },
  FORBIDDEN: { status: 403, message: 'Only pages of this program may ask here.' },
  NOT_FOUND: { status: 404, message: 'There is nothing at this address.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is too large.' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Something went wrong; the log says more.' },
} as const;

/** Refuses in the shape the calls' own failures have, so that the screens' client reads it as one. */
function refuse(c: Context<Environment>, code: keyof typeof refusals): Response {
  const { status, message } = refusals[code];
  return c.json({ json: { defined: false, code, status, message }, meta: [] }, status, {
    'Cache-Control': 'no-store',
  });
}

/** The loopback host's web application: health, calls and the built screens, each behind its checks. */
export function createWebApp({ app, token, rendererDir, logger }: WebAppOptions): Hono<Environment> {
  const web = new Hono<Environment>();
  const calls = new RPCHandler(app.router);
  // Whoever has the token is one screen: all its pages are unlocked and locked together.
  const session = app.newSession();

  web.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  });

  web.use('*', async (c, next) => {
    const port = c.env.incoming.socket.localPort ?? 0;
    if (!isOwnRequest(c.req.header('Host'), c.req.header('Origin'), port)) return refuse(c, 'FORBIDDEN');
    return next();
  });

  web.get('/health', (c) => c.json(app.health(), 200, { 'Cache-Control': 'no-store' }));

  web.use('/rpc/*', async (c, next) => {
    if (!carriesToken(c.req.header('Authorization'), token)) return refuse(c, 'UNAUTHORIZED');
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
    return undefined;
  });

  const tooLarge = (c: Context) => refuse(c, 'PAYLOAD_TOO_LARGE');
  const limitCall = bodyLimit({ maxSize: callBytes, onError: tooLarge });
  const limitImport = bodyLimit({ maxSize: importBytes, onError: tooLarge });
  web.use('/rpc/*', (c, next) =>
    c.req.path.startsWith('/rpc/imports/') ? limitImport(c, next) : limitCall(c, next),
  );

  web.all('/rpc/*', async (c) => {
    const result = await calls.handle(c.req.raw, { prefix: '/rpc', context: app.context(session) });
    return result.matched ? c.newResponse(result.response.body, result.response) : refuse(c, 'NOT_FOUND');
  });

  web.get('*', async (c) => {
    const file = await readRendererFile(rendererDir, c.req.path);
    return file === null ? refuse(c, 'NOT_FOUND') : c.body(file.body, 200, file.headers);
  });

  web.notFound((c) => refuse(c, 'NOT_FOUND'));
  web.onError((error, c) => {
    logger.error('a request failed outside the calls', { path: c.req.path, error });
    return refuse(c, 'INTERNAL_SERVER_ERROR');
  });
  return web;
}
