import { readReference } from './reference.ts';
import { setUpCafe } from './shop-on-host.ts';
import type { RunningHost } from './start-host.ts';

/** A file of tests/reference as the screens hand one over. */
export const referenceFile = (name: string): File =>
  new File([readReference(name)], name, { type: 'text/csv' });

/** Sets up a café on a running host and imports the reference café's visits of 2023. */
export async function setUpReferenceCafe(host: RunningHost): Promise<void> {
  await setUpCafe(host);
  const events = await host.client.imports.visits({
    requestId: crypto.randomUUID(),
    file: referenceFile('synthetic_cafe_transactions.csv'),
  });
  for await (const event of events) if (event.kind === 'done') return;
  throw new Error('the import ended without a report');
}

/** The same café in Finnish. */
export async function setUpFinnishReferenceCafe(host: RunningHost): Promise<void> {
  await setUpReferenceCafe(host);
  await host.client.settings.update({ requestId: crypto.randomUUID(), shop: { language: 'fi' } });
}

/** The retention of the reference logs as it was computed outside of this program. */
export interface ExpectedRetention {
  readonly log: string;
  readonly start: string;
  readonly window_days: number;
  readonly S: number;
  readonly E: number;
  readonly N: number;
  readonly R: number;
  readonly kept: number;
  readonly lapsed: number;
  readonly seen_of_S: number;
  readonly strict: number;
  readonly textbook: number;
}

/** The expected retention of one log from one day on. */
export function expectedRetention(log: string, start: string): ExpectedRetention {
  const { cases } = JSON.parse(readReference('retention_window_expected.json')) as {
    readonly cases: readonly ExpectedRetention[];
  };
  const found = cases.find((each) => each.log === log && each.start === start);
  if (found === undefined) throw new Error(`no expected retention for ${log} from ${start}`);
  return found;
}
