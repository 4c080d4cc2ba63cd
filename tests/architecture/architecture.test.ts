import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/project-root.ts';
import { arrowViolations } from './arrows.ts';
import { fileBudgetViolations, functionBudgetViolations } from './budgets.ts';
import { importCycles } from './cycles.ts';
import { habitViolations, nameViolations, purityViolations } from './habits.ts';
import { projectPaths, projectSources } from './source-file.ts';

const sources = projectSources();
const readable = projectPaths(/\.(ts|tsx|mjs|css|html)$/);

describe('the project', () => {
  it('is read by these tests', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.some(({ imports }) => imports.some(({ kind }) => kind === 'own'))).toBe(true);
  });

  it('imports along the arrows only', () => expect(arrowViolations(sources)).toEqual([]));

  it('has no import cycle', () => expect(importCycles(sources)).toEqual([]));

  it('has no file over its budget', () => {
    const text = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
    expect(readable.flatMap((path) => fileBudgetViolations(path, text(path)))).toEqual([]);
  });

  it('has no function over its budget', () =>
    expect(sources.flatMap((file) => functionBudgetViolations(file))).toEqual([]));

  it('has no any, no suppression, no left-out test and no default export', () =>
    expect(sources.flatMap((file) => habitViolations(file))).toEqual([]));

  it('keeps clock, randomness and the outside world out of the rules', () =>
    expect(sources.flatMap((file) => purityViolations(file))).toEqual([]));

  it('names its files after what they are', () =>
    expect(readable.flatMap((path) => nameViolations(path))).toEqual([]));
});
