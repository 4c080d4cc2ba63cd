import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain } from 'electron';
import { connectMessage } from '#shared/contract/port-message.ts';
import type { App } from '../app.ts';
import type { Logger } from '../platform/logger.ts';
import { isOwnAddress } from './app-origin.ts';

/** Answers the calls that come over ports handed in by our own page; other senders' ports are closed. */
export function connectPorts(shop: App, logger: Logger): void {
  const calls = new RPCHandler(shop.router);
  ipcMain.on(connectMessage, (event) => {
    const [port, ...more] = event.ports;
    if (port === undefined) return;
    if (!isOwnPage(event) || more.length > 0) {
      logger.warn('a port from a foreign sender was closed', { sender: event.senderFrame?.url ?? null });
      for (const foreign of event.ports) foreign.close();
      return;
    }
    calls.upgrade(port, { context: shop.context(shop.newSession()) });
    port.start();
  });
}

function isOwnPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}
