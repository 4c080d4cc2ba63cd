import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordedRestore } from '#electron/backups/backup-record.ts';
import { beginExchange, carryOut } from '#electron/db/exchange-file.ts';
import { anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { goBack, restore } from '#tests/support/restores.ts';
import { aRequest } from '#tests/support/shop.ts';
import { shopFileIn } from '#tests/support/shop-file.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const aside = join('backups', 'set-aside-20260310-080000.sqlite');

/** A closed café of Aino, and a closed one of Aino and Oona that a restore was to replace by it. */
async function aBegunRestore() {
  const running = await anAppWithCafe();
  const { dataDir, client, app, clock } = running;
  const add = (name: string) => client.customers.create({ requestId: aRequest(), name });
  await add('Aino');
  await app.close();
  const scratch = join(temporaryDirectory(), 'scratch');
  copyFileSync(shopFileIn(dataDir), scratch);
  const again = await anApp({ dataDir, clock });
  await again.client.customers.create({ requestId: aRequest(), name: 'Oona' });
  await again.app.close();
  const entry: RecordedRestore = {
    requestId: aRequest(),
    at: clock.now(),
    from: 'backup',
    fromAt: clock.now(),
    counts: { customers: 1, visits: 0, rewards: 0, newestVisitAt: null },
    migratedFrom: null,
    forgottenAgain: 0,
    setAside: join(dataDir, aside),
    until: clock.now() + 30 * 86_400_000,
    wentBack: false,
  };
  return { dataDir, clock, scratch, entry };
}

const names = async ({ client }: Awaited<ReturnType<typeof anApp>>) =>
  (await client.customers.list({})).rows.map(({ name }) => name).sort();

describe('a restore that a power cut ended', () => {
  it.each([
    ['before the files changed places', false],
    ['after it', true],
  ])('%s is ended by the next start, put on record and can be taken back', async (_when, carriedOut) => {
    const { dataDir, clock, scratch, entry } = await aBegunRestore();
    beginExchange(dataDir, scratch, { aside, keepAside: true, entry });
    if (carriedOut) carryOut(dataDir);
    const running = await anApp({ dataDir, clock });
    expect(await names(running)).toEqual(['Aino']);
    expect(existsSync(join(dataDir, 'backups', 'restore.json'))).toBe(false);
    expect(running.app.context(null).safety.record.restores()).toMatchObject([
      { requestId: entry.requestId },
    ]);
    // The screen asks again, and hears what was done.
    expect(await restore(running.client, 'unplugged', entry.requestId)).toMatchObject({ at: entry.at });
    await goBack(running.client);
    expect(await names(running)).toEqual(['Aino', 'Oona']);
  });

  it('whose new file does not open is taken back', async () => {
    const { dataDir, clock, scratch, entry } = await aBegunRestore();
    writeFileSync(scratch, 'not a shop\n'.repeat(100));
    beginExchange(dataDir, scratch, { aside, keepAside: true, entry });
    const running = await anApp({ dataDir, clock });
    expect(await names(running)).toEqual(['Aino', 'Oona']);
    expect(running.app.context(null).safety.record.restores()).toEqual([]);
    expect(running.logged.map(({ message }) => message)).toContain('a restore was taken back');
    expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('set-aside'))).toEqual([]);
  });

  it('that cannot be put on record is ended all the same: what is written after it is never taken back', async () => {
    const { dataDir, clock, scratch, entry } = await aBegunRestore();
    beginExchange(dataDir, scratch, { aside, keepAside: true, entry });
    mkdirSync(join(dataDir, 'backups', 'record.jsonl'));
    const running = await anApp({ dataDir, clock });
    expect(await names(running)).toEqual(['Aino']);
    expect(running.logged.map(({ message }) => message)).toContain('a restore could not be put on record');
    expect(existsSync(join(dataDir, 'backups', 'restore.json'))).toBe(false);
  });

  it('is not taken back once it was open, even where its journal could not be removed', async () => {
    const { dataDir, clock, scratch, entry } = await aBegunRestore();
    const journal = join(dataDir, 'backups', 'restore.json');
    beginExchange(dataDir, scratch, { aside, keepAside: true, entry });
    const stayed = readFileSync(journal);
    const running = await anApp({ dataDir, clock });
    await running.client.customers.create({ requestId: aRequest(), name: 'Eero' });
    await running.app.close();
    writeFileSync(journal, stayed);
    const worked = readFileSync(shopFileIn(dataDir));
    writeFileSync(shopFileIn(dataDir), 'a passing fault\n'.repeat(100));
    const failing = await anApp({ dataDir, clock });
    expect(failing.app.state()).toBe('failed');
    await failing.app.close();
    writeFileSync(shopFileIn(dataDir), worked);
    expect(await names(await anApp({ dataDir, clock }))).toEqual(['Aino', 'Eero']);
  });
});
