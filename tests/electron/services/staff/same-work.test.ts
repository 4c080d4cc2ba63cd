import { beforeEach, expect, it, vi } from 'vitest';
import { openedFor } from './staffed-shop.ts';

const counted = vi.hoisted(() => ({ hashes: 0 }));

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const scrypt = (...[secret, salt, length, options, done]: Parameters<typeof crypto.scrypt>) => {
    counted.hashes += 1;
    crypto.scrypt(secret, salt, length, options, done);
  };
  return { ...crypto, scrypt };
});

beforeEach(() => {
  counted.hashes = 0;
});

/** How many hashes a try takes, however it ends. */
const hashesOf = async (attempt: () => Promise<unknown>): Promise<number> => {
  counted.hashes = 0;
  await attempt().catch(() => undefined);
  return counted.hashes;
};

it('a PIN costs one hash to try: right, wrong, of somebody without one and of nobody', async () => {
  const { tryPin, owner, withoutPin, nobody } = await openedFor();
  expect([
    await hashesOf(() => tryPin(owner, '8351')),
    await hashesOf(() => tryPin(owner, '6294')),
    await hashesOf(() => tryPin(withoutPin, '8351')),
    await hashesOf(() => tryPin(nobody, '8351')),
  ]).toEqual([1, 1, 1, 1]);
});

it('a PIN that somebody has and one that is easy to guess are refused after the same work', async () => {
  const { usablePin, withoutPin } = await openedFor();
  const [taken, weak] = [
    await hashesOf(() => usablePin(withoutPin, '8351')),
    await hashesOf(() => usablePin(withoutPin, '1234')),
  ];
  expect([taken, weak]).toEqual([1, 1]);
  // One that may be used costs the one more with which it is kept.
  expect(await hashesOf(() => usablePin(withoutPin, '6294'))).toBe(2);
});

it('a recovery code costs the same when it is wrong and when it cannot be one', async () => {
  const { recover } = await openedFor();
  expect([
    await hashesOf(() => recover('0123-4567-89AB-CDEF-GHJK')),
    await hashesOf(() => recover('?')),
  ]).toEqual([...[1, 1]]);
});
