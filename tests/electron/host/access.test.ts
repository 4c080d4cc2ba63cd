import { describe, expect, it } from 'vitest';
import { carriesToken, isOwnRequest, newToken } from '#electron/host/access.ts';

describe('access to the host', () => {
  it('makes a long new token for every start', () => {
    const tokens = new Set(Array.from({ length: 50 }, newToken));
    expect(tokens.size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['Bearer secret', true],
    ['Bearer secre', false],
    ['Bearer secrett', false],
    ['bearer secret', false],
    ['secret', false],
    ['', false],
    [undefined, false],
  ])('with "%s": %s', (header, allowed) => expect(carriesToken(header, 'secret')).toBe(allowed));

  it.each([
    ['127.0.0.1:80', undefined, true],
    ['localhost:80', undefined, true],
    ['127.0.0.1:80', 'http://127.0.0.1:80', true],
    ['localhost:80', 'http://localhost:80', true],
    ['localhost:80', 'http://127.0.0.1:80', false],
    ['127.0.0.1:80', 'https://127.0.0.1:80', false],
    ['127.0.0.1:80', 'http://127.0.0.1:81', false],
    ['127.0.0.1:80', 'null', false],
    ['127.0.0.1:80', '', false],
    ['127.0.0.1:81', undefined, false],
    ['127.0.0.1', undefined, false],
    ['evil.example:80', undefined, false],
    ['evil.example:80', 'http://evil.example:80', false],
    [undefined, undefined, false],
  ])('Host %s with Origin %s: %s', (host, origin, own) => expect(isOwnRequest(host, origin, 80)).toBe(own));
});
