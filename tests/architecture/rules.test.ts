import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { fileBudgetViolations, functionBudgetViolations } from './budgets.ts';
import { importCycles } from './cycles.ts';
import { habitViolations, nameViolations, purityViolations } from './habits.ts';
import { parseSource } from './source-file.ts';

const arrows = (path: string, text: string) => arrowViolations([parseSource(path, text)]);
const lines = (count: number) => 'void 0;\n'.repeat(count);

describe('arrows', () => {
  it.each([
    ['shared/domain/money.ts', "import { till } from '#shared/contract/till.ts';"],
    ['shared/domain/money.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/domain/money.ts', "import type { App } from '../../electron/app.ts';"],
    ['shared/contract/till.ts', "import type { Visit } from '#electron/repositories/visits.ts';"],
    ['electron/services/check-in.ts', "import { sql } from 'kysely';"],
    ['electron/services/check-in.ts', "import Database from 'better-sqlite3';"],
    ['electron/services/check-in.ts', "import { router } from '../rpc/router.ts';"],
    ['electron/repositories/visits.ts', "import type { Receipt } from '#shared/contract/till.ts';"],
    ['electron/repositories/visits.ts', "import { checkIn } from '../services/check-in.ts';"],
    ['electron/rpc/till.ts', "export { visits } from '../repositories/visits.ts';"],
    ['electron/app.ts', "import { runHost } from './host/run-host.ts';"],
    ['electron/app.ts', "await import('./main/menu.ts');"],
    ['electron/host/web-app.ts', "import { app } from 'electron';"],
    ['electron/host/web-app.ts', "import { openDatabase } from '../db/open-database.ts';"],
    ['migrations/0010-first.ts', "import { sql } from 'kysely';"],
    ['migrations/0010-first.ts', "import type { Money } from '#shared/domain/money.ts';"],
    ['renderer/src/screens/till/till.tsx', "import type { App } from '#electron/app.ts';"],
    ['renderer/src/screens/till/till.tsx', "import { createORPCClient } from '@orpc/client';"],
    ['renderer/src/components/panel.tsx', "import { aCustomer } from '#tests/support/builders.ts';"],
    ['scripts/run.ts', "import 'node:fs';"],
  ])('refuses in %s: %s', (path, text) => expect(arrows(path, text)).toHaveLength(1));

  it.each([
    ['shared/domain/money.ts', "import { day } from './business-day.ts';"],
    ['shared/contract/till.ts', "import * as z from 'zod';"],
    ['electron/services/check-in.ts', "import { visits } from '../repositories/visits.ts';"],
    ['electron/services/check-in.ts', "import type { Receipt } from '#shared/contract/till.ts';"],
    ['electron/repositories/visits.ts', "import { sql } from 'kysely';"],
    ['electron/main/main.ts', "import { app } from 'electron';"],
    ['electron/host/web-app.ts', "import type { App } from '../app.ts';"],
    ['migrations/0010-first.ts', "import type { Kysely } from 'kysely';"],
    ['renderer/src/screens/till/till.tsx', "import { client } from '../../api/client.ts';"],
    ['tests/electron/db/open.test.ts', "import Database from 'better-sqlite3';"],
  ])('allows in %s: %s', (path, text) => expect(arrows(path, text)).toEqual([]));

  it('says where', () =>
    expect(arrows('electron/app.ts', "\n\nimport './host/host.ts';")).toEqual([
      'electron/app.ts:3: may not import electron/host/host.ts',
    ]));
});

describe('cycles', () => {
  it('are found over several files and through types', () => {
    const files = [
      parseSource('shared/domain/a.ts', "import './b.ts';"),
      parseSource('shared/domain/b.ts', "import type { C } from '#shared/domain/c.ts';"),
      parseSource('shared/domain/c.ts', "export * from './a.ts';"),
    ];
    expect(importCycles(files)).toEqual([
      'shared/domain/a.ts -> shared/domain/b.ts -> shared/domain/c.ts -> shared/domain/a.ts',
    ]);
    expect(importCycles(files.slice(0, 2))).toEqual([]);
  });
});

describe('budgets', () => {
  it('count the lines of a file', () => {
    expect(fileBudgetViolations('shared/domain/a.ts', lines(400))).toEqual([]);
    expect(fileBudgetViolations('shared/domain/a.ts', lines(401))).toHaveLength(1);
  });

  it.each([
    ['electron/a.ts', 'function f() {', '}', 80],
    ['electron/a.ts', 'const F = () => {', '};', 80],
    ['electron/a.ts', 'const o = { run() {', '} };', 80],
    ['renderer/src/a.tsx', 'export const Panel = () => {', '};', 120],
    ['renderer/src/a.tsx', 'export const Panel = memo(() => {', '});', 120],
    ['renderer/src/a.tsx', 'const panel = () => {', '};', 80],
  ])('%s: %s ... %s may have %i lines', (path, head, tail, budget) => {
    const withLines = (count: number) => parseSource(path, `${head}\n${lines(count - 2)}${tail}\n`);
    expect(functionBudgetViolations(withLines(budget))).toEqual([]);
    expect(functionBudgetViolations(withLines(budget + 1))).toHaveLength(1);
  });
});

describe('habits', () => {
  it.each([
    'const x: any = 1;',
    'const x = (y as any).z;',
    'type T = Record<string, any>;',
    '// @ts-ignore\nf();',
    '/* @ts-expect-error later */\nf();',
    '// biome-ignore lint: later\nf();',
    'it.skip("later", f);',
    'describe.only("now", f);',
    'export default 1;',
  ])('refuse %s', (text) => expect(habitViolations(parseSource('shared/domain/a.ts', text))).toHaveLength(1));

  it('allow a default export where a tool asks for it, and the word in a text', () => {
    expect(habitViolations(parseSource('electron/vite.config.ts', 'export default {};'))).toEqual([]);
    expect(habitViolations(parseSource('shared/domain/a.ts', 'const said = "any @ts-ignore";'))).toEqual([]);
  });

  it.each([
    'electron/utils.ts',
    'shared/domain/money-helpers.ts',
    'electron/window-manager.ts',
    'renderer/src/Till.tsx',
    'electron/checkIn.ts',
  ])('refuse the name %s', (path) => expect(nameViolations(path)).toHaveLength(1));

  it.each(['shared/i18n/en/common.ts', 'electron/vite.config.ts', 'migrations/0010-first.ts'])(
    'allow the name %s',
    (path) => expect(nameViolations(path)).toEqual([]),
  );

  it.each([
    'Date.now();',
    'new Date();',
    'Math.random();',
    'process.env.X;',
    'fetch("x");',
    'console.log(1);',
  ])('refuse %s in a rule', (text) => {
    expect(purityViolations(parseSource('shared/domain/a.ts', text))).toHaveLength(1);
    expect(purityViolations(parseSource('electron/services/a.ts', text))).toEqual([]);
  });

  it('allow a given moment in a rule', () =>
    expect(purityViolations(parseSource('shared/domain/a.ts', 'new Date(at);'))).toEqual([]));
});
