import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
} satisfies RunOptions;

type Axe = { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Put into the page itself, once until it is loaded again: a page of its own for the report takes three times as long. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(axeFile, 'utf8'));
}

/**
 * What axe finds wrong on the page as it is now, of weight "serious" or "critical": rule and elements.
 * With a selector only that part of the page is looked at. Waits for fades to end first, because half-transparent text
 * has no contrast.
 */
export async function seriousViolations(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  await bringAxe(page);
  const violations = await page.evaluate(
    async ({ include, how }) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const found = await axe.run({ include: [include] }, how);
      return found.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        targets: nodes.map(({ target }) => target.join(' ')),
      }));
    },
    { include: within, how: options },
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}
