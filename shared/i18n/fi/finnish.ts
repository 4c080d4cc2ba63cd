import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { campaigns } from './campaigns.ts';
import { close } from './close.ts';
import { customers } from './customers.ts';
import { definitions } from './definitions.ts';
import { demo } from './demo.ts';
import { experiments } from './experiments.ts';
import { exports } from './exports.ts';
import { firstRun } from './first-run.ts';
import { followUps } from './follow-ups.ts';
import { goals } from './goals.ts';
import { home } from './home.ts';
import { imported } from './imported.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { items } from './items.ts';
import { lists } from './lists.ts';
import { loyalty } from './loyalty.ts';
import { membership } from './membership.ts';
import { month } from './month.ts';
import { outlook } from './outlook.ts';
import { playbooks } from './playbooks.ts';
import { presets } from './presets.ts';
import { privacy } from './privacy.ts';
import { programme } from './programme.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { saving } from './saving.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { start } from './start.ts';
import { tags } from './tags.ts';
import { training } from './training.ts';
import { versions } from './versions.ts';
import { vouchers } from './vouchers.ts';
import { why } from './why.ts';

/** Every text of the product in Finnish, by namespace. */
export const finnish = {
  ...start,
  audit,
  backup,
  campaigns,
  close,
  customers,
  definitions,
  demo,
  experiments,
  exports,
  firstRun,
  followUps,
  goals,
  home,
  imported,
  imports,
  interests,
  items,
  lists,
  loyalty,
  membership,
  month,
  outlook,
  playbooks,
  presets,
  privacy,
  programme,
  report,
  restore,
  saving,
  segments,
  settings,
  staff,
  tags,
  training,
  versions,
  vouchers,
  why,
} as const;
