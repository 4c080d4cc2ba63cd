import type { Database } from 'better-sqlite3';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { fold } from '#shared/domain/search/fold.ts';

/** Somebody to look for; the name is borne by nobody else in the shop. */
export interface Wanted {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly card: string | null;
}

/** Customers of unlike names from all over a shop. */
export function wantedCustomers(database: Database, count: number): readonly Wanted[] {
  const random = new SeededRandom(12);
  const ids = database.prepare('SELECT id FROM customers ORDER BY id').pluck().all() as number[];
  const read = database.prepare(`
    SELECT c.id, c.name, c.phone, (SELECT k.code FROM cards k WHERE k.customer_id = c.id AND k.state = 'active') AS card
    FROM customers c WHERE c.id = ?
      AND NOT EXISTS (SELECT 1 FROM customers o WHERE o.name_folded = c.name_folded AND o.id <> c.id)`);
  const found = new Map<number, Wanted>();
  for (let tries = 0; ids.length > 0 && found.size < count && tries < count * 20; tries += 1) {
    const id = random.pick(ids);
    const wanted = read.get(id) as Wanted | undefined;
    if (wanted) found.set(id, wanted);
  }
  return [...found.values()];
}

/** Every text that stands in the search box while something is typed. */
const typing = (text: string): readonly string[] =>
  Array.from(text, (_, index) =>
    Array.from(text)
      .slice(0, index + 1)
      .join(''),
  );

const letters = 'aeiounrtslkm';

/** One edit: a letter left out, added, replaced, or two neighbours swapped; never the first letter of the text. */
export function misspell(random: SeededRandom, text: string): string {
  const places = Array.from(text, (_, index) => index).filter(
    (index) => index > 0 && text[index] !== ' ' && text[index + 1] !== ' ' && index < text.length - 1,
  );
  const at = random.pick(places);
  const other = random.pick([...letters].filter((letter) => letter !== text[at] && letter !== text[at + 1]));
  const swapped = `${text[at + 1]}${text[at]}`;
  const edits = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + other + text.slice(at),
    text.slice(0, at) + other + text.slice(at + 1),
    text.slice(0, at) + swapped + text.slice(at + 2),
  ];
  // Two equal neighbours swapped are no edit.
  return random.pick(edits.filter((edited) => edited !== text));
}

/** Keystrokes of a day: names with and without their accents, some misspelt, phones from either end, card tails. */
export function keystrokes(wanted: readonly Wanted[]): readonly string[] {
  const random = new SeededRandom(77);
  return wanted.flatMap(({ name, phone, card }) => {
    const way = random.next();
    const typed = random.chance(0.5) ? name.toLocaleLowerCase('fi') : fold(name);
    if (way < 0.6) return typing(typed.slice(0, random.between(3, 12)));
    if (way < 0.7) return typing(misspell(random, fold(name)));
    if (way < 0.85 && phone) return typing(phone.slice(-4));
    if (way < 0.95 && phone) return typing(`0${phone.slice(4)}`);
    return typing(card?.slice(-4) ?? typed);
  });
}
