import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { connectMessage } from '#shared/contract/port-message.ts';

/**
 * Opens a port to the Electron main process: one end stays here, the preload hands the other over.
 * Reload, close and crash of either side close the port.
 */
export const connectToMain = (): MessagePort => {
  const channel = new MessageChannel();
  globalThis.window.postMessage({ type: connectMessage }, globalThis.location.origin, [channel.port2]);
  return channel.port1;
};

/**
 * A link over a message port that survives the port. Calls on a dead port would hang for ever, so the
 * port's `close` event fails the calls under way and the next call connects anew.
 */
export const reconnectingPortLink = (connect: () => MessagePort): ClientLink<ClientContext> => {
  let live: RPCLink<ClientContext> | null = null;

  const open = (): RPCLink<ClientContext> => {
    if (live !== null) return live;
    const port = connect();
    const link = new RPCLink<ClientContext>({ port });
    port.addEventListener('close', () => {
      if (live === link) live = null;
    });
    port.start();
    live = link;
    return link;
  };

  return { call: (path, input, options) => open().call(path, input, options) };
};
