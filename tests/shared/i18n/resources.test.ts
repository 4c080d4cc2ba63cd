import { describe, expect, it } from 'vitest';
import { languages } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';

/** Every text of a language by its full key: `till.checkIn.title`. */
const flatten = (node: object, path = ''): ReadonlyMap<string, string> => {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const full = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') all.set(full, value);
    else for (const [inner, text] of flatten(value as object, full)) all.set(inner, text);
  }
  return all;
};

const pluralForm = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(pluralForm, '');
const baseKeys = (texts: ReadonlyMap<string, string>): string[] =>
  [...new Set([...texts.keys()].map(baseOf))].sort();
const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort();
const tags = (text: string): string[] =>
  [...text.matchAll(/<\/?(\w+)\s*\/?>/g)].map((match) => match[0]).sort();

const english = flatten(resources.en);

describe.each(languages)('texts in %s', (language) => {
  const texts = flatten(resources[language]);

  it('has every key, and no key of its own', () => {
    expect(baseKeys(texts)).toEqual(baseKeys(english));
  });

  it('says something for every key', () => {
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('has every plural form its grammar needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plural = new Set([...texts.keys()].filter((key) => pluralForm.test(key)).map(baseOf));
    const missing = [...plural].flatMap((base) =>
      forms.map((form) => `${base}_${form}`).filter((key) => !texts.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('uses the same variables and tags as English', () => {
    const different: string[] = [];
    for (const [key, text] of texts) {
      const original = english.get(key) ?? english.get(`${baseOf(key)}_other`) ?? '';
      const same = (a: string[], b: string[]) => a.join() === b.join();
      const count = (names: string[]) => names.filter((name) => name !== 'count');
      // A singular may leave the number out ("one visit").
      const compare = pluralForm.test(key) ? count : (names: string[]) => names;
      if (!same(compare(variables(text)), compare(variables(original)))) different.push(key);
      if (!same(tags(text), tags(original))) different.push(key);
    }
    expect(different).toEqual([]);
  });

  it('keeps numbers and units together', () => {
    const breaking = [...texts].filter(([, text]) => /\}\} [%€]/.test(text)).map(([key]) => key);
    expect(breaking).toEqual([]);
  });
});

/** Words of at least two letters outside of variables. */
const wordCount = (text: string): number =>
  text.replace(/\{\{[^}]*\}\}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;

describe('texts in other languages than English', () => {
  it('are translated: only names and short terms may be the same', () => {
    for (const language of languages.filter((each) => each !== 'en')) {
      const texts = flatten(resources[language]);
      const same = [...texts].filter(([key, text]) => wordCount(text) >= 3 && english.get(key) === text);
      expect(same).toEqual([]);
    }
  });
});
