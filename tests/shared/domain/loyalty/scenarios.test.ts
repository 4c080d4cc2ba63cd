import { describe, expect, it } from 'vitest';
import type { Row, Scenario } from './scenario.ts';
import { unitNames } from './scenario.ts';
import { ScenarioShop } from './scenario-shop.ts';
import { earningScenarios } from './scenarios-earning.ts';
import { movingScenarios } from './scenarios-moving.ts';
import { spendingScenarios } from './scenarios-spending.ts';

interface Sum {
  readonly who: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** Reads "Olli points 10 + 5 - 3 = 12"; the sum must come out. */
function readSum(text: string, row: Row): Sum {
  const match = /^(?:(\p{Lu}\S*) )?(\w+) (-?\d+)((?: [+-] \d+)*) = (-?\d+)$/u.exec(text.trim());
  if (!match) throw new Error(`not a sum: ${text}`);
  const [, who = row.who ?? 'Aino', unit = '', before, terms = '', after] = match;
  const changes = [...terms.matchAll(/ ([+-]) (\d+)/g)].map(([, sign, number]) =>
    sign === '-' ? -Number(number) : Number(number),
  );
  const sum = changes.reduce((total, change) => total + change, Number(before));
  expect(sum, `"${text}" comes to ${sum}`).toBe(Number(after));
  return { who, unit, before: Number(before), after: Number(after) };
}

function play({ rules, rows, people = { Aino: {} } }: Scenario): void {
  const shop = new ScenarioShop(rules, people);
  const balances = () =>
    Object.keys(people).flatMap((who) =>
      Object.entries(unitNames).map(([unit, unitId]) => ({
        key: `${who} ${unit}`,
        value: shop.walletOf(who).balanceOf(unitId),
      })),
    );
  for (const [index, row] of rows.entries()) {
    const label = `row ${index + 1}, ${row.day}: ${row.sums}`;
    const before = new Map(balances().map(({ key, value }) => [key, value]));
    const refusal = shop.act(row.who ?? 'Aino', row.day, row.does);
    expect(refusal, label).toBe(row.refused ?? null);
    const sums = row.sums === '' ? [] : row.sums.split(';').map((text) => readSum(text, row));
    const expected = new Map(before);
    for (const { who, unit, before: start, after } of sums) {
      const key = `${who} ${unit}`;
      // A sum that begins at another wallet's balance is of somebody who has just come to share it.
      if (row.does.kind !== 'join' && row.does.kind !== 'separate') {
        expect(before.get(key), label).toBe(start);
      }
      expected.set(key, after);
    }
    expect(Object.fromEntries(balances().map(({ key, value }) => [key, value])), label).toEqual(
      Object.fromEntries(expected),
    );
  }
}

const scenarios = [...earningScenarios, ...spendingScenarios, ...movingScenarios];

describe('worked scenarios', () => {
  it('are at least twenty-five, each with a name of its own', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(25);
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    play(scenario);
  });
});
