import { type ESTree, Visitor } from 'vite';
import { isWithin } from './arrows.ts';
import type { SourceFile } from './source-file.ts';

export const largestFile = 400;
export const largestFunction = 80;
export const largestComponent = 120;

/** A file that is too long to read in one go. */
export function fileBudgetViolations(path: string, text: string): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > largestFile ? [`${path}: ${lines} lines, more than ${largestFile}`] : [];
}

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;

/** Functions and components over their budget. Tests are exempt: a `describe` is a function of any length. */
export function functionBudgetViolations(file: SourceFile): readonly string[] {
  if (isWithin(file.path, 'tests')) return [];
  const names = namesOfFunctions(file);
  const found: string[] = [];
  const check = (node: AnyFunction) => {
    const name = node.id?.name ?? names.get(node.start) ?? 'a function without a name';
    const budget = file.path.endsWith('.tsx') && /^[A-Z]/.test(name) ? largestComponent : largestFunction;
    const lines = file.lineAt(node.end) - file.lineAt(node.start) + 1;
    if (lines > budget) {
      found.push(`${file.path}:${file.lineAt(node.start)}: ${name} has ${lines} lines, more than ${budget}`);
    }
  };
  new Visitor({
    FunctionDeclaration: check,
    FunctionExpression: check,
    ArrowFunctionExpression: check,
  }).visit(file.program);
  return found;
}

/** Names that functions get from where they stand: `const Name = () => ...` and `name: () => ...`. */
function namesOfFunctions(file: SourceFile): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const isFunction = (node: ESTree.Node | null) =>
    node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
  new Visitor({
    VariableDeclarator: (node) => {
      if (node.id.type !== 'Identifier') return;
      const value = node.init?.type === 'CallExpression' ? (node.init.arguments[0] ?? null) : node.init;
      if (value !== null && isFunction(value)) names.set(value.start, node.id.name);
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && isFunction(node.value))
        names.set(node.value.start, node.key.name);
    },
    MethodDefinition: (node) => {
      if (node.key.type === 'Identifier') names.set(node.value.start, node.key.name);
    },
  }).visit(file.program);
  return names;
}
