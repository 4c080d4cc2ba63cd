import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyEntry, isEmptyEntry } from '#renderer/src/screens/till/entry.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { paidAmount } from '#renderer/src/screens/till/settle-entry.ts';
import { personOf } from '#renderer/src/screens/till/till-panels.ts';
import type { TillAction } from '#renderer/src/screens/till/till-state.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  aino,
  aReceipt,
  choose,
  digits,
  esc,
  freeCoffee,
  olli,
  scanOf,
  submit,
  tillAfter,
  typed,
  unknownCard,
  written,
} from './till-builders.ts';

const person = fc.constantFrom(aino, olli);
const anyAction: fc.Arbitrary<TillAction> = fc.oneof(
  fc.stringMatching(/^[a-zåö0-9 ]{1,4}$/).map(typed),
  fc.stringMatching(/^[a-z0-9]{0,4}$/).map((query) => ({ type: 'searchFor', query }) as const),
  fc.integer({ min: -2, max: 2 }).map((by) => ({ type: 'move', by, rows: 4 }) as const),
  fc.constant({ type: 'commit' } as const),
  person.map(choose),
  fc.constant(esc),
  fc.stringMatching(/^[0-9]{1,2}$/).map(digits),
  fc.constant({ type: 'erase' } as const),
  fc.constant({ type: 'useReward', offer: freeCoffee } as const),
  fc.constant({
    type: 'usual',
    lines: [{ itemId: 1, name: 'Filter coffee', unitPrice: 320, quantity: 2 }],
  } as const),
  fc.constantFrom<TillAction>(
    { type: 'walkIn' },
    { type: 'newCustomer' },
    { type: 'correct' },
    { type: 'retry' },
  ),
  fc.constantFrom<TillAction>(
    { type: 'fillForm', fields: { name: 'Veikko', membership: 'yes' } },
    unknownCard,
  ),
  fc.tuple(person, fc.boolean()).map(([who, rush]) => scanOf(who, rush)),
  fc.constantFrom<TillAction>(
    { type: 'writeNote', text: 'x' },
    { type: 'writeNote', text: null },
    { type: 'saveNote', newId: 'note' },
  ),
  fc.constantFrom<TillAction>(submit('request-1'), submit('request-2'), {
    type: 'undo',
    visitId: 700,
    newId: 'undo-1',
  }),
  fc.constantFrom<TillAction>(
    { type: 'startMove', visit: { visitId: 700, name: aino.name, customerId: 1, at: 0, amount: 900 } },
    { type: 'selectVisit', visitId: 700 },
    {
      type: 'startRefund',
      form: {
        visitId: 700,
        name: aino.name,
        at: 0,
        paid: 900,
        left: 900,
        hasRewards: false,
        amount: 0,
        returnRewards: false,
        reason: '',
      },
    },
    { type: 'park', newId: 'park' },
    { type: 'resume', person: olli, entry: { ...emptyEntry, typed: 480, parkedId: 55 } },
    {
      type: 'voucherFound',
      person: aino,
      offer: { code: '7K4M2QXD', name: 'Two euros', benefit: { kind: 'amountOff', amount: 200 }, item: null },
    },
  ),
  fc.constantFrom('request-1', 'request-2', 'undo-1', 'scan').map((id) => written(aReceipt(), id)),
  fc
    .constantFrom('request-1', 'request-2', 'undo-1', 'note')
    .map((requestId) => ({ type: 'refused', requestId, failure: 'disk' }) as const),
);

it('takes any sequence of keys, taps, scans and answers', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 50 }), (actions) => {
      const till = tillAfter(...actions);
      if (personOf(till.panel) === null) {
        expect(till.entry.rewards).toEqual([]);
        expect(till.entry.vouchers).toEqual([]);
      }
      if (till.queued.length > 0) expect(till.write?.status).toBe('sending');
    }),
    { numRuns: rounds(500) },
  );
});

it('a scan of a customer opens them and keeps the amount, whatever was on the screen', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
      const till = tillAfter(...actions);
      const { kind } = till.panel;
      if (till.write?.status === 'sending' || kind === 'moving') return;
      const scanned = reduceTill(till, scanOf(olli));
      expect(scanned.panel).toMatchObject({ kind: 'chosen', person: olli });
      const isSame = kind === 'chosen' && till.panel.kind === 'chosen' && till.panel.person === olli;
      if (till.entry.rewards.length + till.entry.vouchers.length === 0 || isSame)
        expect(paidAmount(scanned.entry)).toBe(paidAmount(till.entry));
    }),
    { numRuns: rounds(300) },
  );
});

it('Escape goes back one step at a time and always arrives at the empty till', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
      let till = tillAfter(...actions);
      if (till.write?.status === 'sending') return;
      for (let step = 0; step < 8; step += 1) till = reduceTill(till, esc);
      expect(till.panel.kind).toBe('idle');
      expect(isEmptyEntry(till.entry)).toBe(true);
    }),
    { numRuns: rounds(300) },
  );
});
