import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildMissing } from '#electron/launch/build-missing.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { openApp } from '#tests/support/open-app.ts';
import { searchBox } from '#tests/support/till-page.ts';
import { type Measurement, middle, ms, quantile } from './measurement.ts';

const goalMilliseconds = 50;
const people = 40;
const warmUp = 4;
/** Letters typed of each name, and the pause between two keys of a fast typist, ms. */
const lettersTyped = 6;
const typingPause = 110;

declare global {
  interface Window {
    /** Milliseconds from each key to its painted answer; made by {@link watchKeys}. */
    paintedAfter?: number[];
  }
}

/**
 * Runs in the page before the app: notes the moment of every key and, once the list answers the words with
 * that key and a frame with it has been shown, how long that took.
 */
function watchKeys(): void {
  const painted: number[] = [];
  window.paintedAfter = painted;
  let waiting: { readonly from: number; readonly words: string } | null = null;
  const box = () => document.querySelector<HTMLInputElement>('input[role="combobox"]');
  const isAnswered = (words: string): boolean =>
    box()?.value === words && document.querySelector('[role="listbox"][aria-busy="false"]') !== null;
  const look = (): void => {
    const key = waiting;
    if (key === null || !isAnswered(key.words)) return;
    waiting = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      // The first task after the frame: it has been handed to the screen.
      channel.port1.onmessage = () => painted.push(performance.now() - key.from);
      channel.port2.postMessage(null);
    });
  };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key.length !== 1) return;
      waiting = { from: event.timeStamp, words: (box()?.value ?? '') + event.key };
    },
    { capture: true },
  );
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

const typeName = async (page: Page, name: string): Promise<void> => {
  for (const letter of [...name].slice(0, lettersTyped)) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(typingPause);
  }
  await page.keyboard.press('Escape');
};

/** Goal 13: from a key at the till to its painted results, in the built app on a shop of the design size. */
export async function benchRendererSearch(shopFile: string): Promise<readonly Measurement[]> {
  await buildMissing({ force: false, say: () => undefined });
  const dataDir = mkdtempSync(join(tmpdir(), 'regulars-bench-keys-'));
  try {
    copyFileSync(shopFile, join(dataDir, 'shop.sqlite'));
    const app = await openApp({ dataDir });
    try {
      const { page, host } = app;
      if (host === null) throw new Error('the measurement needs the loopback host');
      await searchBox(page).waitFor();
      await page.addInitScript(watchKeys);
      await page.reload();
      await searchBox(page).waitFor();
      const { total } = await host.client.customers.list({ limit: 1 });
      const names: string[] = [];
      for (let index = 0; index < people + warmUp; index += 1) {
        const offset = Math.floor((total * (index + 0.5)) / (people + warmUp));
        const { rows } = await host.client.customers.list({ offset, limit: 1 });
        names.push(fold(rows[0]?.name ?? 'aino'));
      }
      for (const name of names.slice(0, warmUp)) await typeName(page, name);
      await page.evaluate(() => window.paintedAfter?.splice(0));
      for (const name of names.slice(warmUp)) await typeName(page, name);
      const after = await page.evaluate(() => window.paintedAfter ?? []);
      return [summary(after, total)];
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function summary(after: readonly number[], customers: number): Measurement {
  const typed = people * lettersTyped;
  if (after.length < typed * 0.9) throw new Error(`only ${after.length} of ${typed} keys were answered`);
  const p95 = quantile(after, 0.95);
  return {
    name: '13 key to painted results, p95 / 50 ms',
    ratio: p95 / goalMilliseconds,
    goal: 1,
    detail: `p50 ${ms(middle(after))}, p95 ${ms(p95)}, worst ${ms(quantile(after, 1))} of ${after.length} keys with ${customers} customers`,
  };
}
