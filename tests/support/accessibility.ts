import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong on the page as it is now, of weight "serious" or "critical": rule and elements.
 * With a selector only that part of the page is looked at. Waits for fades to end first, because half-transparent text
 * has no contrast.
 */
export async function seriousViolations(page: Page, within?: string): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  // Otherwise axe opens a page of its own for its report, which Electron does not let it.
  const inThisPage = process.env.ELECTRON_APP !== undefined;
  const axe = new AxeBuilder({ page }).setLegacyMode(inThisPage).withTags(wcag);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
