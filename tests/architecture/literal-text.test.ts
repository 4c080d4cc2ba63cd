import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literalTexts } from '#tests/support/literal-text.ts';

const root = join(import.meta.dirname, '../../renderer/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);
const texts = (source: string): string[] => literalTexts('fixture.tsx', source).map(({ text }) => text);

describe('the finder of literal text', () => {
  it.each([
    ['text between tags', 'const a = <p>Check in</p>;', 'Check in'],
    ['text in an expression', "const a = <p>{'Check in'}</p>;", 'Check in'],
    ['one side of a condition', "const a = <p>{b ? 'Check in' : c}</p>;", 'Check in'],
    ['a template', `const a = <p>{\`Hello $\{b}\`}</p>;`, 'Hello'],
    ['an accessible name', 'const a = <button aria-label="Close" />;', 'Close'],
    ['a placeholder in an expression', "const a = <input placeholder={'Name'} />;", 'Name'],
    ['a title with a default', "const a = <C title={b ?? 'Name'} />;", 'Name'],
    ['the label of an option', "const data = [{ value: 'a', label: 'Always' }];", 'Always'],
    ['text inside a fragment', 'const a = <>Ääkkösiä</>;', 'Ääkkösiä'],
  ])('finds %s', (_name, source, text) => {
    expect(texts(source)).toEqual([text]);
  });

  it.each([
    ['translated text', "const a = <p title={t('a.b')}>{t('till.checkIn')}</p>;"],
    ['class names and values', 'const a = <p className="wide" data-tone="bad" role="status">{b}</p>;'],
    ['signs and figures', 'const a = <p>· 5 {b}</p>;'],
    ['a comparison', "const a = <p>{b === 'failed' && t('c')}</p>;"],
    ['names of keys', 'const a = <KeyCap>F2</KeyCap>;'],
  ])('lets %s pass', (_name, source) => {
    expect(texts(source)).toEqual([]);
  });

  it('says where', () => {
    expect(literalTexts('fixture.tsx', 'const a = (\n  <p>Check in</p>\n);')).toEqual([
      { line: 2, text: 'Check in' },
    ]);
  });
});

describe('screens and components', () => {
  it('are all looked at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('%s has its text from the translations', (file) => {
    expect(literalTexts(file, readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });
});
