import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/src/theme/tokens.css'), 'utf8');

/** The hexadecimal tokens of one block of the style sheet. */
const tokensOf = (selector: string): Readonly<Record<string, string>> => {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
};

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf(':root[data-mantine-color-scheme="dark"]') };

/** Relative luminance of sRGB, WCAG 2.2. */
const luminance = (colour: string): number => {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const texts = [
  ['ink', 'bg'],
  ['ink', 'surface'],
  ['ink', 'inset'],
  ['ink-2', 'bg'],
  ['ink-2', 'surface'],
  ['ink-2', 'line'],
  ['ink-3', 'bg'],
  ['ink-3', 'surface'],
  ['ink-3', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['accent-text', 'accent-soft'],
  ['accent-text', 'surface'],
  ['accent-text', 'bg'],
  ['warn', 'warn-soft'],
  ['warn', 'surface'],
  ['bad', 'bad-soft'],
  ['bad', 'surface'],
  ['ink', 'warn-soft'],
  ['ink', 'bad-soft'],
  ['ink', 'accent-soft'],
  ['bad-ink', 'bad-solid'],
] as const;

const controls = [
  ['line-2', 'surface'],
  ['accent', 'surface'],
  ['accent', 'bg'],
  ['warn-solid', 'surface'],
  ['bad-solid', 'surface'],
  ['tag-blue', 'surface'],
  ['tag-violet', 'surface'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s tokens', (_name, tokens) => {
  const of = (name: string): string => tokens[name] ?? '';

  it.each(texts)('%s can be read on %s (4.5:1)', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)('%s can be seen on %s (3:1)', (control, ground) => {
    expect(contrast(of(control), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('dark sets every colour that light sets', () => {
  const own = tokensOf(':root[data-mantine-color-scheme="dark"]');
  expect(Object.keys(light).filter((name) => own[name] === undefined)).toEqual([]);
});
