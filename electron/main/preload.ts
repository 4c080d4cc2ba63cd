import { ipcRenderer } from 'electron';
import { connectMessage } from '#shared/contract/port-message.ts';
import { appOrigin } from './app-origin.ts';

/**
 * The whole bridge: a port that our own page posts to itself is passed on to the main process. The page
 * gets no function and no object, so there is nothing on it to misuse.
 */
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== appOrigin || !asksToConnect(event.data)) return;
  const [port, ...more] = event.ports;
  if (port === undefined || more.length > 0) return;
  ipcRenderer.postMessage(connectMessage, null, [port]);
});

function asksToConnect(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === connectMessage;
}
