import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { paidAmount } from '#renderer/src/screens/till/settle-entry.ts';
import { emptyForm } from '#renderer/src/screens/till/till-panels.ts';
import { initialTill, type TillAction } from '#renderer/src/screens/till/till-state.ts';

import {
  aino,
  anUndo,
  aReceipt,
  choose,
  digits,
  esc,
  freeCoffee,
  olli,
  rules,
  scanOf,
  submit,
  tillAfter,
  typed,
  unknownCard,
  written,
} from './till-builders.ts';

describe('typing', () => {
  it('letters and digits search while nobody is there', () => {
    expect(tillAfter(typed('a'), typed('i')).panel).toMatchObject({ kind: 'searching', query: 'ai' });
    expect(tillAfter(typed('4417')).panel).toMatchObject({ kind: 'searching', query: '4417' });
    expect(tillAfter(typed(' ')).panel.kind).toBe('idle');
  });

  it('digits are the amount once somebody is chosen, letters start a new search', () => {
    const till = tillAfter(choose(), typed('480'));
    expect(paidAmount(till.entry)).toBe(480);
    const searching = reduceTill(till, typed('o'));
    expect(searching.panel).toMatchObject({ kind: 'searching', query: 'o' });
    expect(reduceTill(searching, esc).panel).toMatchObject({ kind: 'chosen', person: aino });
  });

  it('digits search where the amount is never asked', () => {
    const till = [choose(), typed('4')].reduce(reduceTill, initialTill({ ...rules, amountRule: 'never' }));
    expect(till.panel).toMatchObject({ kind: 'searching', query: '4' });
  });

  it('clearing the words returns to what was there', () => {
    const till = tillAfter(choose(), typed('o'), { type: 'searchFor', query: '' });
    expect(till.panel).toMatchObject({ kind: 'chosen', person: aino });
  });

  it('the highlighted row stays within the list and starts at the top for new words', () => {
    const till = tillAfter(typed('a'), { type: 'move', by: 1, rows: 3 }, { type: 'move', by: 5, rows: 3 });
    expect(till.panel).toMatchObject({ active: 2 });
    expect(reduceTill(till, { type: 'searchFor', query: 'ab' }).panel).toMatchObject({
      active: 0,
      commit: false,
    });
    expect(reduceTill(till, { type: 'move', by: -9, rows: 3 }).panel).toMatchObject({ active: 0 });
  });
});

describe('choosing a customer', () => {
  it('keeps an amount that was entered first', () => {
    expect(paidAmount(tillAfter(digits('480'), choose()).entry)).toBe(480);
  });

  it('instead of another keeps the amount, drops the reward and says who was not checked in', () => {
    const till = tillAfter(choose(), typed('480'), { type: 'useReward', offer: freeCoffee }, scanOf(olli));
    expect(till.panel).toMatchObject({ kind: 'chosen', person: olli });
    expect(paidAmount(till.entry)).toBe(480);
    expect(till.entry.rewards).toEqual([]);
    expect(till.notice).toEqual({ kind: 'notCheckedIn', name: aino.name });
  });

  it('who is open already changes nothing, not even a note half written', () => {
    const noting = tillAfter(choose(), { type: 'writeNote', text: 'Likes' }, scanOf(aino));
    expect(noting.panel).toMatchObject({ kind: 'chosen', note: 'Likes' });
    const till = tillAfter(choose(), { type: 'useReward', offer: freeCoffee }, scanOf(aino));
    expect(till.entry.rewards).toHaveLength(1);
    expect(till.notice).toBeNull();
  });
});

describe('checking in', () => {
  it('asks for a required amount instead of writing', () => {
    const till = tillAfter(choose(), submit());
    expect(till.question).toBe('amount');
    expect(till.write).toBeNull();
    expect(reduceTill(till, typed('4')).question).toBeNull();
  });

  it('does not need an amount where it is optional', () => {
    const optional = initialTill({ ...rules, amountRule: 'optional' });
    const till = [choose(), submit()].reduce(reduceTill, optional);
    expect(till.write?.intent).toEqual({
      kind: 'checkIn',
      input: { customerId: 1, amount: null, items: [], redeem: [] },
    });
  });

  it('never sends an amount where none is asked, but says what was bought', () => {
    const never = initialTill({ ...rules, amountRule: 'never' });
    const item = { itemId: 1, name: 'Filter coffee', unitPrice: 320 };
    const till = [choose(), { type: 'addItem', item } as const, submit()].reduce(reduceTill, never);
    expect(till.write?.intent).toMatchObject({
      input: { amount: null, items: [{ itemId: 1, quantity: 1 }] },
    });
  });

  it('asks once about an unusually large amount', () => {
    const till = tillAfter(choose(), typed('12600'), submit());
    expect(till.question).toBe('large');
    expect(reduceTill(till, submit()).write?.status).toBe('sending');
    expect(reduceTill(reduceTill(till, typed('0')), submit()).question).toBe('large');
  });

  it('of a walk-in needs an amount on the screen or the key for it', () => {
    expect(tillAfter(submit()).write).toBeNull();
    expect(tillAfter(digits('480'), submit()).write?.intent).toMatchObject({
      input: { customerId: null, amount: 480 },
    });
    expect(paidAmount(tillAfter({ type: 'walkIn' }, typed('480')).entry)).toBe(480);
  });

  it('shows the receipt and empties the entry when it is on disk', () => {
    const till = tillAfter(choose(), typed('900'), submit(), written());
    expect(till.panel).toMatchObject({ kind: 'receipt', isNew: false, receipt: aReceipt() });
    expect(till.entry).toEqual(emptyEntry);
    expect(till.write).toBeNull();
  });

  it('twice by a doubled Enter is one write', () => {
    const till = tillAfter(choose(), typed('900'), submit('request-1'), submit('request-2'));
    expect(till.write?.requestId).toBe('request-1');
    expect(till.queued).toEqual([]);
    const done = reduceTill(till, written());
    expect(reduceTill(done, submit('request-3')).write).toBeNull();
  });

  it('keeps what is done meanwhile for afterwards', () => {
    const till = tillAfter(choose(), typed('900'), submit(), typed('ol'), typed('l'));
    expect(till.panel.kind).toBe('chosen');
    expect(reduceTill(till, written()).panel).toMatchObject({
      kind: 'searching',
      query: 'oll',
      behind: { kind: 'receipt' },
    });
  });

  it('that failed keeps everything and the same id for the same visit, a new one for another', () => {
    const failed = tillAfter(choose(), typed('900'), submit(), {
      type: 'refused',
      requestId: 'request-1',
      failure: 'disk',
    });
    expect(failed.write).toMatchObject({ status: 'failed', failure: 'disk' });
    expect(paidAmount(failed.entry)).toBe(900);
    expect(reduceTill(failed, submit('request-2')).write).toMatchObject({
      requestId: 'request-1',
      status: 'sending',
    });
    expect(reduceTill(failed, { type: 'retry' }).write).toMatchObject({
      requestId: 'request-1',
      status: 'sending',
    });
    const changed = reduceTill(reduceTill(failed, typed('0')), submit('request-2'));
    expect(reduceTill(changed, submit('request-2')).write?.requestId).toBe('request-2');
  });

  it('takes no answer to another request', () => {
    const till = tillAfter(choose(), typed('900'), submit());
    expect(reduceTill(till, written(aReceipt(), 'request-0'))).toBe(till);
  });
});

describe('a new customer', () => {
  const form = { type: 'fillForm', fields: { name: 'Veikko Pulkkinen', phone: '040 618 2222' } } as const;

  it('takes over the words searched for and keeps the amount', () => {
    const till = tillAfter(digits('740'), typed('veikko'), { type: 'newCustomer' });
    expect(till.panel).toMatchObject({ kind: 'newCustomer', form: { ...emptyForm, name: 'Veikko' } });
    expect(paidAmount(till.entry)).toBe(740);
  });

  it('is saved together with the visit', () => {
    const till = tillAfter(
      digits('740'),
      { type: 'newCustomer' },
      form,
      { type: 'fillForm', fields: { membership: 'yes' } },
      submit(),
    );
    expect(till.write?.intent).toMatchObject({
      input: {
        customerId: null,
        amount: 740,
        newCustomer: { name: 'Veikko Pulkkinen', phone: '040 618 2222' },
      },
    });
  });

  it('must be asked first; no answer counts as no and keeps no name', () => {
    const asked = tillAfter(digits('740'), { type: 'newCustomer' }, form, submit());
    expect(asked.question).toBe('membership');
    const silent = reduceTill(asked, submit());
    expect(silent.panel).toMatchObject({ form: { membership: 'no' } });
    expect(silent.write?.intent).toEqual({
      kind: 'checkIn',
      input: { customerId: null, amount: 740, items: [], redeem: [] },
    });
  });

  it('without a name or with an impossible birthday is asked for it', () => {
    const yes = { type: 'fillForm', fields: { membership: 'yes' } } as const;
    expect(tillAfter(digits('740'), { type: 'newCustomer' }, yes, submit()).question).toBe('name');
    const wrong = { type: 'fillForm', fields: { birthday: '31.2.' } } as const;
    expect(tillAfter(digits('740'), { type: 'newCustomer' }, form, yes, wrong, submit()).question).toBe(
      'birthday',
    );
  });

  it('is new on the receipt; a second check-in on the same first day is not', () => {
    const yes = { type: 'fillForm', fields: { membership: 'yes' } } as const;
    const first = aReceipt({ visits: 1 });
    const joined = tillAfter(digits('740'), { type: 'newCustomer' }, form, yes, submit(), written(first));
    expect(joined.panel).toMatchObject({ kind: 'receipt', isNew: true });
    const again = tillAfter(choose(), typed('900'), submit(), written(first));
    expect(again.panel).toMatchObject({ kind: 'receipt', isNew: false });
  });

  it('goes back to the phone where that is refused, with everything as it was filled in', () => {
    const answers = { type: 'fillForm', fields: { membership: 'yes', phone: '4917' } } as const;
    const failure = new ORPCError('InvalidPhone', { data: { phone: '4917' } });
    const refused = { type: 'refused', requestId: 'request-1', failure } as const;
    const till = tillAfter(digits('740'), { type: 'newCustomer' }, form, answers, submit(), refused);
    expect(till).toMatchObject({ question: 'phone', write: { status: 'failed' } });
    expect(till.panel).toMatchObject({ form: { name: 'Veikko Pulkkinen', phone: '4917' } });
    const other = reduceTill(till, { type: 'fillForm', fields: { phone: '0401234567' } });
    expect(other.question).toBe(null);
    expect(reduceTill(other, submit('request-2')).write).toMatchObject({
      requestId: 'request-2',
      status: 'sending',
    });
  });

  it('keeps what was filled in while somebody else is looked up', () => {
    const till = tillAfter({ type: 'newCustomer' }, form, typed('a'));
    expect(till.panel.kind).toBe('searching');
    expect(reduceTill(till, esc).panel).toMatchObject({
      kind: 'newCustomer',
      form: { name: 'Veikko Pulkkinen' },
    });
    expect(reduceTill(till, { type: 'newCustomer' }).panel).toMatchObject({
      form: { name: 'Veikko Pulkkinen' },
    });
  });

  it('may be a person of the list after all', () => {
    const till = tillAfter(digits('740'), { type: 'newCustomer' }, form, scanOf(aino));
    expect(till.panel).toMatchObject({ kind: 'chosen', person: aino });
    expect(till.notice).toEqual({ kind: 'notCheckedIn', name: 'Veikko Pulkkinen' });
  });

  it('gets the unknown card scanned meanwhile, and who told them', () => {
    const till = tillAfter({ type: 'newCustomer' }, unknownCard, choose(olli));
    expect(till.panel).toMatchObject({ form: { cardCode: '7340021', referredBy: olli } });
  });
});

describe('an unknown card', () => {
  it('is given to the person chosen, who is then open', () => {
    const asked = tillAfter(digits('480'), unknownCard, { type: 'searchFor', query: 'olli' }, choose(olli));
    expect(asked.write?.intent).toEqual({ kind: 'giveCard', code: '7340021', to: olli });
    const given = reduceTill(asked, {
      type: 'written',
      requestId: 'request-choose',
      result: { kind: 'giveCard' },
    });
    expect(given.panel).toMatchObject({ kind: 'chosen', person: olli });
    expect(given.notice).toEqual({ kind: 'cardGiven', name: olli.name, code: '7340021' });
    expect(paidAmount(given.entry)).toBe(480);
  });

  it('goes with a new customer, and leaves the one who was open when put aside', () => {
    expect(tillAfter(unknownCard, { type: 'newCustomer' }).panel).toMatchObject({
      form: { cardCode: '7340021' },
    });
    expect(tillAfter(choose(), unknownCard, esc).panel).toMatchObject({ kind: 'chosen', person: aino });
  });

  it('that is blocked changes nothing but is said', () => {
    const till = tillAfter(choose(), {
      type: 'scanned',
      result: { kind: 'blocked', person: olli, code: '1' },
      rush: false,
      newId: 'x',
    });
    expect(till.panel).toMatchObject({ kind: 'chosen', person: aino });
    expect(till.notice).toMatchObject({ kind: 'cardBlocked', person: olli });
  });
});

describe('undo and move', () => {
  const undo: TillAction = { type: 'undo', visitId: 700, newId: 'undo-1' };
  const undone: TillAction = {
    type: 'written',
    requestId: 'undo-1',
    result: { kind: 'undo', undone: anUndo() },
  };

  it('of the visit on the receipt can be corrected as it was entered', () => {
    const till = tillAfter(choose(), typed('900'), submit(), written(), undo, undone);
    expect(till.panel).toMatchObject({ kind: 'undone', undone: { person: aino, amount: 900 } });
    const again = reduceTill(till, { type: 'correct' });
    expect(again.panel).toMatchObject({ kind: 'chosen', person: aino });
    expect(paidAmount(again.entry)).toBe(900);
  });

  it('while somebody else is served only says so', () => {
    const till = tillAfter(choose(olli), typed('480'), undo, undone);
    expect(till.panel).toMatchObject({ kind: 'chosen', person: olli });
    expect(till.notice).toEqual({ kind: 'undone', name: aino.name, amount: 900 });
  });

  it('moves a visit to the person chosen or scanned', () => {
    const visit = { visitId: 700, name: aino.name, customerId: 1, at: 0, amount: 900 };
    const till = tillAfter({ type: 'startMove', visit }, scanOf(olli));
    expect(till.write?.intent).toEqual({ kind: 'move', visitId: 700, to: olli });
    const receipt = aReceipt({ visitId: 702, customerId: 2, customerName: olli.name });
    const moved = reduceTill(till, { type: 'written', requestId: 'scan', result: { kind: 'move', receipt } });
    expect(moved.panel).toMatchObject({ kind: 'receipt', receipt });
  });
});

describe('a note', () => {
  it('is written beside the customer or the receipt and says when it is saved', () => {
    const till = tillAfter(
      choose(),
      { type: 'writeNote', text: 'Likes the window' },
      { type: 'saveNote', newId: 'note-1' },
    );
    expect(till.write?.intent).toEqual({ kind: 'note', person: aino, text: 'Likes the window' });
    const saved = reduceTill(till, { type: 'written', requestId: 'note-1', result: { kind: 'note' } });
    expect(saved.panel).toMatchObject({ kind: 'chosen', note: null });
    expect(saved.notice).toEqual({ kind: 'noteSaved', name: aino.name });
  });

  it('without words is not saved', () => {
    expect(
      tillAfter(choose(), { type: 'writeNote', text: '  ' }, { type: 'saveNote', newId: 'n' }).write,
    ).toBeNull();
  });
});
