import { app, type Session } from 'electron';
import { isOwnAddress } from './app-origin.ts';

/** Whatever a page asks for beside showing itself is refused: other addresses, windows, downloads, devices. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    const refuseForeign = (event: { readonly url: string; preventDefault: () => void }) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', refuseForeign);
    contents.on('will-frame-navigate', refuseForeign);
    contents.on('will-redirect', refuseForeign);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Putting a figure onto the clipboard as plain text; reading the clipboard is another permission. */
const writeClipboard = 'clipboard-sanitized-write';

/** No page gets the camera, notifications, devices or anything else behind a permission; ours may copy text. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === writeClipboard && isOwnAddress(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (contents, permission) =>
      permission === writeClipboard && contents !== null && isOwnAddress(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
}
