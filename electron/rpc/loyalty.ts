import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { adjustBalance } from '../services/adjust-balance.ts';
import { explainBalance } from '../services/explain-balance.ts';
import { holdTier } from '../services/hold-tier.ts';
import {
  checkRules,
  currentProgramme,
  discardDraft,
  keepDraft,
  newRuleId,
  presetProgramme,
  programmeVersion,
  programmeVersions,
  publishProgramme,
  readDraft,
} from '../services/programme.ts';
import {
  expiringLots,
  programmeCost,
  reconciliation,
  reconciliationEntries,
  tierLists,
} from '../services/programme-lists.ts';
import { compareDraft, simulateDraft } from '../services/simulate-programme.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.loyalty).$context<RpcContext>().use(guard);

/** loyalty: contract -> service, one line each. */
export const loyaltyCalls: Router<typeof contract.loyalty, RpcContext> = {
  programme: os.programme.handler(({ context }) => currentProgramme(context.shop().ctx)),
  versions: os.versions.handler(({ context }) => ({ versions: programmeVersions(context.shop().ctx) })),
  version: os.version.handler(({ context, input }) => programmeVersion(context.shop().ctx, input.versionId)),
  draft: os.draft.handler(({ context }) => readDraft(context.shop().ctx)),
  saveDraft: os.saveDraft.handler(({ context, input }) => keepDraft(context.shop().ctx, input)),
  discardDraft: os.discardDraft.handler(({ context }) => discardDraft(context.shop().ctx)),
  preset: os.preset.handler(({ context, input }) => presetProgramme(context.shop().ctx, input.kind)),
  newId: os.newId.handler(({ context, input }) => newRuleId(context.shop().ctx, input.kind)),
  check: os.check.handler(({ context, input }) => checkRules(context.shop().ctx, input.rules)),
  publish: os.publish.handler(({ context, input }) => publishProgramme(context.shop().ctx, input)),
  compare: os.compare.handler(({ context, input, signal }) => {
    const { ctx, reports } = context.shop();
    return compareDraft(ctx, reports, input.rules, signal);
  }),
  simulate: os.simulate.handler(async function* ({ context, input, signal }) {
    const { ctx, reports } = context.shop();
    yield* simulateDraft(ctx, reports, input, signal);
  }),
  cost: os.cost.handler(({ context }) => programmeCost(context.shop().ctx, context.shop().reports)),
  explain: os.explain.handler(({ context, input }) => explainBalance(context.shop().ctx, input)),
  adjust: os.adjust.handler(({ context, input }) => adjustBalance(context.shop().ctx, input)),
  expiring: os.expiring.handler(({ context, input }) =>
    expiringLots(context.shop().ctx, context.shop().reports, input),
  ),
  tiers: os.tiers.handler(({ context }) => tierLists(context.shop().ctx, context.shop().reports)),
  holdTier: os.holdTier.handler(({ context, input }) => holdTier(context.shop().ctx, input)),
  reconciliation: os.reconciliation.handler(({ context, input }) =>
    reconciliation(context.shop().ctx, context.shop().reports, input),
  ),
  reconciliationEntries: os.reconciliationEntries.handler(({ context, input }) =>
    reconciliationEntries(context.shop().ctx, context.shop().reports, input),
  ),
};
