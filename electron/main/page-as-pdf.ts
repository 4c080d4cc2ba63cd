import type { BrowserWindow } from 'electron';

/** The page of the window as it prints: on the paper and with the margins its own style sheet asks for. */
export async function pageAsPdf(window: BrowserWindow | null): Promise<Uint8Array> {
  if (window === null || window.isDestroyed()) throw new Error('there is no window to print');
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    // The window's own background is no part of the sheet; the bars ask to be printed as they are.
    printBackground: false,
    pageSize: 'A4',
    generateTaggedPDF: true,
  });
}
