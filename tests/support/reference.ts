import { readFileSync } from 'node:fs';

/** The text of a file of tests/reference. */
export function readReference(name: string): string {
  return readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8');
}

/** One receipt of a reference visit log; `amount` in whole currency units with decimals, as the log has it. */
export type LoggedVisit = { readonly customerId: number; readonly day: string; readonly amount: number };

/** The visit logs of tests/reference: "id,date,amount" with a heading. */
export function readVisitLog(name: string): readonly LoggedVisit[] {
  const [, ...lines] = readReference(name).trim().split('\n');
  return lines.map((line) => {
    const [id = '', day = '', amount = ''] = line.trim().split(',');
    return { customerId: Number(id), day, amount: Number(amount) };
  });
}
