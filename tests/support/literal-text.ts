import { parseSync } from 'vite';

/** Text for people that stands in a screen's source instead of in the translations. */
export interface LiteralText {
  readonly line: number;
  readonly text: string;
}

/** Attributes and object fields whose strings people see or hear. */
const spokenNames: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'error',
  'label',
  'nothingFoundMessage',
  'placeholder',
  'subtitle',
  'text',
  'title',
]);

/** Names printed on keys are the same in every language. */
const keyName = /^(F\d{1,2}|Enter|Esc|Ctrl\+\d)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const isText = (text: string): boolean => /\p{L}{2,}/u.test(text) && !keyName.test(text.trim());

/** The strings an expression can give: literals, templates, and those behind conditions. */
const stringsOf = (node: unknown): { start: number; text: string }[] => {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ start: node.start, text: node.value }] : [];
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map((quasi) => ({
        start: quasi.start,
        text: (quasi.value as { cooked: string }).cooked,
      }));
    case 'ConditionalExpression':
      return [...stringsOf(node.consequent), ...stringsOf(node.alternate)];
    case 'LogicalExpression':
      return [...stringsOf(node.left), ...stringsOf(node.right)];
    case 'BinaryExpression':
      // A sum of strings is text; a comparison with a string is not.
      return node.operator === '+' ? [...stringsOf(node.left), ...stringsOf(node.right)] : [];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return stringsOf(node.expression);
    default:
      return [];
  }
};

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  return String(node.type === 'Literal' ? node.value : (node.name ?? ''));
};

const suspects = (node: Node): { start: number; text: string }[] => {
  switch (node.type) {
    case 'JSXText':
      return [{ start: node.start, text: String(node.value) }];
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[])
        .filter((child) => child.type === 'JSXExpressionContainer')
        .flatMap(stringsOf);
    case 'JSXAttribute':
      return spokenNames.has(nameOf(node.name)) ? stringsOf(node.value) : [];
    case 'Property':
      return spokenNames.has(nameOf(node.key)) ? stringsOf(node.value) : [];
    default:
      return [];
  }
};

/** Every literal text in a TSX source, with its line. Throws when the source does not parse. */
export const literalTexts = (file: string, source: string): LiteralText[] => {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: LiteralText[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      for (const { start, text } of suspects(value)) {
        if (isText(text)) found.push({ line: source.slice(0, start).split('\n').length, text: text.trim() });
      }
      Object.values(value).forEach(visit);
    }
  };
  visit(program);
  return found;
};
