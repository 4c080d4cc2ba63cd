import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ContextObject, ImpactValue, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const serious = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
} satisfies RunOptions;

type Axe = { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Put into the page itself, once until it is loaded again: a page of its own for the report takes three times as long. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(axeFile, 'utf8'));
}

interface Fault {
  readonly id: string;
  readonly impact: ImpactValue | undefined;
  readonly places: readonly string[];
}

async function faultsOf(page: Page, within: string, how: RunOptions): Promise<readonly Fault[]> {
  await bringAxe(page);
  return page.evaluate(
    async ([include, options]) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const { violations } = await axe.run({ include: [include] }, options);
      return violations.map(({ id, impact, nodes }) => {
        const places = nodes.map(({ target }) => target.join(' '));
        return { id, impact, places };
      });
    },
    [within, how] as const,
  );
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
  return (await faultsOf(page, within, serious))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => `${id}: ${places.join(', ')}`);
}

/** The elements of the page that break one rule of axe, whatever its weight. */
export async function violationsOf(page: Page, rule: string): Promise<readonly string[]> {
  const found = await faultsOf(page, 'html', { runOnly: { type: 'rule', values: [rule] } });
  return found.flatMap(({ places }) => places);
}
