import type { SourceFile } from './source-file.ts';

/** Import cycles between our files, types included, each written as the way round it. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter(({ kind }) => kind === 'own').map(({ target }) => target),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];

  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) {
      cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
      return;
    }
    if (finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
