import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { readDraft, writeDraft } from '#renderer/src/screens/till/till-draft.ts';
import { initialTill } from '#renderer/src/screens/till/till-state.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  aino,
  choose,
  digits,
  esc,
  freeCoffee,
  rules,
  submit,
  tillAfter,
  typed,
  written,
} from './till-builders.ts';

const owner = { shop: 'Kahvila Aalto', day: '2026-11-03' };
const fresh = initialTill(rules);

describe('a parked check-in', () => {
  it('comes back with its customer, amount and reward', () => {
    const till = tillAfter(
      choose(),
      digits('900'),
      { type: 'useReward', offer: freeCoffee },
      { type: 'writeNote', text: 'x' },
    );
    const back = readDraft(writeDraft(till, owner), owner, rules);
    expect(back.panel).toEqual(till.panel);
    expect(back.entry).toEqual(till.entry);
  });

  it('comes back from beneath a search, and with a half-filled form', () => {
    const searching = tillAfter(choose(), digits('900'), typed('ol'));
    expect(readDraft(writeDraft(searching, owner), owner, rules).panel).toMatchObject({
      kind: 'chosen',
      person: aino,
    });
    const form = tillAfter(
      { type: 'newCustomer' },
      { type: 'fillForm', fields: { name: 'Veikko', membership: 'yes' } },
    );
    expect(readDraft(writeDraft(form, owner), owner, rules).panel).toEqual(form.panel);
  });

  it('whose answer never came is sent again under the same id', () => {
    const till = tillAfter(choose(), digits('900'), submit('request-1'));
    const back = readDraft(writeDraft(till, owner), owner, rules);
    expect(back.write).toMatchObject({ requestId: 'request-1', status: 'interrupted' });
    expect(reduceTill(back, submit('request-2')).write).toMatchObject({
      requestId: 'request-1',
      status: 'sending',
    });
    expect(reduceTill(reduceTill(back, digits('0')), submit('request-2')).question).toBe('large');
  });

  it('with a new customer is recognised as the same, too', () => {
    const form = { name: 'Veikko', phone: '040 618 2222', membership: 'yes', contact: 'no' } as const;
    const till = tillAfter(
      digits('900'),
      { type: 'newCustomer' },
      { type: 'fillForm', fields: form },
      submit('request-1'),
    );
    const back = readDraft(writeDraft(till, owner), owner, rules);
    expect(reduceTill(back, submit('request-2')).write?.requestId).toBe('request-1');
  });

  it('is gone when there is nothing to keep', () => {
    expect(writeDraft(fresh, owner)).toBeNull();
    expect(writeDraft(tillAfter(choose(), digits('900'), submit(), written()), owner)).toBeNull();
    expect(writeDraft(tillAfter(choose(), esc), owner)).toBeNull();
  });

  it('of another shop, another day or another version is not taken up', () => {
    const text = writeDraft(tillAfter(choose(), digits('900')), owner);
    expect(readDraft(text, { ...owner, shop: 'Other' }, rules)).toEqual(fresh);
    expect(readDraft(text, { ...owner, day: '2026-11-04' }, rules)).toEqual(fresh);
    expect(readDraft(text?.replace('"version":2', '"version":99') ?? null, owner, rules)).toEqual(fresh);
  });

  it('with one field of another kind is not taken up, whichever field it is', () => {
    const voucher = {
      code: 'ABCD2345',
      name: 'Three off',
      benefit: { kind: 'amountOff', amount: 300 },
      item: null,
    } as const;
    const till = tillAfter(
      choose(),
      digits('900'),
      { type: 'useReward', offer: freeCoffee },
      { type: 'useVoucher', offer: voucher },
      submit('request-1'),
    );
    const text = writeDraft(till, owner) ?? '';
    expect(readDraft(text, owner, rules).entry).toEqual(till.entry);
    const paths: string[] = [];
    JSON.stringify(JSON.parse(text), function (this: unknown, key, value: unknown) {
      if (key !== '' && (typeof value !== 'object' || value === null)) paths.push(key);
      return value;
    });
    expect(paths).toContain('broughtItem');
    for (const [index, name] of paths.entries()) {
      let seen = -1;
      const damaged = JSON.stringify(JSON.parse(text), (key, value: unknown) => {
        if (key !== '' && (typeof value !== 'object' || value === null)) seen += 1;
        return seen === index && key === name && typeof value !== 'object' ? ['damaged'] : value;
      });
      // What is sent again is checked by the call that takes it.
      const isInput = JSON.stringify(readDraft(damaged, owner, rules).write?.intent ?? null).includes(
        'damaged',
      );
      if (damaged.includes('damaged') && !isInput)
        expect(readDraft(damaged, owner, rules), name).toEqual(fresh);
    }
  });

  it('that was damaged is not taken up', () => {
    expect(readDraft(null, owner, rules)).toEqual(fresh);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readDraft(text, owner, rules)).toEqual(fresh);
      }),
      { numRuns: rounds(200) },
    );
  });
});
