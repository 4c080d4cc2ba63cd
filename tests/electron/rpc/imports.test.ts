import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { anAppWithCafe } from '#tests/support/app-client.ts';
import { readReference } from '#tests/support/reference.ts';
import { aRequest } from '#tests/support/shop.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) =>
  new File([content], name, { type: 'text/csv' });
const cafe = readReference('synthetic_cafe_transactions.csv');

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => expect.fail('it went through'),
    (reason: unknown) => reason,
  );
  return error instanceof ORPCError ? { code: error.code, data: error.data, defined: error.defined } : error;
}

describe('an import over the wire', () => {
  it('takes a file of bytes, tells how far it is and ends with the report; the new people are found', async () => {
    const { client, logged } = await anAppWithCafe();
    // The search has learnt the names of the shop before the import.
    expect((await client.till.search({ query: 'Önnerfält' })).hits).toEqual([]);
    const latin = new Uint8Array(Buffer.from('nimi;päivä;summa\nÅsa Önnerfält;3.11.2025;4,50\n', 'latin1'));
    const file = fileOf(latin, 'käynnit.csv');
    const preview = await client.imports.preview({ kind: 'visits', file });
    expect(preview).toMatchObject({ rows: 1, columns: { customer: 0, date: 1, amount: 2, name: 0 } });
    const kinds: string[] = [];
    for await (const event of await client.imports.visits({
      requestId: aRequest(),
      fileName: file.name,
      file,
    })) {
      kinds.push(event.kind);
      if (event.kind === 'done')
        expect(event.report).toMatchObject({
          written: 1,
          amount: 450,
          reading: { encoding: 'windows-1252' },
        });
    }
    expect(kinds.at(-1)).toBe('done');
    const { hits } = await client.till.search({ query: 'onnerfalt' });
    expect(hits).toMatchObject([{ name: 'Åsa Önnerfält', lastDay: '2025-11-03' }]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('finds people under the name that a list gives them', async () => {
    const { client } = await anAppWithCafe();
    const run = async (events: Promise<AsyncIterable<unknown>>) => {
      for await (const _event of await events);
    };
    await run(client.imports.visits({ requestId: aRequest(), file: 'id,date\n17,2025-11-03' }));
    expect((await client.till.search({ query: 'customer 17' })).hits).toHaveLength(1);
    await run(client.imports.customers({ requestId: aRequest(), file: 'id,name\n17,Aino Mäkelä' }));
    expect((await client.till.search({ query: 'makela' })).hits).toMatchObject([{ name: 'Aino Mäkelä' }]);
  });

  it('fails with a code of the contract, before the stream and in it', async () => {
    const { client } = await anAppWithCafe();
    const drain = async (file: string) => {
      for await (const _event of await client.imports.visits({ requestId: aRequest(), file }));
    };
    expect(await failureOf(drain(''))).toEqual({
      code: 'UnreadableFile',
      data: { why: 'empty' },
      defined: true,
    });
    expect(await failureOf(drain('id,sum\n1,2'))).toEqual({
      code: 'MissingColumn',
      data: { column: 'date' },
      defined: true,
    });
    expect(await failureOf(client.imports.preview({ kind: 'customers', file: 'a\0b' }))).toEqual({
      code: 'UnreadableFile',
      data: { why: 'notText' },
      defined: true,
    });
  });

  it('of balances, and its undo, fail with a code of the contract too', async () => {
    const { client } = await anAppWithCafe();
    const drain = async (unitId: number) => {
      const input = { requestId: aRequest(), file: 'name,points\nAino,5', unitId };
      for await (const _event of await client.imports.balances(input));
    };
    expect(await failureOf(drain(7))).toEqual({
      code: 'InvalidValue',
      data: { field: 'unitId' },
      defined: true,
    });
    const missing = { code: 'NotFound', data: { what: 'import', id: 7 }, defined: true };
    expect(await failureOf(client.imports.previewUndo({ importId: 7 }))).toEqual(missing);
    expect(await failureOf(client.imports.undo({ requestId: aRequest(), importId: 7 }))).toEqual(missing);
    for await (const _event of await client.imports.visits({
      requestId: aRequest(),
      file: 'id,date\n17,2025-11-03',
    }));
    const requestId = aRequest();
    const [first] = (await client.imports.list()).imports;
    expect((await client.imports.undo({ requestId, importId: first?.importId ?? 0 })).takes.visits).toBe(1);
    for await (const _event of await client.imports.visits({
      requestId: aRequest(),
      file: 'id,date\n18,2025-11-03',
    }));
    const [second] = (await client.imports.list()).imports;
    expect(
      await failureOf(client.imports.undo({ requestId, importId: second?.importId ?? 0 })),
    ).toMatchObject({
      ...{ code: 'RequestIdReused', defined: true },
    });
    expect((await client.till.search({ query: 'customer 17' })).hits).toEqual([]);
  });

  // A stop that comes when all is written already stops nothing: on a busy computer it is tried again.
  it('stopped by the screen leaves nothing, and the next one goes through', { retry: 3 }, async () => {
    const { client, app } = await anAppWithCafe();
    const cancel = new AbortController();
    const stopped = (async () => {
      const events = await client.imports.visits(
        { requestId: aRequest(), file: cafe },
        { signal: cancel.signal },
      );
      for await (const event of events)
        if (event.kind === 'progress' && event.stage === 'checking') cancel.abort();
    })();
    await stopped.catch(() => undefined);
    expect(cancel.signal.aborted).toBe(true);
    expect((await client.customers.counts()).all).toBe(0);
    let written = 0;
    for await (const event of await client.imports.visits({ requestId: aRequest(), file: cafe })) {
      if (event.kind === 'done') written = event.report.written;
    }
    expect(written).toBe(4562);
    expect(app.state()).toBe('ready');
  });
});
