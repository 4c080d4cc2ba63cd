import { describe, expect, it } from 'vitest';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { startHost, tryToStartHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

describe('a second instance on the same data', () => {
  it('is refused with a sentence that says where the first one is, without its token', async () => {
    const dataDir = temporaryDirectory();
    const first = await startHost({ dataDir });
    await setUpCafe(first);

    const second = await tryToStartHost({ dataDir });
    if ('url' in second) throw new Error('the second one started');
    expect(second.exitCode).toBe(3);
    expect(second.said).toContain(first.url);
    expect(second.said.trim().split('\n')).toHaveLength(1);
    expect(second.said).not.toContain(first.token);

    expect((await first.client.system.state()).state).toBe('ready');
    expect(await first.stop()).toBe(0);
    const third = await startHost({ dataDir });
    expect((await third.client.system.state()).state).toBe('ready');
    await third.stop();
  });

  it('may start at once after the first was killed', async () => {
    const dataDir = temporaryDirectory();
    const first = await startHost({ dataDir });
    await first.kill('SIGKILL');
    const second = await startHost({ dataDir });
    expect(await second.stop()).toBe(0);
  });

  it('may start on other data', async () => {
    const first = await startHost({ dataDir: temporaryDirectory() });
    const second = await startHost({ dataDir: temporaryDirectory() });
    expect(second.url).not.toBe(first.url);
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('a wrong start', () => {
  it.each([
    [['--colour'], 2, /--colour/],
    [['--port', 'many'], 2, /--port needs a number/],
  ])('with %o ends with %i and one sentence', async (args, exitCode, sentence) => {
    const host = await tryToStartHost({ dataDir: temporaryDirectory(), args });
    expect(host).toMatchObject({ exitCode, said: expect.stringMatching(sentence) });
    expect('said' in host && typeof host.said === 'string' && host.said.trim().split('\n')).toHaveLength(1);
  });

  it('on a port in use says so', async () => {
    const first = await startHost({ dataDir: temporaryDirectory() });
    const port = new URL(first.url).port;
    const second = await tryToStartHost({ dataDir: temporaryDirectory(), args: ['--port', port] });
    expect(second).toMatchObject({
      exitCode: 1,
      said: expect.stringContaining(`Port ${port} cannot be used`),
    });
    await first.stop();
  });
});
