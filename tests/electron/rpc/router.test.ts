import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { isContractProcedure } from '@orpc/contract';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { router } from '#electron/rpc/router.ts';
import { contract } from '#shared/contract/index.ts';
import { aProgramme } from '#tests/shared/domain/loyalty/programmes.ts';
import { type AppWithClient, anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { aCafe } from '#tests/support/shop-on-host.ts';
import { backupCalls, backupInputs, importInputs } from './backup-calls.ts';
import { campaignCalls, peopleInputs } from './campaign-calls.ts';
import { customerCalls, customerInputsOf } from './customer-calls.ts';
import { followUpInputs, followUpInputsOf } from './follow-up-calls.ts';
import { aCopyOfToday, anExport, monthEndCalls } from './month-end-calls.ts';
import { outlookCalls, outlookInputsOf } from './outlook-calls.ts';
import { playbookInputs } from './playbook-calls.ts';
import { privacyCalls, privacyInputsOf } from './privacy-calls.ts';
import { reportInputs } from './report-inputs.ts';
import { answeredAlways, restoreInputs } from './restore-calls.ts';
import { staffCalls } from './staff-calls.ts';
import { watchedLog, writingCalls } from './watched-log.ts';

type Calls = Readonly<Record<string, Readonly<Record<string, (input?: unknown) => Promise<unknown>>>>>;

/** Any call by name, with any input: as a foreign program could make it. */
const call = ({ client }: AppWithClient, name: string, input?: unknown): Promise<unknown> => {
  const [noun = '', verb = ''] = name.split('.');
  const procedure = (client as unknown as Calls)[noun]?.[verb];
  if (!procedure) throw new Error(`no call ${name}`);
  return procedure(input);
};

const names = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);

const rules = aProgramme();

/** An input that fits, for every call that needs one; ids that nobody has. */
const fitting: Readonly<Record<string, unknown>> = {
  ...monthEndCalls,
  ...backupCalls,
  ...staffCalls,
  ...privacyCalls,
  ...outlookCalls,
  ...customerCalls,
  'settings.setUp': { shop: aCafe, start: 'empty' },
  'settings.update': { requestId: 'request-1' },
  'items.create': {
    requestId: 'request-2',
    name: 'Tea',
    category: '',
    price: 300,
    active: true,
    quickPosition: null,
  },
  'items.update': { requestId: 'request-3', itemId: 1 },
  'loyalty.version': { versionId: 1 },
  'loyalty.saveDraft': { rules, effectiveFrom: null },
  'loyalty.preset': { kind: 'goldMug' },
  'loyalty.newId': { kind: 'rewards' },
  'loyalty.check': { rules },
  'loyalty.publish': { requestId: 'request-4', rules, effectiveFrom: null },
  'loyalty.compare': { rules },
  'loyalty.simulate': { rules, months: 1 },
  'loyalty.explain': { customerId: 1, unitId: 1 },
  'loyalty.adjust': { requestId: 'request-16', customerId: 1, unitId: 1, change: 1, reason: 'Paper card' },
  'loyalty.expiring': { days: 30 },
  'loyalty.holdTier': { requestId: 'request-17', customerId: 1, tierId: null, untilDay: null },
  'loyalty.reconciliation': { from: '2026-03-01', to: '2026-04-01' },
  'loyalty.reconciliationEntries': { from: '2026-03-01', to: '2026-04-01', unitId: 1, column: 'earned' },
  'till.refund': { requestId: 'request-23', visitId: 1, amount: 100, returnRewards: false },
  'till.park': {
    requestId: 'request-24',
    customerId: 1,
    amount: 100,
    items: [],
    redeem: [],
    vouchers: [],
  },
  'till.release': { requestId: 'request-25', parkedId: 1 },
  'customers.mergePreview': { keepId: 1, mergeId: 2 },
  'customers.merge': { requestId: 'request-26', keepId: 1, mergeId: 2 },
  'customers.unmerge': { requestId: 'request-27', mergeId: 2 },
  'customers.joinHousehold': { requestId: 'request-28', customerId: 1, withId: 2 },
  'customers.leaveHousehold': { requestId: 'request-29', customerId: 1 },
  'till.search': { query: 'a' },
  'till.scan': { candidates: ['1234'] },
  'till.customerCard': { customerId: 1 },
  'till.checkIn': { requestId: 'request-5', customerId: null, amount: 100 },
  'till.undo': { requestId: 'request-6', visitId: 1 },
  'till.move': { requestId: 'request-7', visitId: 1, customerId: 1 },
  'customers.create': { requestId: 'request-8', name: 'Aino' },
  'customers.get': { customerId: 1 },
  'customers.list': {},
  'customers.update': { requestId: 'request-9', customerId: 1 },
  'customers.findDuplicates': { name: 'Aino', phone: '0401234567', cardCode: null },
  'customers.timeline': { customerId: 1 },
  'customers.addNote': { requestId: 'request-10', customerId: 1, text: 'x' },
  'customers.giveCard': { requestId: 'request-11', customerId: 1, code: null },
  'customers.blockCard': { requestId: 'request-12', customerId: 1, code: 'AB1234' },
  'customers.answerConsent': { requestId: 'request-13', customerId: 1, purpose: 'contact', granted: true },
  'imports.preview': { kind: 'visits', file: 'customer,date,amount\n1,2026-01-01,3.00\n' },
  'imports.visits': { requestId: 'request-14', file: 'customer,date,amount\n1,2026-01-01,3.00\n' },
  'imports.balances': { requestId: 'request-61', file: 'name,points\nAino,5\n', unitId: 1 },
  'imports.previewUndo': { importId: 1 },
  'imports.undo': { requestId: 'request-60', importId: 1 },
  'imports.customers': { requestId: 'request-15', file: 'name,phone\nAino,0401234567\n' },
  ...reportInputs,
  ...campaignCalls,
  ...playbookInputs,
  ...followUpInputs,
};

/** Reads a stream to its end; anything else is its own result. */
async function finished(answer: Promise<unknown>): Promise<unknown> {
  const output = await answer;
  if (typeof output !== 'object' || output === null || !(Symbol.asyncIterator in output)) return output;
  const events: unknown[] = [];
  for await (const event of output as AsyncIterable<unknown>) events.push(event);
  return events;
}

const refusal = (running: AppWithClient, name: string, input: unknown = fitting[name]) =>
  finished(call(running, name, input)).then(
    () => 'it went through',
    (error: unknown) => error,
  );

describe('the router', () => {
  it('has every call of the contract and no other', () => {
    for (const [noun, verbs] of Object.entries(contract)) {
      for (const procedure of Object.values(verbs)) expect(isContractProcedure(procedure)).toBe(true);
      const implemented = (router as unknown as Record<string, object>)[noun];
      expect(Object.keys(implemented ?? {}).sort()).toEqual(Object.keys(verbs).sort());
    }
    expect(Object.keys(router).sort()).toEqual(Object.keys(contract).sort());
  });
});

describe('before the first run', () => {
  const answered = ['system.state', 'system.retryOpen', 'settings.setUp', ...answeredAlways];

  it.each(names.filter((name) => !answered.includes(name)))('%s: ShopNotReady, as declared', async (name) => {
    const running = await anApp();
    const error = await refusal(running, name);
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'ShopNotReady', defined: true, data: { state: 'firstRun' } });
    expect(running.logged.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('where the file cannot be opened', () => {
  const answered = ['system.state', 'system.retryOpen', ...answeredAlways];

  it('every call says so, as declared', async () => {
    const first = await anApp();
    await first.app.close();
    const other = new BetterSqlite3(join(first.dataDir, 'shop.sqlite'));
    other.pragma('user_version = 99990');
    other.close();
    const running = await anApp({ dataDir: first.dataDir });
    for (const name of names.filter((one) => !answered.includes(one))) {
      const expected = { code: 'ShopNotReady', defined: true, data: { state: 'failed' } };
      expect([name, await refusal(running, name)]).toEqual([name, expect.objectContaining(expected)]);
    }
    expect(await running.client.system.state()).toMatchObject({
      state: 'failed',
      failure: { code: 'NewerSchema' },
    });
  });
});

describe('every call', () => {
  it('answers on real data in the shape of the contract', async () => {
    const running = await anAppWithCafe({ printPage: async () => new TextEncoder().encode('%PDF') });
    const { client } = running;
    const item = await client.items.create({
      requestId: aRequest(),
      name: 'Latte',
      category: 'Coffee',
      price: 480,
      active: true,
      quickPosition: 1,
    });
    const person = await client.customers.create({
      requestId: aRequest(),
      name: 'Aino Virtanen',
      phone: '040 123 4567',
      issueCard: true,
      birthday: { day: 29, month: 2, year: null },
      allergy: 'Nuts',
      consents: [{ purpose: 'membership', granted: true }],
    });
    const { visitId } = await client.till.checkIn({
      requestId: aRequest(),
      customerId: person.id,
      amount: 480,
      items: [{ itemId: item.id, quantity: 1 }],
    });
    const other = await client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 480 });
    const ids = { customerId: person.id, itemId: item.id, visitId };
    const { rules, versionId } = await client.loyalty.programme();
    const unitId = rules.pointsUnitId;
    const named = async (name: string) => (await client.customers.create({ requestId: aRequest(), name })).id;
    const [keepId, mergeId, withId] = [await named('Eero'), await named('Eero Laine'), await named('Aino')];
    const issued = async () =>
      client.vouchers.issue({
        ...(fitting['vouchers.issue'] as Parameters<typeof client.vouchers.issue>[0]),
        requestId: aRequest(),
        customerId: person.id,
      });
    const { holdId } = await client.vouchers.holdPrices({
      requestId: aRequest(),
      for: { kind: 'customer', customerId: person.id },
      untilDay: '2026-12-31',
    });
    const returned = await client.till.checkIn({
      requestId: aRequest(),
      customerId: person.id,
      amount: 480,
    });
    await aCopyOfToday(client);
    const filled = (name: string, values: object): object => ({ ...(fitting[name] as object), ...values });
    const own: Readonly<Record<string, object>> = {
      'loyalty.version': { versionId },
      'loyalty.saveDraft': { rules, effectiveFrom: null },
      'loyalty.check': { rules },
      'loyalty.publish': filled('loyalty.publish', { rules }),
      'loyalty.compare': { rules },
      'loyalty.simulate': { rules, months: 1 },
      'loyalty.explain': { customerId: person.id, unitId },
      'loyalty.adjust': filled('loyalty.adjust', { customerId: person.id, unitId }),
      'loyalty.reconciliationEntries': filled('loyalty.reconciliationEntries', { unitId }),
      'vouchers.check': { code: (await issued()).code },
      'vouchers.void': filled('vouchers.void', { voucherId: (await issued()).voucherId }),
      'vouchers.holdPrices': filled('vouchers.holdPrices', {
        for: { kind: 'customer', customerId: person.id },
      }),
      'vouchers.endHold': filled('vouchers.endHold', { holdId }),
      'till.refund': filled('till.refund', { visitId: returned.visitId }),
      'customers.mergePreview': { keepId, mergeId },
      'customers.merge': filled('customers.merge', { keepId, mergeId }),
      'customers.unmerge': filled('customers.unmerge', { mergeId }),
      'customers.joinHousehold': filled('customers.joinHousehold', { customerId: person.id, withId }),
      'till.undo': { requestId: aRequest(), visitId: other.visitId },
      ...(await peopleInputs(client)),
      'customers.giveCard': { requestId: aRequest(), customerId: person.id, code: 'AB1234' },
      'imports.balances': filled('imports.balances', { unitId, file: 'name,points\nEero,5\n' }),
      ...(await backupInputs(client)),
      ...(await importInputs(client)),
      ...(await restoreInputs(client)),
      ...(await followUpInputsOf(client, person.id)),
      ...(await outlookInputsOf(client, person.id)),
      ...(await customerInputsOf(client, person.id)),
      ...(await privacyInputsOf(client, person.id)),
    };
    // With PINs every restore would lock the screen: the calls of staff answer in staff.test.ts.
    const done = [
      'settings.setUp',
      'till.move',
      ...Object.keys(contract.staff).map((verb) => `staff.${verb}`),
    ];
    const answers = new Map<string, unknown>();
    const log = watchedLog(running.dataDir);
    const notLogged: string[] = [];
    const unknownWrites: string[] = [];
    for (const name of names.filter((one) => !done.includes(one))) {
      const input = fitting[name] as Record<string, unknown> | undefined;
      const known = Object.fromEntries(
        Object.entries(ids).filter(([key]) => input && key in input && input[key] !== null),
      );
      // Only the newest exports are kept until they are fetched.
      const late = name === 'exports.fetch' ? { token: await anExport(client) } : own[name];
      const ask = () => finished(call(running, name, late ?? (input && { ...input, ...known })));
      const [logged, version] = [log.count(name), log.version()];
      answers.set(name, await ask());
      if (log.count(name) > logged) continue;
      if (writingCalls.has(name)) notLogged.push(name);
      else if (log.version() !== version && (await log.movesWith(ask))) unknownWrites.push(name);
    }
    expect({ notLogged, unknownWrites }).toEqual({ notLogged: [], unknownWrites: [] });
    const moved = await client.till.move({
      requestId: aRequest(),
      visitId,
      customerId: (await client.customers.create({ requestId: aRequest(), name: 'Oona' })).id,
    });
    expect(moved).toMatchObject({ customerName: 'Oona', amount: 480 });
    expect(answers.get('system.about')).toMatchObject({
      customers: expect.any(Number),
      version: '0.0.0-test',
    });
    expect(answers.get('customers.list')).toMatchObject({ total: expect.any(Number) });
    expect(answers.get('reports.retention')).toMatchObject({ checkIns: expect.any(Number) });
    expect(await (answers.get('exports.fetch') as File).text()).toContain('Check-ins');
    expect(await (answers.get('exports.reportPdf') as File).text()).toBe('%PDF');
    expect(answers.size).toBe(names.length - done.length);
    expect(running.logged.filter((line) => line.level === 'error')).toEqual([]);
  }, 120_000);
});

describe('what nobody foresaw', () => {
  it('is logged under an id and crosses as that id alone', async () => {
    const running = await anAppWithCafe();
    const { id } = await running.client.customers.create({ requestId: aRequest(), name: 'Aino' });
    const beside = new BetterSqlite3(join(running.dataDir, 'shop.sqlite'));
    beside.exec('DROP TABLE customer_notes');
    beside.close();
    const error = await refusal(running, 'customers.addNote', {
      requestId: aRequest(),
      customerId: id,
      text: 'x',
    });
    expect(error).toMatchObject({ code: 'Unknown', status: 500, defined: true });
    const { errorId } = (error as ORPCError<'Unknown', { errorId: string }>).data;
    expect(running.logged.at(-1)).toMatchObject({
      level: 'error',
      fields: {
        call: 'customers.addNote',
        errorId,
        error: { message: expect.stringContaining('no such table') },
      },
    });
    expect(running.wire()).toContain(errorId);
    expect(running.wire()).not.toMatch(/no such table|customer_notes|SqliteError|\.ts|stack/);
  });

  it('in an answer that is not what the contract says is treated the same', async () => {
    const running = await anAppWithCafe();
    const { id } = await running.client.customers.create({
      requestId: aRequest(),
      name: 'Aino',
      birthday: { day: 1, month: 1, year: 1990 },
    });
    const beside = new BetterSqlite3(join(running.dataDir, 'shop.sqlite'));
    beside.exec('UPDATE customers SET birth_year = 99');
    beside.close();
    const error = await refusal(running, 'customers.get', { customerId: id });
    expect(error).toMatchObject({ code: 'Unknown', defined: true, data: { errorId: expect.any(String) } });
    expect(running.logged.at(-1)).toMatchObject({ level: 'error', fields: { call: 'customers.get' } });
    expect(running.wire()).not.toContain('Output validation');
  });

  it('in a stream is treated the same', async () => {
    const running = await anApp();
    const beside = new BetterSqlite3(join(running.dataDir, 'shop.sqlite'));
    beside.exec('DROP TABLE staff');
    beside.close();
    const error = await refusal(running, 'settings.setUp');
    expect(error).toMatchObject({ code: 'Unknown', defined: true, data: { errorId: expect.any(String) } });
    expect(running.logged.at(-1)).toMatchObject({ level: 'error', fields: { call: 'settings.setUp' } });
  });
});

describe('input that does not fit', () => {
  it.each<[string, unknown]>([
    ['till.checkIn', null],
    ['till.checkIn', { requestId: 'request-1', customerId: null, amount: -1 }],
    ['till.checkIn', { requestId: 'request-1', customerId: null, amount: 1.5 }],
    ['till.checkIn', { requestId: 'request-1', customerId: null, amount: 1e12 }],
    ['till.checkIn', { requestId: 'request-1', customerId: null, amount: '450' }],
    ['till.checkIn', { requestId: 'short', customerId: null, amount: 450 }],
    ['till.checkIn', { requestId: 'request-1', customerId: 0, amount: 450 }],
    ['till.checkIn', { requestId: 'request-1', customerId: 2 ** 60, amount: 450 }],
    [
      'till.checkIn',
      { requestId: 'request-1', customerId: null, amount: 450, items: [{ itemId: 1, quantity: 0 }] },
    ],
    ['till.search', { query: 'a'.repeat(201) }],
    ['till.search', { query: 'a', limit: 51 }],
    ['customers.create', { requestId: 'request-1', name: '   ' }],
    ['customers.create', { requestId: 'request-1', name: 'a'.repeat(121) }],
    ['customers.create', { requestId: 'request-1', name: 'a\u0007b' }],
    ['customers.list', { limit: 100_000 }],
    ['reports.retention', { from: '2026-3-1', to: '2026-04-01', window: 60 }],
    ['reports.retention', { from: '2026-03-01', to: '2026-04-01', window: 0 }],
    [
      'items.create',
      { requestId: 'request-1', name: 'Tea', category: '', price: -5, active: true, quickPosition: null },
    ],
    ['loyalty.publish', { requestId: 'request-1', points: { points: 1, per: 0 }, stamps: null, rewards: [] }],
    ['settings.update', { requestId: 'request-1', shop: { cutoffMinutes: 9_999 } }],
  ])('%s with %j: BAD_REQUEST, nothing written, nothing logged', async (name, input) => {
    const running = await anAppWithCafe();
    const before = await running.client.system.about();
    expect(await refusal(running, name, input)).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    expect(await running.client.system.about()).toEqual(before);
    expect(running.logged.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('keeps signs of markup in names as letters', async () => {
    const { client } = await anAppWithCafe();
    const name = '<img src=x onerror=alert(1)> & "Co"';
    const { id } = await client.customers.create({ requestId: aRequest(), name });
    expect((await client.till.customerCard({ customerId: id })).name).toBe(name);
  });
});
