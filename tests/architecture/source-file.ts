import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, type ParseResult, parseSync, Visitor } from 'vite';
import { projectRoot } from '../support/project-root.ts';

/** One import, re-export or dynamic import of a literal name. */
export interface ImportedModule {
  /** Path inside the project (`shared/domain/money.ts`), or the name of a package (`node:fs`, `react`). */
  readonly target: string;
  readonly kind: 'own' | 'package';
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A parsed source file; `path` is relative to the project, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: ParseResult['comments'];
  readonly imports: readonly ImportedModule[];
  /** Line number, from 1, of an offset in the text. */
  readonly lineAt: (offset: number) => number;
}

export const sourceFolders = ['shared', 'electron', 'migrations', 'renderer', 'tests'] as const;

/** Paths of all files under the source folders that match `pattern`, sorted. */
export function projectPaths(pattern: RegExp): readonly string[] {
  return sourceFolders
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => posix.relative(projectRoot, posix.join(entry.parentPath, entry.name))),
    )
    .filter((path) => pattern.test(path) && !path.includes('node_modules/'))
    .sort();
}

/** Reads and parses every TypeScript and JavaScript source of the project. */
export function projectSources(): readonly SourceFile[] {
  return projectPaths(/\.(ts|tsx|mjs)$/).map((path) =>
    parseSource(path, readFileSync(join(projectRoot, path), 'utf8')),
  );
}

/**
 * Parses one file.
 * @throws when the text is not valid TypeScript
 */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((newline) => newline.index + 1)];
  const lineAt = (offset: number) => {
    const after = starts.findIndex((start) => start > offset);
    return after === -1 ? starts.length : after;
  };
  return { path, text, program, comments, lineAt, imports: importsIn(path, program, lineAt) };
}

function importsIn(
  path: string,
  program: ESTree.Program,
  lineAt: (offset: number) => number,
): readonly ImportedModule[] {
  const found: ImportedModule[] = [];
  const add = (source: ESTree.Node | null, typeOnly: boolean) => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    found.push({ ...resolveImport(path, source.value), typeOnly, line: lineAt(source.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(program);
  return found;
}

/** `#shared/x.ts` and `./x.ts` become paths of the project; the rest are packages, without their subpath. */
function resolveImport(from: string, specifier: string): Pick<ImportedModule, 'target' | 'kind'> {
  if (specifier.startsWith('#')) return { kind: 'own', target: specifier.slice(1) };
  if (specifier.startsWith('.')) {
    return { kind: 'own', target: posix.join(posix.dirname(from), specifier) };
  }
  const parts = specifier.split('/');
  return {
    kind: 'package',
    target: specifier.startsWith('node:')
      ? specifier
      : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'),
  };
}
