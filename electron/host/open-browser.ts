import { spawn } from 'node:child_process';

/** Opens the user's browser. Failing to is no fault: the address stands in the terminal. */
export function openBrowser(url: string): void {
  const [command, args] = openCommand(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function openCommand(platform: NodeJS.Platform, url: string): readonly [string, string[]] {
  switch (platform) {
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    case 'darwin':
      return ['open', [url]];
    default:
      return ['xdg-open', [url]];
  }
}
