import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/fetch';
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, openApp } from '#electron/app.ts';
import type { LogFields } from '#electron/platform/logger.ts';
import { StaffSession } from '#electron/services/staff/session.ts';
import type { contract } from '#shared/contract/index.ts';
import { takeEmptyShop } from './empty-shop-file.ts';
import { FakeClock, momentAt } from './shop.ts';
import { aCafe } from './shop-on-host.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { backupsWorker, reportsWorker } from './worker-urls.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
}

/** The whole program in this process, called as the screens call it: through the wire format and back. */
export interface AppWithClient {
  readonly app: App;
  readonly client: ContractRouterClient<typeof contract>;
  readonly clock: FakeClock;
  readonly dataDir: string;
  readonly logged: readonly LogLine[];
  /** Everything that crossed the wire so far, as text. */
  readonly wire: () => string;
}

export async function anApp(options: Partial<AppOptions> = {}): Promise<AppWithClient> {
  const dataDir = options.dataDir ?? temporaryDirectory();
  const clock = new FakeClock(momentAt('2026-03-10 10:00'));
  const logged: LogLine[] = [];
  const log =
    (level: LogLine['level']) =>
    (message: string, fields: LogFields = {}) => {
      logged.push({ level, message, fields });
    };
  const logger = { info: log('info'), warn: log('warn'), error: log('error') };
  const app = await openApp({
    version: '0.0.0-test',
    workerUrl: reportsWorker,
    backupsWorkerUrl: backupsWorker,
    logger,
    clock,
    // Never the computer's own sticks.
    listDrives: async () => [],
    ...options,
    dataDir,
  });
  onTestFinished(() => app.close());
  const handler = new RPCHandler(app.router);
  const session = new StaffSession();
  let wire = '';
  const link = new RPCLink({
    url: 'http://127.0.0.1/rpc',
    fetch: async (request) => {
      const { response } = await handler.handle(request, { prefix: '/rpc', context: app.context(session) });
      if (!response) throw new Error(`no such call: ${request.url}`);
      if (!response.headers.get('content-type')?.includes('event-stream'))
        wire += await response.clone().text();
      return response;
    },
  });
  return { app, client: createORPCClient(link), clock, dataDir, logged, wire: () => wire };
}

/** The same with an empty café set up. */
export async function anAppWithCafe(options: Partial<AppOptions> = {}): Promise<AppWithClient> {
  const dataDir = options.dataDir ?? temporaryDirectory();
  if (options.dataDir === undefined) takeEmptyShop(dataDir);
  const running = await anApp({ ...options, dataDir });
  for await (const _event of await running.client.settings.setUp({ shop: aCafe, start: 'empty' }));
  return running;
}
