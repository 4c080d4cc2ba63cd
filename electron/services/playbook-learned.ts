import type { PlaybookLearned } from '#shared/contract/playbooks.ts';
import { returnsSoFar } from '#shared/domain/playbooks/playbook-effect.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';

type Returns = PlaybookLearned['returns'][number];

function returnsView(row: { readonly days: number; readonly over: number; readonly came: number }): Returns {
  const { days, over, came } = row;
  const soFar = returnsSoFar(row);
  if (soFar.state === 'tooEarly') return { state: 'tooEarly', days, over, came, missing: soFar.missing };
  const { share, interval } = soFar.rate;
  // With so many people there is always a share.
  return { state: 'known', days, over, came, share: share ?? 0, interval: interval ?? { low: 0, high: 1 } };
}

/**
 * What became of every playbook that was followed, by version: outcomes, who came back, and where a test of it is over,
 * how those did who got it against those who got nothing.
 */
export async function playbooksLearned(
  ctx: ShopContext,
  reports: ReportsAsked,
): Promise<{ playbooks: PlaybookLearned[] }> {
  shopFacts(ctx);
  const today = present(ctx).day;
  const counts = await reports.ask('playbookUseCounts', { today });
  const tests = await reports.ask('playbookExperiments', { today });
  const of = (situation: string, versionId: number | null) => {
    const test = tests.find((one) => one.situation === situation && one.versionId === versionId);
    if (!test) return null;
    const { situation: _, versionId: __, ...rest } = test;
    return rest;
  };
  const used = counts.map(({ situation, versionId, people, outcomes, returns }) => ({
    ...{ situation, versionId, people, outcomes: [...outcomes] },
    returns: returns.map(returnsView),
    againstNothing: of(situation, versionId),
  }));
  // A test whose outcomes nobody wrote down has a result all the same.
  const unwritten = tests.filter(
    (test) => !used.some((one) => one.situation === test.situation && one.versionId === test.versionId),
  );
  return {
    playbooks: [
      ...used,
      ...unwritten.map(({ situation, versionId }) => ({
        ...{ situation, versionId, people: 0, outcomes: [], returns: [] },
        againstNothing: of(situation, versionId),
      })),
    ],
  };
}
