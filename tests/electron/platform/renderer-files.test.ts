import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, readRendererFile } from '#electron/platform/renderer-files.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function builtScreens(): string {
  const parent = temporaryDirectory();
  const root = join(parent, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Regulars</title>');
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'start();');
  writeFileSync(join(root, 'notes.txt'), 'not a screen');
  writeFileSync(join(parent, 'secret.json'), '{}');
  return root;
}

const textOf = (file: Awaited<ReturnType<typeof readRendererFile>>) =>
  file === null ? null : new TextDecoder().decode(file.body);

describe('the built screens', () => {
  it('are served with their type, and cached for ever only under a hashed name', async () => {
    const root = builtScreens();
    const page = await readRendererFile(root, '/');
    expect(textOf(page)).toBe('<title>Regulars</title>');
    expect(page?.headers).toEqual({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
    const script = await readRendererFile(root, '/assets/app-1a2b.js');
    expect(script?.headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(script?.headers['Cache-Control']).toContain('immutable');
  });

  it("answer every screen's address with the one page", async () => {
    const root = builtScreens();
    for (const path of ['/customers', '/customers/17/card', '/assets']) {
      expect(textOf(await readRendererFile(root, path))).toBe('<title>Regulars</title>');
    }
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/../../secret.json',
    '/..%5csecret.json',
    '/index.html%00.js',
    '/%',
    '/missing.js',
    '/notes.txt',
    '//etc/passwd.json',
  ])('answer %s with nothing', async (path) => {
    const text = textOf(await readRendererFile(builtScreens(), path));
    expect(text).toBeNull();
  });

  it('may not run inline scripts or reach out', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  });
});
