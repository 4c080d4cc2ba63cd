import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assign,
  customerColumnsOf,
  fieldOf,
  fieldsOf,
  type Mapping,
  mappingOf,
  missingFields,
  visitColumnsOf,
} from '#renderer/src/screens/imports/column-mapping.ts';
import { customerColumns, visitColumns } from '#shared/contract/imports.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('the mapping of columns', () => {
  it('starts with what was guessed', () => {
    expect(mappingOf('visits', { customer: 0, date: 1, amount: 2, time: null, phone: 3 })).toEqual({
      customer: 0,
      date: 1,
      amount: 2,
    });
  });

  it('gives a field to one column only', () => {
    const mapping: Mapping = { customer: 0, date: 1 };
    expect(assign(mapping, 2, 'date')).toEqual({ customer: 0, date: 2 });
    expect(assign(mapping, 1, 'amount')).toEqual({ customer: 0, amount: 1 });
    expect(assign(mapping, 1, null)).toEqual({ customer: 0 });
  });

  it('stays one to one however it is changed', () => {
    const change = fc.tuple(fc.nat(6), fc.constantFrom(...fieldsOf.customers, null));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        let mapping: Mapping = {};
        for (const [column, field] of changes) {
          mapping = assign(mapping, column, field);
          expect(fieldOf(mapping, column)).toBe(field);
        }
        const columns = Object.values(mapping);
        expect(new Set(columns).size).toBe(columns.length);
      }),
      { numRuns: rounds(200) },
    );
  });

  it('names what is still to choose', () => {
    expect(missingFields('visits', { amount: 2 })).toEqual(['customer', 'date']);
    expect(missingFields('visits', { customer: 0, date: 1 })).toEqual([]);
    expect(missingFields('customers', { phone: 0 })).toEqual(['name']);
  });
});

describe('the columns of a call', () => {
  it('say what is absent, so that nothing is guessed against the choice', () => {
    const visits = visitColumnsOf({ customer: 0, date: 1 });
    expect(visits).toEqual({ customer: 0, date: 1, amount: null, time: null, name: null });
    expect(visitColumns.parse(visits)).toEqual(visits);
  });

  it('are what the contract takes for customers', () => {
    const columns = customerColumnsOf({ name: 2, phone: 0 });
    expect(customerColumns.parse(columns)).toEqual(columns);
    expect(columns).toMatchObject({ name: 2, phone: 0, card: null });
  });
});
