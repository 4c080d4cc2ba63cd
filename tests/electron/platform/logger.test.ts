import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, openLogFile } from '#electron/platform/logger.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

describe('the log', () => {
  it('is one JSON object per line, with the stack of an error', () => {
    const directory = join(temporaryDirectory(), 'logs');
    const file = openLogFile(directory, 'regulars');
    const logger = createLogger(file, { pid: 7 });
    logger.info('host is ready', { url: 'http://127.0.0.1:1/' });
    logger.error('a call failed', { errorId: 'E1', error: new RangeError('too much') });
    file.close();

    const lines = readFileSync(join(directory, 'regulars.log'), 'utf8').trim().split('\n');
    const [ready, failed] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(ready).toMatchObject({ level: 30, pid: 7, msg: 'host is ready', url: 'http://127.0.0.1:1/' });
    expect(failed).toMatchObject({
      level: 50,
      errorId: 'E1',
      error: { type: 'RangeError', message: 'too much', stack: expect.stringContaining('logger.test.ts') },
    });
  });

  it('keeps the last files and no more', () => {
    const directory = temporaryDirectory();
    const file = openLogFile(directory, 'shop', { maxBytes: 100, maxFiles: 3 });
    const lines = Array.from({ length: 12 }, (_, n) => `${String(n).padStart(39, '.')}\n`);
    for (const line of lines) file.write(line);
    file.close();

    expect(readdirSync(directory).sort()).toEqual(['shop.1.log', 'shop.2.log', 'shop.log']);
    const kept = ['shop.2.log', 'shop.1.log', 'shop.log'].map((name) =>
      readFileSync(join(directory, name), 'utf8'),
    );
    expect(kept.join('')).toBe(lines.slice(6).join(''));
    for (const name of readdirSync(directory))
      expect(statSync(join(directory, name)).size).toBeLessThanOrEqual(100);
  });

  it('goes on in the file of the run before', () => {
    const directory = temporaryDirectory();
    for (const line of ['first\n', 'second\n']) {
      const file = openLogFile(directory, 'shop');
      file.write(line);
      file.close();
    }
    expect(readFileSync(join(directory, 'shop.log'), 'utf8')).toBe('first\nsecond\n');
  });

  it('writes a line longer than a whole file, alone', () => {
    const directory = temporaryDirectory();
    const file = openLogFile(directory, 'shop', { maxBytes: 10, maxFiles: 2 });
    file.write(`${'x'.repeat(50)}\n`);
    file.write('short\n');
    file.close();
    expect(readFileSync(join(directory, 'shop.log'), 'utf8')).toBe('short\n');
    expect(statSync(join(directory, 'shop.1.log')).size).toBe(51);
  });

  it('does not stop the program when it cannot be written', () => {
    const directory = temporaryDirectory();
    const inTheWay = join(directory, 'logs');
    writeFileSync(inTheWay, 'a file where the folder should be');
    const file = openLogFile(inTheWay, 'regulars');
    expect(() => file.write('line\n')).not.toThrow();
    expect(existsSync(join(inTheWay, 'regulars.log'))).toBe(false);

    mkdirSync(join(directory, 'shop.log'));
    expect(() => openLogFile(directory, 'shop').write('line\n')).not.toThrow();
  });
});
