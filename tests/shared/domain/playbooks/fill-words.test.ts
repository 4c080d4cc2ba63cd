import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillWords, spokenName, wordFacts, wordProblems } from '#shared/domain/playbooks/fill-words.ts';
import { playbookWords as english } from '#shared/i18n/en/playbook-words.ts';
import { playbookWords as finnish } from '#shared/i18n/fi/playbook-words.ts';
import { rounds } from '#tests/support/rounds.ts';

const shop = { shop: 'Kahvila Kaarna', me: 'Mira' };

describe('words for one person', () => {
  it('say what is known', () => {
    expect(fillWords('Hello {name}, this is {me} from {shop}.', { ...shop, name: 'Jaakko' })).toBe(
      'Hello Jaakko, this is Mira from Kahvila Kaarna.',
    );
  });

  it('take the first wording that can be said', () => {
    const template = 'Hello[ {name}], [your usual, {usual}?|what can I get you?]';
    expect(fillWords(template, { name: 'Aino', usual: 'Cappuccino' })).toBe(
      'Hello Aino, your usual, Cappuccino?',
    );
    expect(fillWords(template, {})).toBe('Hello, what can I get you?');
    expect(fillWords('Hello[ {name}]!', {})).toBe('Hello!');
  });

  it('leave out a sentence that mentions what nobody knows', () => {
    const template = 'Hello! Your {reward} is ready. See you.\nBest, {shop}';
    expect(fillWords(template, shop)).toBe('Hello! See you.\nBest, Kahvila Kaarna');
  });

  it('never read what was put in as a template, whatever letters it has', () => {
    const odd = 'J{shop}[a|b] $& Ådne Ünal 李 שלום';
    expect(fillWords('Hello[ {name}], {shop}', { ...shop, name: odd })).toBe(`Hello ${odd}, Kahvila Kaarna`);
  });

  it('keep decimals and abbreviations of a sentence together', () => {
    expect(fillWords('It costs 4.80 with {gift}. Bye.', { gift: 'a bun' })).toBe(
      'It costs 4.80 with a bun. Bye.',
    );
  });

  it('have no hole, whatever is known, in every preset of every language', () => {
    const templates = [english, finnish].flatMap(({ common, salon }) =>
      [...Object.values(common), ...Object.values(salon)].flatMap((texts): string[] => Object.values(texts)),
    );
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[{}[\]|]/.test(text) && text.trim() !== '');
    const facts = fc.record(
      Object.fromEntries(wordFacts.filter((fact) => fact !== 'shop').map((fact) => [fact, value])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...templates), facts, (template, known) => {
        const said = fillWords(template, { ...known, shop: 'Kaarna' });
        expect(said).not.toMatch(/[{}[\]|]/);
        expect(said.trim()).not.toBe('');
      }),
      { numRuns: rounds(500) },
    );
    for (const template of templates) expect([template, wordProblems(template)]).toEqual([template, []]);
  });
});

describe('words somebody wrote', () => {
  it('are refused with an unknown fact, brackets that do not match, or nothing to say to a stranger', () => {
    expect(wordProblems('Hello {nmae}')).toEqual([{ what: 'unknownFact', found: '{nmae}' }]);
    for (const text of ['Hello [you', 'Hello you]', 'Hello [a [b] c]', 'Hello {name']) {
      expect([text, wordProblems(text)]).toEqual([text, [{ what: 'brackets', found: '' }]]);
    }
    expect(wordProblems('Hello {name}')).toEqual([{ what: 'nothingLeft', found: '' }]);
    expect(wordProblems('[{usual}]')).toEqual([{ what: 'nothingLeft', found: '' }]);
  });

  it('once accepted leave something to say whatever is missing', () => {
    const part = fc.constantFrom(
      ...wordFacts.map((fact) => `{${fact}}`),
      'hello',
      ' ',
      '.',
      '[',
      ']',
      '|',
      '!',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.subarray([...wordFacts]), (parts, known) => {
        const template = parts.join('');
        fc.pre(wordProblems(template).length === 0);
        const facts = Object.fromEntries(known.map((fact) => [fact, 'x']));
        expect(fillWords(template, { ...facts, ...shop })).not.toMatch(/[{}]|^$/);
      }),
      { numRuns: rounds(2000) },
    );
  });
});

describe('the name somebody is spoken to by', () => {
  it('is the given name', () => {
    expect(spokenName('Jaakko Pitkänen')).toBe('Jaakko');
    expect(spokenName('Pitkänen, Jaakko')).toBe('Jaakko');
    expect(spokenName('  Gülşen   Yıldırım ')).toBe('Gülşen');
    expect(spokenName('李')).toBe('李');
  });

  it('is nothing for an entry that has none', () => {
    expect(spokenName('Customer 17')).toBeNull();
    expect(spokenName(' , ')).toBeNull();
  });
});
