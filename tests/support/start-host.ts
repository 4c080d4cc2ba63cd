import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract/index.ts';
import { projectRoot } from './project-root.ts';

export interface HostRequest {
  readonly dataDir: string;
  readonly args?: readonly string[];
  /** The host's clock is ahead by so many days: what takes weeks is tried in a minute. */
  readonly daysLater?: number;
}

/** What a call answered: `output` of a success, or the code and data of a failure. */
export interface Answer {
  readonly status: number;
  readonly output: unknown;
  readonly code: string | null;
  readonly data: unknown;
  /** The body as it came, to look for what must not be in it. */
  readonly body: string;
}

/** The built loopback host, running in a process of its own. */
export interface RunningHost {
  /** `http://127.0.0.1:PORT/`, without the token. */
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly dataDir: string;
  /** The typed calls, as the screens make them. */
  readonly client: ContractRouterClient<typeof contract>;
  /** One call as a foreign program would make it: `rpc('till/search', { query: 'an' })`. */
  readonly rpc: (path: string, input?: unknown) => Promise<Answer>;
  /** Everything the host said on its terminal so far. */
  readonly said: () => string;
  /** Sends the signal and waits for the end; the exit code, or null when the signal ended it. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Asks the host to stop, as closing the terminal does. */
  readonly stop: () => Promise<number | null>;
}

/** A host that ended before it was ready: how, and what it said. */
export interface EndedHost {
  readonly exitCode: number | null;
  readonly said: string;
}

const READY = /Regulars is ready: (http:\/\/127\.0\.0\.1:\d+\/)#([\w-]+)\n/;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Loaded into the host: a test run that was itself killed must not leave hosts behind. */
const endWithParent = `data:text/javascript,${encodeURIComponent(`
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
`)}`;

/** A script that puts the clock of whatever it is loaded into so many days ahead. */
export const clockAhead = (days: number): string => `{
  const Now = Date;
  const now = () => Now.now() + ${days} * 86_400_000;
  globalThis.Date = class extends Now {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now()] : parts));
    }
    static now() {
      return now();
    }
  };
}`;

const asModule = (script: string): string => `data:text/javascript,${encodeURIComponent(script)}`;

/**
 * Starts the built host on any free port and waits until it is ready.
 * @throws when it ends first, with what it said
 */
export async function startHost(request: HostRequest): Promise<RunningHost> {
  const started = await tryToStartHost(request);
  if ('url' in started) return started;
  throw new Error(`the host ended with ${started.exitCode}: ${started.said}`);
}

/** Like {@link startHost}, for hosts that are expected to refuse. */
export async function tryToStartHost({
  dataDir,
  args = [],
  daysLater = 0,
}: HostRequest): Promise<RunningHost | EndedHost> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      endWithParent,
      ...(daysLater === 0 ? [] : ['--import', asModule(clockAhead(daysLater))]),
      join(projectRoot, 'out/node/host.js'),
      '--port',
      '0',
      '--no-open',
      '--data-dir',
      dataDir,
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  let said = '';
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const ready = new Promise<RegExpExecArray>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const match = READY.exec(said);
        if (match !== null) resolve(match);
      });
    }
  });
  const first = await Promise.race([ready, ended]);
  if (first === null || typeof first === 'number') return { exitCode: first, said };
  const [, url = '', token = ''] = first;
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    token,
    pid: child.pid ?? 0,
    dataDir,
    client: createORPCClient(
      new RPCLink({ url: `${url}rpc`, headers: { authorization: `Bearer ${token}` } }),
    ),
    rpc: (path, input) => callOnce(`${url}rpc/${path}`, token, input),
    said: () => said,
    kill,
    stop: () => kill('SIGTERM'),
  };
}

async function callOnce(url: string, token: string, input: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  });
  const body = await response.text();
  const parsed = parse(body);
  const failure = response.ok ? {} : ((parsed ?? {}) as { code?: string; data?: unknown });
  return {
    status: response.status,
    output: response.ok ? parsed : null,
    code: failure.code ?? null,
    data: failure.data ?? null,
    body,
  };
}

/** The `json` part of an answer; null where the body is something else, such as a stream of events. */
function parse(body: string): unknown {
  try {
    return (JSON.parse(body) as { json?: unknown }).json ?? null;
  } catch {
    return null;
  }
}
