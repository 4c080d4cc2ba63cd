import { createRouterClient } from '@orpc/server';
import { type BrowserWindow, dialog } from 'electron';
import type { App } from '../app.ts';
import type { Logger } from '../platform/logger.ts';
import { closingQuestion } from './closing-question.ts';
import type { DesktopTexts } from './desktop-texts.ts';

/** A shop that does not answer is closed without a question. */
const patienceMs = 2_000;

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));

/** Closing the window offers a backup first when the newest one is old. Closing twice closes. */
export function askBeforeClosing(
  window: BrowserWindow,
  shop: App,
  texts: () => Promise<DesktopTexts>,
  logger: Logger,
): void {
  let mayClose = false;
  let isAsking = false;
  window.on('close', (event) => {
    if (mayClose || shop.state() !== 'ready') return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window, shop, texts)
      .catch((error: unknown) => {
        logger.error('the question before closing failed', { error });
        return true;
      })
      .then((close) => {
        isAsking = false;
        mayClose = close;
        if (close && !window.isDestroyed()) window.close();
      });
  });
}

/** Whether the window is to be closed. */
async function ask(window: BrowserWindow, shop: App, texts: () => Promise<DesktopTexts>): Promise<boolean> {
  const client = createRouterClient(shop.router, { context: () => shop.context(null) });
  const question = closingQuestion(await Promise.race([client.backups.overview(), after(patienceMs)]));
  if (question.kind === 'nothing') return true;
  const { closing } = await texts();
  const canBackUp = question.kind === 'offer';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: closing.old,
    detail: canBackUp ? closing.offer.replace('{{place}}', question.placeLabel) : closing.noPlace,
    buttons: [closing.close, closing.stay, ...(canBackUp ? [closing.backUp] : [])],
    defaultId: canBackUp ? 2 : 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) return true;
  if (!canBackUp || response !== 2) return false;
  try {
    for await (const _event of await client.backups.run({ placeId: question.placeId }));
    return true;
  } catch {
    // The backup screen says why, and what to do about it.
    await dialog.showMessageBox(window, { type: 'warning', message: closing.failed, noLink: true });
    return false;
  }
}
