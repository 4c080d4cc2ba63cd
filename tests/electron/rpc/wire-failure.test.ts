import { ORPCError } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { StorageRefused } from '#electron/db/unit-of-work.ts';
import type { LogFields } from '#electron/platform/logger.ts';
import { wireFailure, wireStream } from '#electron/rpc/wire-failure.ts';
import { failure } from '#electron/services/failure.ts';

function aLogger() {
  const logged: { message: string; fields: LogFields }[] = [];
  const log = (message: string, fields: LogFields = {}) => {
    logged.push({ message, fields });
  };
  return { logger: { info: log, warn: log, error: log }, logged };
}

const cross = (error: unknown) => {
  const { logger, logged } = aLogger();
  return { crossed: wireFailure(error, logger, 'till.checkIn'), logged };
};

describe('a failure on its way to the screen', () => {
  it('of a use case keeps its code, status and data, and is not logged', () => {
    const { crossed, logged } = cross(failure('InsufficientBalance', { unitId: 1, balance: 3, price: 10 }));
    expect(crossed).toMatchObject({
      code: 'InsufficientBalance',
      status: 422,
      message: 'InsufficientBalance',
      data: { unitId: 1, balance: 3, price: 10 },
    });
    expect(logged).toEqual([]);
  });

  it.each([
    ['diskFull', 'DiskFull', 507],
    ['readOnly', 'ReadOnly', 500],
  ] as const)('of a disk (%s) is %s, and logged with what the disk said', (why, code, status) => {
    const error = new StorageRefused(why, new Error('SQLITE_SECRET'));
    const { crossed, logged } = cross(error);
    expect(crossed).toMatchObject({ code, status, message: code });
    expect(JSON.stringify(crossed)).not.toContain('SECRET');
    expect(logged).toMatchObject([{ fields: { call: 'till.checkIn', error } }]);
  });

  it.each([
    ['an error', new Error('no such table: secret')],
    ['damage', new StorageRefused('damaged', new Error('secret'))],
    ['a text', 'secret'],
    ['nothing', undefined],
    [
      'an answer that is not what the contract says',
      new ORPCError('INTERNAL_SERVER_ERROR', { message: 'secret' }),
    ],
    [
      'a part of a stream that is not',
      new ORPCError('EVENT_ITERATOR_VALIDATION_FAILED', { message: 'secret' }),
    ],
  ])('that nobody foresaw (%s) crosses as an id under which it is logged', (_what, error) => {
    const { crossed, logged } = cross(error);
    expect(crossed).toMatchObject({ code: 'Unknown', status: 500, message: 'Unknown' });
    expect(crossed.data).toEqual({ errorId: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(JSON.stringify(crossed)).not.toContain('secret');
    expect(logged).toMatchObject([{ fields: { call: 'till.checkIn', ...(crossed.data as object), error } }]);
  });

  it('of the request itself stays as it is, and is not logged', () => {
    const refused = new ORPCError('BAD_REQUEST', { message: 'Input validation failed' });
    const { crossed, logged } = cross(refused);
    expect(crossed).toBe(refused);
    expect(logged).toEqual([]);
  });
});

describe('a stream', () => {
  it('passes on what it yields, and codes what it throws', async () => {
    const { logger, logged } = aLogger();
    const seen: number[] = [];
    async function* counting() {
      yield 1;
      yield 2;
      throw new Error('secret');
    }
    const reading = (async () => {
      for await (const number of wireStream(counting(), logger, 'imports.visits')) seen.push(number);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'Unknown' });
    expect(seen).toEqual([1, 2]);
    expect(logged).toHaveLength(1);
  });

  it('is ended when its reader leaves', async () => {
    const { logger, logged } = aLogger();
    let isEnded = false;
    async function* endless() {
      try {
        for (let number = 0; ; number += 1) yield number;
      } finally {
        isEnded = true;
      }
    }
    for await (const number of wireStream(endless(), logger, 'imports.visits')) if (number === 3) break;
    expect(isEnded).toBe(true);
    expect(logged).toEqual([]);
  });
});
