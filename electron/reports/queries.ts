import { atOneMoment } from '../db/at-one-moment.ts';
import { besideAnother } from '../db/beside-another.ts';
import type { ReadDb } from '../db/connection.ts';
import { moveLog } from '../db/move-log.ts';
import { quickCheck } from '../db/quick-check.ts';
import type { Reply } from '../platform/worker-line.ts';
import { verifyAudit } from '../repositories/audit.ts';
import { customerDrift, dayDrift, ledgerDrift } from '../repositories/drift.ts';
import { outlookBoard, outlookCounts } from '../repositories/outlooks.ts';
import { newestVisitDay, shopCounts } from '../repositories/shop-counts.ts';
import { tagCounts } from '../repositories/tags.ts';
import { campaignBase, campaignIds } from './campaign-query.ts';
import { campaignLearned, campaignReach } from './campaign-reach-query.ts';
import { closeFindings } from './close-query.ts';
import { cohortFigures } from './cohort-query.ts';
import { programmeCost, rewardsUsed } from './cost-query.ts';
import { exportEverything } from './everything-run.ts';
import { experimentResults } from './experiment-query.ts';
import { dueExpirations, expiringSoon } from './expiry-query.ts';
import { writeExport } from './export-run.ts';
import { figureNames } from './figure-names.ts';
import { firstReturnFigures } from './first-return-query.ts';
import { followUpList } from './follow-up-query.ts';
import { frequencyFigures } from './frequency-query.ts';
import { gapFigures } from './gap-query.ts';
import { milestonesPage } from './milestone-query.ts';
import { outlookRun } from './outlook-run.ts';
import { peoplePage } from './people-list.ts';
import { silentVipsPage, staffDependencies } from './people-query.ts';
import { playbookExperiments, playbookUseCounts } from './playbook-effect-query.ts';
import { columnEntries, rollForwards } from './reconciliation-query.ts';
import { readRestoreLoss } from './restore-loss-query.ts';
import { retentionFigures, retentionNames, visitSpan } from './retention-query.ts';
import { rfmFigures } from './rfm-query.ts';
import { segmentCount } from './segment-query.ts';
import { segmentSplit } from './segment-split-query.ts';
import { compareEarnings, simulateProgramme } from './simulation-query.ts';
import { situationsOf } from './situation-query.ts';
import { auditFigures, splitFigures } from './split-query.ts';
import { surpriseCandidates } from './surprise-query.ts';
import { customerNames, peoplePerLevel, standings, tierLists, tiersToKeep } from './tier-query.ts';
import { trendPoints } from './trend-query.ts';
import { unusualEntries } from './unusual-query.ts';
import { topCustomers, valueFigures } from './value-query.ts';
import { readWorkbook } from './workbook-run.ts';

/** What the worker can be asked: each a read on its own read-only connection. */
export const queries = {
  retention: retentionFigures,
  retentionNames,
  cohorts: cohortFigures,
  firstReturn: firstReturnFigures,
  trend: trendPoints,
  frequency: frequencyFigures,
  splits: splitFigures,
  value: valueFigures,
  rfm: rfmFigures,
  silentVips: silentVipsPage,
  auditOfLost: auditFigures,
  staffDependency: staffDependencies,
  milestones: milestonesPage,
  topCustomers,
  figureNames,
  dueExpirations,
  expiringSoon,
  standings,
  tiersToKeep,
  tierLists,
  peoplePerLevel,
  customerNames,
  rollForwards,
  columnEntries,
  programmeCost,
  rewardsUsed,
  segmentCount,
  followUpList,
  segmentSplit,
  peoplePage,
  tagCounts: (db: ReadDb, _input: null) => tagCounts(db),
  outlookCounts: (db: ReadDb, _input: null) => outlookCounts(db),
  outlookBoard,
  campaignIds,
  campaignBase,
  campaignLearned,
  campaignReach,
  experimentResults,
  playbookUseCounts,
  playbookExperiments,
  situationsOf,
  surpriseCandidates,
  closeFindings,
  /** What the shop's file holds, as a backup of it would be described. */
  shopCounts: (db: ReadDb, _input: null) => shopCounts(db),
  newestVisitDay: (db: ReadDb, _input: null) => newestVisitDay(db),
  /** What is derived compared with what it is made from, as both are at one moment: the till goes on meanwhile. */
  customerDrift: (_db: ReadDb, file: string) => atOneMoment(file, customerDrift),
  dayDrift: (_db: ReadDb, file: string) => atOneMoment(file, dayDrift),
  ledgerDrift: (_db: ReadDb, file: string) => atOneMoment(file, ledgerDrift),
  verifyAudit: (db: ReadDb, _input: null) => verifyAudit(db),
  unusualEntries,
  /** What going back to another file, a backup that was opened, would lose. */
  restoreLoss: (_db: ReadDb, here: string, backup: string) => besideAnother(here, backup, readRestoreLoss),
  visitSpan: (db: ReadDb, _input: null) => visitSpan(db),
  /** Not a question: what a long run of writes leaves in the log is best moved by this thread. */
  moveLog: async (_db: ReadDb, file: string) => moveLog(file),
  /** Structural check, for files too large to check before the till opens. */
  quickCheck: (db: ReadDb, _input: null) => quickCheck(db),
} as const;

/** What the worker can be set to do for longer. */
export const runs = {
  simulate: simulateProgramme,
  compareEarnings,
  writeExport,
  exportEverything,
  readWorkbook,
  gaps: gapFigures,
  outlook: outlookRun,
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
export type Runs = typeof runs;
export type RunName = keyof Runs;

type Rest<F> = F extends (db: ReadDb, ...rest: infer R) => unknown ? R : never;
export type QueryInput<N extends QueryName> = Rest<Queries[N]>;
export type QueryOutput<N extends QueryName> = Awaited<ReturnType<Queries[N]>>;
export type RunInput<N extends RunName> = Parameters<Runs[N]>[1];
export type RunProgress<N extends RunName> = Parameters<Parameters<Runs[N]>[2]['tell']>[0];
export type RunOutput<N extends RunName> = Awaited<ReturnType<Runs[N]>>;

/** What is said to the worker, as it crosses the thread boundary. */
export type Question =
  | {
      readonly id: number;
      readonly kind: 'ask';
      readonly name: QueryName;
      readonly input: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'run'; readonly name: RunName; readonly input: unknown }
  | { readonly id: number; readonly kind: 'stop' };

export type Answer = Reply<{ readonly message: string; readonly stack: string }>;
