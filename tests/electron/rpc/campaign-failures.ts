import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import { aRequest } from '#tests/support/shop.ts';
import { aCampaign, aPlan, aTest } from './campaign-calls.ts';
import { type Scenarios, type Scene, usedRequest } from './failure-scene.ts';

const nobody: CampaignDraft['whom'] = { kind: 'filter', filter: { kind: 'source', anyOf: [] } };
const unknownSegment = { kind: 'segment', segmentId: 999 } as const;
const gift = { name: 'A bun', benefit: { kind: 'thing' }, cost: 500, days: 30 } as const;

const save = ({ client }: Scene, fields: Partial<CampaignDraft> = {}, campaignId: number | null = null) =>
  client.campaigns.save({ requestId: aRequest(), campaignId, draft: { ...aPlan, ...fields } });

const start = ({ client }: Scene, campaignId: number) =>
  client.campaigns.start({ requestId: aRequest(), campaignId });

/** One that runs. */
async function started(scene: Scene): Promise<number> {
  const campaignId = await aCampaign(scene.client);
  await start(scene, campaignId);
  return campaignId;
}

/** Changes what a plan is for after it was saved, as another till could have done. */
async function segmentTakenAway(scene: Scene): Promise<number> {
  const { client } = scene;
  const everybody = { name: 'All', filter: { kind: 'all' as const, of: [] } };
  const { segmentId } = await client.segments.save({ requestId: aRequest(), segmentId: null, ...everybody });
  const campaignId = await aCampaign(client, { whom: { kind: 'segment', segmentId } });
  await client.segments.remove({ requestId: aRequest(), segmentId });
  return campaignId;
}

const saving: Scenarios = {
  'campaigns.save': {
    NotFound: (scene) => save(scene, {}, 999),
    InvalidValue: (scene) => save(scene, { toDay: '2026-03-01' }),
    SegmentNotUsable: (scene) => save(scene, { whom: nobody }),
    CampaignNotOpen: async (scene) => save(scene, {}, await started(scene)),
    RequestIdReused: async (scene) =>
      scene.client.campaigns.save({
        requestId: await usedRequest(scene),
        campaignId: null,
        draft: aPlan,
      }),
  },
  'campaigns.remove': {
    NotFound: ({ client }) => client.campaigns.remove({ requestId: aRequest(), campaignId: 999 }),
    CampaignNotOpen: async (scene) =>
      scene.client.campaigns.remove({ requestId: aRequest(), campaignId: await started(scene) }),
    RequestIdReused: async (scene) =>
      scene.client.campaigns.remove({ requestId: await usedRequest(scene), campaignId: 1 }),
  },
  'campaigns.setAlarm': {
    RequestIdReused: async (scene) =>
      scene.client.campaigns.setAlarm({ requestId: await usedRequest(scene), days: 30 }),
  },
};

const starting: Scenarios = {
  'campaigns.start': {
    NotFound: async (scene) => start(scene, await segmentTakenAway(scene)),
    InvalidValue: async (scene) => start(scene, await aCampaign(scene.client, { fromDay: '2026-03-12' })),
    CampaignNotOpen: async (scene) => start(scene, await started(scene)),
    NobodyToTurnTo: async (scene) => start(scene, await aCampaign(scene.client, { channel: 'email' })),
    BudgetExceeded: async (scene) => {
      await scene.client.vouchers.setBudget({ requestId: aRequest(), kind: 'surprise', perMonth: 900 });
      const variants = aPlan.variants.map((way) => ({ ...way, gift }));
      return start(scene, await aCampaign(scene.client, { variants }));
    },
    TooManyGifts: async (scene) => {
      const rows = Array.from({ length: 1001 }, (_, index) => `Person ${index}`);
      const file = new File([['name', ...rows].join('\n')], 'people.csv');
      for await (const _event of await scene.client.imports.customers({ requestId: aRequest(), file }));
      const variants = aPlan.variants.map((way) => ({ ...way, gift }));
      return start(scene, await aCampaign(scene.client, { variants }));
    },
    RequestIdReused: async (scene) =>
      scene.client.campaigns.start({
        requestId: await usedRequest(scene),
        campaignId: await aCampaign(scene.client),
      }),
  },
  'campaigns.stop': {
    NotFound: ({ client }) => client.campaigns.stop({ requestId: aRequest(), campaignId: 999 }),
    CampaignNotOpen: async ({ client }) =>
      client.campaigns.stop({ requestId: aRequest(), campaignId: await aCampaign(client) }),
    RequestIdReused: async (scene) =>
      scene.client.campaigns.stop({
        requestId: await usedRequest(scene),
        campaignId: await started(scene),
      }),
  },
};

const plan = ({ client }: Scene, fields: object) =>
  client.experiments.plan({
    ...{ whom: aPlan.whom, channel: 'inPerson', ways: 1, test: aTest, length: 7 },
    ...fields,
  });

/** For every failure that a call about campaigns and experiments declares as its own: how to come by it. */
export const campaignFailures: Scenarios = {
  ...saving,
  ...starting,
  'campaigns.get': { NotFound: ({ client }) => client.campaigns.get({ campaignId: 999 }) },
  'campaigns.learned': {
    NotFound: async ({ client }) => client.campaigns.learned({ campaignId: await aCampaign(client) }),
  },
  'experiments.plan': {
    NotFound: (scene) => plan(scene, { whom: unknownSegment }),
    InvalidValue: (scene) => plan(scene, { test: { ...aTest, holdoutPercent: 0 } }),
    SegmentNotUsable: (scene) => plan(scene, { whom: nobody }),
  },
  'experiments.result': {
    NotFound: async ({ client }) => client.experiments.result({ campaignId: await aCampaign(client) }),
  },
};
