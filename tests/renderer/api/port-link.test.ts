import { createORPCClient } from '@orpc/client';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, describe, expect, it } from 'vitest';
import { isNoAnswer } from '#renderer/src/api/failure-sentence.ts';
import { reconnectingPortLink } from '#renderer/src/api/port-link.ts';

const router = {
  double: os.handler(({ input }) => Number(input) * 2),
  wait: os.handler(() => new Promise<never>(() => undefined)),
  count: os.handler(async function* () {
    yield 1;
    yield 2;
  }),
};

/** The other side of the ports, as the main process is: it serves every port it is handed. */
const serve = () => {
  const handler = new RPCHandler(router);
  const ports: MessagePort[] = [];
  const connect = (): MessagePort => {
    const channel = new MessageChannel();
    handler.upgrade(channel.port2);
    channel.port2.start();
    ports.push(channel.port2);
    return channel.port1;
  };
  const client: RouterClient<typeof router> = createORPCClient(reconnectingPortLink(connect));
  return { client, ports };
};

let open: MessagePort[] = [];
afterEach(() => {
  for (const port of open) port.close();
  open = [];
});

describe('a link over a port', () => {
  it('calls and streams over one port', async () => {
    const { client, ports } = serve();
    open = ports;
    expect(await client.double(21)).toBe(42);
    const seen: number[] = [];
    for await (const value of await client.count()) seen.push(value);
    expect(seen).toEqual([1, 2]);
    expect(ports.length).toBe(1);
  });

  it('fails a call under way when the port dies, and not as if it had been stopped', async () => {
    const { client, ports } = serve();
    open = ports;
    const waiting = client.wait().catch((error: unknown) => error);
    await client.double(1);
    ports[0]?.close();
    expect(isNoAnswer(await waiting)).toBe(true);
  });

  it('connects anew for the next call', async () => {
    const { client, ports } = serve();
    open = ports;
    const waiting = client.wait().catch((error: unknown) => error);
    await client.double(1);
    ports[0]?.close();
    await waiting;
    expect(await client.double(4)).toBe(8);
    expect(ports.length).toBe(2);
  });

  it('still says "stopped" when the caller stopped the call', async () => {
    const { client, ports } = serve();
    open = ports;
    const stop = new AbortController();
    const waiting = client.wait(undefined, { signal: stop.signal }).catch((error: unknown) => error);
    await client.double(1);
    stop.abort();
    expect(await waiting).toBeInstanceOf(Error);
    expect(isNoAnswer(await waiting)).toBe(false);
  });
});
