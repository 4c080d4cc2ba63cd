/** What words may mention. `shop` and `me` are always known; whatever else is missing chooses another wording. */
export const wordFacts = [
  'name',
  'shop',
  'me',
  'usual',
  'away',
  'gift',
  'reward',
  'item',
  'friend',
  'promise',
  'thing',
  'count',
  'day',
] as const;

export type WordFact = (typeof wordFacts)[number];
export type WordFacts = { readonly [F in WordFact]?: string };

/** Why words cannot be kept as they are. */
export interface WordProblem {
  readonly what: 'unknownFact' | 'brackets' | 'nothingLeft';
  /** What stands where a fact was expected; empty for the other two. */
  readonly found: string;
}

const placeholder = /\{([^{}]*)\}/g;
/** The end of a sentence or of a line; what separates two of them belongs to the first. */
const sentences = /[^.!?…\n]*(?:[.!?…]+["”’)]*(?=\s|$)|[.!?…]+|\n|$)\s*/gu;

const isFact = (name: string): name is WordFact => wordFacts.some((fact) => fact === name);

const factsIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name]) => name ?? '');

const isComplete = (text: string, facts: WordFacts): boolean =>
  factsIn(text).every((name) => isFact(name) && (facts[name] ?? '') !== '');

/** The wordings inside one pair of brackets: the first whose facts are all known. */
const chosenWording = (inside: string, facts: WordFacts): string =>
  inside.split('|').find((wording) => isComplete(wording, facts)) ?? '';

const tidied = (text: string): string =>
  text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([,.!?;:…])/g, '$1')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Words for one person. Each `{fact}` becomes what is known; `[with {a} | with {b} | without]` is its first wording whose
 * facts are known, or nothing; a sentence outside of brackets that mentions something unknown is left out. What is put in
 * is never read as a template itself, whatever letters it has.
 */
export function fillWords(template: string, facts: WordFacts): string {
  const chosen = template.replace(/\[([^[\]]*)\]/g, (_, inside: string) => chosenWording(inside, facts));
  const kept = [...chosen.matchAll(sentences)]
    .map(([sentence]) => sentence)
    .filter((sentence) => isComplete(sentence, facts))
    .join('');
  return tidied(kept).replace(placeholder, (_, name: string) => (isFact(name) ? (facts[name] ?? '') : ''));
}

/** Whether square brackets come in pairs, none inside another, and braces around one word each. */
function bracketsMatch(text: string): boolean {
  const bare = text.replace(placeholder, '');
  if (/[{}]/.test(bare)) return false;
  return !/[[\]]/.test(bare.replace(/\[[^[\]]*\]/g, ''));
}

/** What is wrong with words somebody wrote; empty when they can be said to anybody. */
export function wordProblems(template: string): readonly WordProblem[] {
  const unknown = [...new Set(factsIn(template).filter((name) => !isFact(name)))];
  if (unknown.length > 0) return unknown.map((found) => ({ what: 'unknownFact', found: `{${found}}` }));
  if (!bracketsMatch(template)) return [{ what: 'brackets', found: '' }];
  // Of a stranger only the shop and whoever speaks are known, and there must be something to say also then.
  if (fillWords(template, { shop: '-', me: '-' }) === '') return [{ what: 'nothingLeft', found: '' }];
  return [];
}

/** The name somebody is spoken to by; null for an entry that has none, such as "Customer 12" of an import. */
export function spokenName(name: string): string | null {
  if (/\p{Nd}/u.test(name)) return null;
  const [family = '', given] = name.split(',');
  const [first = ''] = (given ?? family).trim().split(/\s+/);
  return first === '' ? null : first;
}
