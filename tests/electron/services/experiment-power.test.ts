import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveCampaign } from '#electron/services/campaigns.ts';
import { experimentResult } from '#electron/services/experiments.ts';
import { beginCampaign } from '#electron/services/start-campaign.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { sampleSize } from '#shared/domain/experiments/index.ts';
import { aDraft, aShopWithPeople } from '#tests/support/campaign-shop.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest } from '#tests/support/shop.ts';

// The keys of the draws are made repeatable, so that a run says the same every time.
vi.mock(import('node:crypto'), async (original) => {
  const crypto = await original();
  return { ...crypto, randomBytes: vi.fn(crypto.randomBytes) as unknown as typeof crypto.randomBytes };
});

beforeEach(() => {
  const random = new SeededRandom(11);
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => random.below(256)));
  vi.mocked(randomBytes as (size: number) => Buffer).mockImplementation(bytes);
});

const window = 7;

/**
 * Experiments one after another in one shop, each with people enough for what is planted; all through the start, the
 * visits and the result that the product has.
 * @returns how many were said to work, and how many to do harm
 */
async function experiments(times: number, base: number, treatedShare: number) {
  const { control, treated } = sampleSize(0.2, 0.5);
  const shop = await aShopWithPeople(control + treated);
  const { ctx } = shop.shop;
  const reports = reportsOf(shop.shop);
  const random = new SeededRandom(23);
  const said = { works: 0, harms: 0 };
  for (let round = 0; round < times; round += 1) {
    const { campaignId } = await saveCampaign(ctx, {
      requestId: aRequest(),
      campaignId: null,
      draft: aDraft(shop, { test: { holdoutPercent: 50, windowDays: window, effectOf100: 30 } }),
    });
    await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId });
    const people = shop.shop.rows<{ id: number; arm: string }>(
      'SELECT customer_id AS id, arm FROM campaign_people WHERE campaign_id = ?',
      campaignId,
    );
    for (const { id, arm } of people) {
      if (random.chance(arm === 'held' ? base : treatedShare)) {
        shop.came(id, (shop.today() + random.between(1, window)) as BusinessDay);
      }
    }
    shop.pass(window + 1);
    const result = await experimentResult(ctx, reports, campaignId);
    const code = result.state === 'over' ? result.comparisons[0]?.verdict.code : undefined;
    if (code === 'works' || code === 'harms') said[code] += 1;
  }
  return said;
}

describe('experiments in a shop', () => {
  it('find what they were planned for with the power that was promised', async () => {
    const times = rounds(25);
    const { works, harms } = await experiments(times, 0.2, 0.5);
    // 80 % are expected; three standard deviations below that.
    expect(works).toBeGreaterThanOrEqual(Math.floor(times * 0.8 - 3 * Math.sqrt(times * 0.16)));
    expect(harms).toBe(0);
  });

  it('find an effect that is not there in hardly more than 5 of 100', async () => {
    const times = rounds(25);
    const { works, harms } = await experiments(times, 0.3, 0.3);
    expect(works + harms).toBeLessThanOrEqual(Math.ceil(times * 0.05 + 3 * Math.sqrt(times * 0.0475)));
  });
});
