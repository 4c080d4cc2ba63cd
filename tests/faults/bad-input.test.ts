import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRows } from '#tests/support/shop-file.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { type Answer, type RunningHost, startHost } from '#tests/support/start-host.ts';

let dataDir = '';
let host: RunningHost;
let customerId = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'regulars-input-'));
  host = await startHost({ dataDir });
  await setUpCafe(host);
  [customerId = 0] = await addCustomers(host, ['Aino Mäkelä']);
});

afterAll(async () => {
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Rows of everything a call could write, to prove that it wrote nothing. */
const written = () =>
  ['visits', 'visit_lines', 'ledger_entries', 'customers', 'items', 'programme_versions', 'imports'].map(
    (table) => readRows<{ n: number }>(dataDir, `SELECT count(*) AS n FROM ${table}`)[0]?.n,
  );

/** A refusal is a code in a short body: no stack, no path, no SQL. */
function expectRefusal(answer: Answer): void {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.code).toMatch(/^[A-Z]\w+$/);
  expect(answer.body).not.toMatch(/\bat .+:\d+|node_modules|\.(ts|js)\b|SELECT|INSERT|SQLITE/);
  expect(answer.body.length).toBeLessThan(5_000);
}

const checkIn = (change: Record<string, unknown>) =>
  host.rpc('till/checkIn', { requestId: crypto.randomUUID(), customerId, amount: 450, ...change });

describe('bad input', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a negative amount', { amount: -1 }],
    ['a huge amount', { amount: 10_000_000_001 }],
    ['an unsafe amount', { amount: 2 ** 60 }],
    ['a fraction of a cent', { amount: 4.5 }],
    ['an amount in words', { amount: '450' }],
    ['no amount where one is needed', { amount: undefined }],
    ['an unknown customer', { customerId: 123_456 }],
    ['a negative customer', { customerId: -1 }],
    ['a customer in words', { customerId: "1' OR '1'='1" }],
    ['an unknown item', { items: [{ itemId: 123_456, quantity: 1 }] }],
    ['minus one item', { items: [{ itemId: 1, quantity: -1 }] }],
    ['an unknown reward', { redeem: [{ rewardId: 123_456 }] }],
    ['an empty request id', { requestId: '' }],
    ['no request id', { requestId: undefined }],
    ['a request id without end', { requestId: 'x'.repeat(10_000) }],
    ['an unknown staff member', { staffId: 123_456 }],
  ])('%s is refused with a code and writes nothing', async (_what, change) => {
    const before = written();
    expectRefusal(await checkIn(change));
    expect(written()).toEqual(before);
  });

  it.each<[string, string, unknown]>([
    ['an unknown visit', 'till/undo', { requestId: 'request-11', visitId: 123_456 }],
    ['an unknown profile', 'customers/get', { customerId: 123_456 }],
    ['a customer without a name', 'customers/create', { requestId: 'request-12', name: '   ' }],
    [
      'a name with control characters',
      'customers/create',
      { requestId: 'request-13', name: 'A\u0000\u001b[2J' },
    ],
    ['a name without end', 'customers/create', { requestId: 'request-14', name: 'x'.repeat(5_000) }],
    ['a phone in words', 'customers/create', { requestId: 'request-15', name: 'A', phone: 'call me' }],
    ['a month of no calendar', 'reports/retention', { from: '2026-13-01', to: '2026-13-31', window: 30 }],
    ['a window of minus one', 'reports/retention', { from: '2026-01-01', to: '2026-01-31', window: -1 }],
    ['an unknown call', 'till/steal', {}],
    ['a call of the prototype', 'constructor/constructor', {}],
    ['nothing at all', 'till/checkIn', undefined],
    ['a list for an object', 'till/checkIn', []],
  ])('%s is refused with a code and writes nothing', async (_what, path, input) => {
    const before = written();
    expectRefusal(await host.rpc(path, input));
    expect(written()).toEqual(before);
  });

  it('a second set-up of the shop is refused', async () => {
    const before = await host.client.settings.get();
    const answer = await host.rpc('settings/setUp', {
      shop: { ...before.shop, name: 'Other' },
      start: 'empty',
    });
    expect(answer.body).toContain('AlreadySetUp');
    expect((await host.client.settings.get()).shop.name).toBe(before.shop.name);
  });

  it('HTML in a name is kept as the text it is', async () => {
    const name = '<img src=x onerror=alert(1)> & <b>Anna</b>';
    const customer = await host.client.customers.create({ requestId: crypto.randomUUID(), name });
    expect(customer.name).toBe(name);
    const { hits } = await host.client.till.search({ query: 'onerror', limit: 5 });
    expect(hits.map((hit) => hit.name)).toContain(name);
  });

  it('a doubled request is one visit, also when both come at once', async () => {
    const requestId = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => checkIn({ requestId })));
    const visits = new Set(answers.map(({ output }) => (output as { visitId: number }).visitId));
    expect(visits.size).toBe(1);
    expect(answers.filter(({ output }) => !(output as { replayed: boolean }).replayed)).toHaveLength(1);
    expect(readRows(dataDir, `SELECT id FROM visits WHERE request_id = '${requestId}'`)).toHaveLength(1);
  });

  it('a request id that was used for something else is refused', async () => {
    const requestId = crypto.randomUUID();
    expect((await checkIn({ requestId })).status).toBe(200);
    const before = written();
    const other = await checkIn({ requestId, amount: 999 });
    expectRefusal(other);
    expect(other.code).toBe('RequestIdReused');
    expect(written()).toEqual(before);
  });
});

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request with exactly these headers, which `fetch` would not send. */
function raw({ method = 'POST', path = '/rpc/till/today', headers = {}, body = '{"json":{}}' }: Raw) {
  const { hostname, port } = new URL(host.url);
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const outgoing = request(
        {
          hostname,
          port,
          path,
          method,
          headers: {
            authorization: `Bearer ${host.token}`,
            'content-type': 'application/json',
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(method === 'POST' ? body : undefined);
    },
  );
}

describe('the door of the host', () => {
  it('opens with the token', async () => {
    const answer = await raw({});
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each<[string, number, string, Raw]>([
    ['without a token', 401, 'UNAUTHORIZED', { headers: { authorization: '' } }],
    ['with a wrong token', 401, 'UNAUTHORIZED', { headers: { authorization: 'Bearer wrong' } }],
    ['for a foreign name', 403, 'FORBIDDEN', { headers: { host: 'regulars.example' } }],
    ['from a foreign page', 403, 'FORBIDDEN', { headers: { origin: 'https://evil.example' } }],
    ['from a file on disk', 403, 'FORBIDDEN', { headers: { origin: 'null' } }],
    ['with an address that reads', 405, 'METHOD_NOT_SUPPORTED', { method: 'GET', path: '/rpc/till/today' }],
    ['with half a body', 400, 'BAD_REQUEST', { body: '{"json":' }],
    ['for something else', 404, 'NOT_FOUND', { method: 'DELETE', path: '/index.html' }],
    ['for a file outside', 404, 'NOT_FOUND', { method: 'GET', path: '/../../package.json' }],
    ['for an encoded file outside', 404, 'NOT_FOUND', { method: 'GET', path: '/..%2f..%2fpackage.json' }],
  ])('stays shut %s', async (_what, status, code, asked) => {
    const answer = await raw(asked);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ json: { code } });
    expect(answer.body).not.toMatch(/\bat .+:\d+|node_modules/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('refuses a body of 10 MB, announced or not, and goes on working', async () => {
    const body = Buffer.from(JSON.stringify({ json: { query: 'x'.repeat(10_000_000), limit: 5 } }));
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await raw({ path: '/rpc/till/search', headers, body }).catch((error: Error) => error);
      // The host may hang up while we are still sending.
      if (answer instanceof Error) expect(answer.message).toMatch(/EPIPE|ECONNRESET/);
      else
        expect(JSON.parse(answer.body)).toMatchObject({ json: { code: 'PAYLOAD_TOO_LARGE', status: 413 } });
    }
    expect((await raw({})).status).toBe(200);
  });

  it('tells its health and nothing else without a token', async () => {
    const answer = await raw({ method: 'GET', path: '/health', headers: { authorization: '' } });
    expect(Object.keys(JSON.parse(answer.body) as object).sort()).toEqual(['ok', 'schemaVersion', 'version']);
  });
});
