import { describe, expect, it } from 'vitest';
import { fold, foldTokens } from '#shared/domain/search/fold.ts';
import { aShop } from '#tests/support/shop.ts';

/** Every code point that is not half of a pair. */
function* everySign(): Generator<string> {
  for (let code = 1; code <= 0x10ffff; code += 1)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

describe('the index of names', () => {
  it('cuts a folded name into the very words the search looks for, whatever sign of Unicode is in it', async () => {
    const shop = await aShop();
    const { writer } = shop.database;
    const definition = shop.rows<{ sql: string }>(
      "SELECT sql FROM sqlite_master WHERE name = 'customer_names'",
    )[0]?.sql;
    const tokenizer = /tokenize = ('[^']+')/.exec(definition ?? '')?.[1];
    writer.exec(`CREATE VIRTUAL TABLE temp.tried USING fts5(folded, tokenize = ${tokenizer}, content = '');
      CREATE VIRTUAL TABLE temp.tried_words USING fts5vocab('temp', 'tried', 'instance')`);
    const add = writer.prepare('INSERT INTO temp.tried (rowid, folded) VALUES (?, ?)');
    const wanted = new Map<number, string>();
    writer.exec('BEGIN');
    for (const sign of everySign()) {
      const name = `${sign} a${sign}b`;
      // Most of Unicode is no letter at all, and only parts two words.
      if (fold(name) === 'a b') continue;
      wanted.set(wanted.size + 1, foldTokens(name).join(' '));
      add.run(wanted.size, fold(name));
    }
    writer.exec('COMMIT');
    const kept = new Map<number, string>();
    const words = writer
      .prepare<[], { doc: number; term: string }>(
        'SELECT doc, term FROM temp.tried_words ORDER BY doc, "offset"',
      )
      .iterate();
    for (const { doc, term } of words) kept.set(doc, kept.has(doc) ? `${kept.get(doc)} ${term}` : term);
    const different = [...wanted].filter(([doc, folded]) => kept.get(doc) !== folded);
    expect(wanted.size).toBeGreaterThan(100_000);
    expect(different).toEqual([]);
  });
});
