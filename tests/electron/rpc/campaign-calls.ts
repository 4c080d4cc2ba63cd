import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import { aRequest } from '#tests/support/shop.ts';
import type { Client } from './failure-scene.ts';
import { aSegment } from './month-end-calls.ts';
import { reportInputs } from './report-inputs.ts';

/** A campaign for everybody on the day that these tests play, 10 March 2026. */
export const aPlan: CampaignDraft = {
  name: 'Say hello',
  whom: { kind: 'filter', filter: { kind: 'all', of: [] } },
  channel: 'inPerson',
  tone: 'useful',
  variants: [{ name: 'By name', words: { en: 'Hello {name}', fi: 'Hei {name}' }, gift: null }],
  test: null,
  fromDay: '2026-03-10',
  toDay: '2026-03-20',
};

export const aTest = { holdoutPercent: 50, windowDays: 21, effectOf100: 10 };

/** An input that fits, for every call about campaigns and experiments that needs one. */
export const campaignCalls: Readonly<Record<string, unknown>> = {
  'campaigns.get': { campaignId: 1 },
  'campaigns.learned': { campaignId: 1 },
  'campaigns.setAlarm': { requestId: 'campaign-1', days: 45 },
  'campaigns.save': { requestId: 'campaign-2', campaignId: null, draft: aPlan },
  'campaigns.start': { requestId: 'campaign-3', campaignId: 1 },
  'campaigns.stop': { requestId: 'campaign-4', campaignId: 1 },
  'campaigns.remove': { requestId: 'campaign-5', campaignId: 1 },
  'experiments.plan': { whom: aPlan.whom, channel: 'inPerson', ways: 1, test: aTest, length: 7 },
  'experiments.result': { campaignId: 1 },
};

/** Saves a plan; returns its id. */
export async function aCampaign(client: Client, fields: Partial<CampaignDraft> = {}): Promise<number> {
  const draft = { ...aPlan, ...fields };
  return (await client.campaigns.save({ requestId: aRequest(), campaignId: null, draft })).campaignId;
}

/** The same with what is there: a test with two people that runs, and a plan for the others. */
export async function peopleInputs(client: Client): Promise<Readonly<Record<string, object>>> {
  const { rows } = await client.customers.list({});
  const ids = rows.slice(0, 2).map(({ customerId }) => customerId);
  const whom = { kind: 'filter', filter: { kind: 'customers', ids } } as const;
  const campaignId = await aCampaign(client, { whom, test: aTest });
  await client.campaigns.start({ requestId: aRequest(), campaignId });
  return {
    'reports.segmentSplit': {
      ...(reportInputs['reports.segmentSplit'] as object),
      segmentIds: [await aSegment(client)],
    },
    'segments.remove': { requestId: 'request-46', segmentId: await aSegment(client) },
    'campaigns.get': { campaignId },
    'campaigns.learned': { campaignId },
    'experiments.result': { campaignId },
    'campaigns.stop': { requestId: 'campaign-4', campaignId },
    'campaigns.start': { requestId: 'campaign-3', campaignId: await aCampaign(client) },
    'campaigns.remove': { requestId: 'campaign-5', campaignId: await aCampaign(client) },
  };
}
