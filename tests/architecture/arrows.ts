import type { SourceFile } from './source-file.ts';

/** A place in the tree and what it may import from; the first place that holds a file decides. */
interface Place {
  readonly folder: string;
  /** Folders or files of ours; the place itself is always allowed. */
  readonly own: readonly string[];
  /** Packages: a list, or everything but Electron, the database and its query builder. */
  readonly packages: readonly string[] | 'ordinary';
}

const domainPackages = ['libphonenumber-js', '@scure/bip39'];

/** What the composition root puts together. */
const composed = [
  'electron/safety.ts',
  'electron/backups',
  'electron/rpc',
  'electron/services',
  'electron/reports',
  'electron/db',
  'electron/platform',
  'migrations',
  'shared',
];

/** The arrows of the architecture, from the inside out. */
export const places: readonly Place[] = [
  { folder: 'shared/domain', own: [], packages: domainPackages },
  { folder: 'shared/contract', own: ['shared/domain'], packages: ['zod', '@orpc/contract'] },
  { folder: 'shared/i18n', own: ['shared/domain'], packages: [] },
  { folder: 'migrations', own: [], packages: [] },
  {
    folder: 'electron/platform',
    own: [],
    packages: ['pino', 'better-sqlite3', 'systeminformation', 'node:'],
  },
  {
    folder: 'electron/db',
    own: ['electron/platform', 'migrations', 'shared/domain'],
    packages: ['better-sqlite3', 'kysely', 'node:'],
  },
  { folder: 'electron/repositories', own: ['electron/db', 'shared/domain'], packages: ['kysely'] },
  {
    folder: 'electron/reports',
    // Reading functions only: the worker's connection cannot write, and has no transaction to write in.
    own: ['electron/repositories', 'electron/db', 'electron/platform', 'shared/domain', 'shared/contract'],
    packages: ['kysely', 'better-sqlite3', 'write-excel-file', 'read-excel-file', 'fflate', 'node:'],
  },
  {
    folder: 'electron/backups',
    own: [
      'electron/repositories',
      'electron/db',
      'electron/platform',
      'migrations',
      'shared/domain',
      'shared/contract',
    ],
    packages: ['zod', 'age-encryption', 'better-sqlite3', 'node:'],
  },
  {
    folder: 'electron/safety.ts',
    own: ['electron/backups', 'electron/platform', 'shared/contract'],
    packages: ['node:'],
  },
  {
    folder: 'electron/services',
    own: [
      'electron/backups',
      'electron/safety.ts',
      'electron/repositories',
      'electron/db',
      'electron/platform',
      'electron/reports',
      'shared/domain',
      // A use case answers in the contract's shapes, so that they are declared once and rpc stays one line each.
      'shared/contract',
      'shared/i18n',
    ],
    packages: 'ordinary',
  },
  {
    folder: 'electron/rpc',
    own: [
      'electron/safety.ts',
      'electron/services',
      'electron/reports',
      'electron/platform',
      'shared/domain',
      'shared/contract',
    ],
    packages: 'ordinary',
  },
  {
    folder: 'electron/shop-session.ts',
    own: [
      'electron/safety.ts',
      'electron/services',
      'electron/reports',
      'electron/db',
      'electron/platform',
      'shared',
    ],
    packages: ['node:'],
  },
  {
    // The file beside the shop in which people practise, and everything opened for it.
    folder: 'electron/training.ts',
    own: [
      'electron/shop-session.ts',
      'electron/safety.ts',
      'electron/services',
      'electron/repositories',
      'electron/db',
      'electron/platform',
    ],
    packages: ['node:'],
  },
  {
    folder: 'electron/app.ts',
    own: ['electron/shop-session.ts', 'electron/training.ts', ...composed],
    packages: 'ordinary',
  },
  {
    folder: 'electron/host',
    own: ['electron/app.ts', 'electron/platform', 'shared/contract'],
    packages: 'ordinary',
  },
  {
    folder: 'electron/main',
    own: ['electron/app.ts', 'electron/platform', 'shared/contract', 'shared/i18n'],
    packages: 'ordinary',
  },
  { folder: 'electron/launch', own: ['electron/platform'], packages: ['vite', 'node:'] },
  { folder: 'electron', own: [], packages: ['vite'] },
  { folder: 'renderer/src/screens', own: ['renderer/src', 'shared'], packages: 'ordinary' },
  { folder: 'renderer/src/api', own: ['shared'], packages: 'ordinary' },
  { folder: 'renderer', own: ['shared'], packages: 'ordinary' },
  {
    folder: 'tests',
    own: ['shared', 'electron', 'migrations', 'renderer'],
    packages: ['better-sqlite3', 'kysely', 'electron', 'ordinary'],
  },
];

/** Packages that one or two places may use and nobody else, types included. */
const reserved: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main'],
  'better-sqlite3': [
    'electron/db',
    'electron/reports',
    'electron/backups',
    'electron/platform/instance-lock.ts',
  ],
  kysely: ['electron/db', 'electron/repositories', 'electron/reports', 'migrations'],
  'write-excel-file': ['electron/reports'],
  'read-excel-file': ['electron/reports'],
  '@orpc/client': ['renderer/src/api'],
};

/** Every import that goes against the arrows, as a sentence. */
export function arrowViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const place = places.find(({ folder }) => isWithin(file.path, folder));
    if (place === undefined) return [`${file.path}: stands in no folder of the architecture`];
    return file.imports.flatMap((imported) => {
      const allowed =
        imported.kind === 'own'
          ? mayImportOwn(file.path, place, imported.target)
          : mayImportPackage(file.path, place, imported.target, imported.typeOnly);
      return allowed ? [] : [`${file.path}:${imported.line}: may not import ${imported.target}`];
    });
  });
}

function mayImportOwn(path: string, place: Place, target: string): boolean {
  // Frozen history: what a migration imported would change under it.
  if (isWithin(path, 'migrations')) return isWithin(target, 'migrations');
  return [place.folder, ...place.own].some((folder) => isWithin(target, folder));
}

function mayImportPackage(path: string, place: Place, name: string, typeOnly: boolean): boolean {
  if (isWithin(path, 'tests')) return true;
  const owners = reserved[name];
  if (owners !== undefined && !owners.some((owner) => isWithin(path, owner))) return false;
  if (isWithin(path, 'migrations')) return typeOnly;
  if (place.packages === 'ordinary') return true;
  return place.packages.some(
    (allowed) => name === allowed || (allowed === 'node:' && name.startsWith(allowed)),
  );
}

/** Whether `path` is `folder` itself or lies under it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
