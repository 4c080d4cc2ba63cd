// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { sessionToken } from '#renderer/src/api/session-token.ts';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

describe('sessionToken', () => {
  it('takes the token out of the address and keeps it for the session', () => {
    history.replaceState(null, '', '/?a=1#s3cret_-token');
    expect(sessionToken()).toBe('s3cret_-token');
    expect(location.href).not.toContain('s3cret');
    expect(location.search).toBe('?a=1');
    expect(sessionToken()).toBe('s3cret_-token');
  });

  it('leaves our own routes alone', () => {
    history.replaceState(null, '', '/#/till');
    expect(sessionToken()).toBe('');
    expect(location.hash).toBe('#/till');
  });

  it('takes a newer token over the one it had', () => {
    history.replaceState(null, '', '/#first');
    sessionToken();
    history.replaceState(null, '', '/#second');
    expect(sessionToken()).toBe('second');
  });
});
