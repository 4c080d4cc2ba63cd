import { basename } from 'node:path';
import { type ESTree, Visitor } from 'vite';
import { isWithin } from './arrows.ts';
import type { SourceFile } from './source-file.ts';

const vagueNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager']);

/** Names that say nothing, and names that are not in kebab case. Translations have a namespace `common`. */
export function nameViolations(path: string): readonly string[] {
  const stem = basename(path).replace(/(\.[a-z]+)+$/, '');
  const words = stem.split('-');
  const found: string[] = [];
  if (words.some((word) => vagueNames.has(word)) && !isWithin(path, 'shared/i18n')) {
    found.push(`${path}: a name that could mean anything`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) found.push(`${path}: not in kebab case`);
  return found;
}

/** `any`, suppressed checks, tests that are left out, and default exports where no tool asks for one. */
export function habitViolations(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const say = (node: { readonly start: number }, what: string) =>
    found.push(`${file.path}:${file.lineAt(node.start)}: ${what}`);
  for (const comment of file.comments) {
    const match = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/.exec(comment.value);
    if (match !== null) say(comment, `suppression ${match[0]}`);
  }
  new Visitor({
    TSAnyKeyword: (node) => say(node, 'any'),
    ExportDefaultDeclaration: (node) => {
      if (!file.path.endsWith('.config.ts') && !file.path.startsWith('tests/desktop/'))
        say(node, 'default export');
    },
    MemberExpression: (node) => {
      const call = memberName(node);
      if (call !== null && /^(it|test|describe)\.(skip|only|todo)$/.test(call)) say(node, call);
    },
  }).visit(file.program);
  return found;
}

const impureMembers = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID']);
const impureGlobals = new Set([
  'process',
  'window',
  'document',
  'fetch',
  'setTimeout',
  'setInterval',
  'localStorage',
  'console',
]);

/** Clock, randomness and the outside world in the rules, which must depend on their arguments alone. */
export function purityViolations(file: SourceFile): readonly string[] {
  if (!isWithin(file.path, 'shared/domain')) return [];
  const found: string[] = [];
  const say = (node: { readonly start: number }, what: string) =>
    found.push(`${file.path}:${file.lineAt(node.start)}: ${what} in a pure rule`);
  new Visitor({
    MemberExpression: (node) => {
      const name = memberName(node);
      if (name === null) return;
      if (impureMembers.has(name)) say(node, name);
      else if (impureGlobals.has(name.split('.')[0] ?? '')) say(node, name);
    },
    NewExpression: (node) => {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) say(node, 'new Date()');
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && impureGlobals.has(node.callee.name))
        say(node, node.callee.name);
    },
  }).visit(file.program);
  return found;
}

function isNamed(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function memberName(node: ESTree.MemberExpression): string | null {
  if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier' || node.computed) return null;
  return `${node.object.name}.${node.property.name}`;
}
