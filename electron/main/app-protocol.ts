import { protocol } from 'electron';
import { readRendererFile, securityHeaders } from '../platform/renderer-files.ts';
import { appScheme, isOwnAddress } from './app-origin.ts';

/** Makes `app:` an ordinary secure scheme; must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers `app://regulars/...` from the built screens; everything else is not there. */
export function serveAppScheme(rendererDir: string): void {
  protocol.handle(appScheme, async (request) => {
    const file =
      isOwnAddress(request.url) && request.method === 'GET'
        ? await readRendererFile(rendererDir, new URL(request.url).pathname)
        : null;
    if (file === null) return new Response(null, { status: 404, headers: securityHeaders });
    return new Response(file.body, { headers: { ...securityHeaders, ...file.headers } });
  });
}
