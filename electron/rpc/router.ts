import type { Router } from '@orpc/server';
import type { contract } from '#shared/contract/index.ts';
import { auditCalls } from './audit.ts';
import { backupsCalls } from './backups.ts';
import { campaignsCalls } from './campaigns.ts';
import type { RpcContext } from './context.ts';
import { customersCalls } from './customers.ts';
import { experimentsCalls } from './experiments.ts';
import { exportsCalls } from './exports.ts';
import { followUpsCalls } from './follow-ups.ts';
import { goalsCalls } from './goals.ts';
import { importsCalls } from './imports.ts';
import { interestsCalls } from './interests.ts';
import { itemsCalls } from './items.ts';
import { loyaltyCalls } from './loyalty.ts';
import { monthCloseCalls } from './month-close.ts';
import { outlookCalls } from './outlook.ts';
import { playbooksCalls } from './playbooks.ts';
import { privacyCalls } from './privacy.ts';
import { reportsCalls } from './reports.ts';
import { restoreCalls } from './restore.ts';
import { segmentsCalls } from './segments.ts';
import { settingsCalls } from './settings.ts';
import { staffCalls } from './staff.ts';
import { systemCalls } from './system.ts';
import { tagsCalls } from './tags.ts';
import { tillCalls } from './till.ts';
import { trainingCalls } from './training.ts';
import { vouchersCalls } from './vouchers.ts';

export type AppRouter = Router<typeof contract, RpcContext>;

/** Every noun of the contract with its calls; a procedure without a line in its file does not compile. */
export const router: AppRouter = {
  system: systemCalls,
  settings: settingsCalls,
  items: itemsCalls,
  loyalty: loyaltyCalls,
  till: tillCalls,
  customers: customersCalls,
  imports: importsCalls,
  reports: reportsCalls,
  monthClose: monthCloseCalls,
  goals: goalsCalls,
  segments: segmentsCalls,
  tags: tagsCalls,
  exports: exportsCalls,
  backups: backupsCalls,
  restore: restoreCalls,
  vouchers: vouchersCalls,
  interests: interestsCalls,
  followUps: followUpsCalls,
  playbooks: playbooksCalls,
  staff: staffCalls,
  privacy: privacyCalls,
  audit: auditCalls,
  campaigns: campaignsCalls,
  experiments: experimentsCalls,
  outlook: outlookCalls,
  training: trainingCalls,
};
