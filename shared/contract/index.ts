import { audit } from './audit.ts';
import { backups, restore } from './backups.ts';
import { campaigns } from './campaigns.ts';
import { customers } from './customers.ts';
import { experiments } from './experiments.ts';
import { exports } from './exports.ts';
import { followUps } from './follow-ups.ts';
import { goals } from './goals.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { items } from './items.ts';
import { loyalty } from './loyalty.ts';
import { monthCloseCalls } from './month-close.ts';
import { outlookContract } from './outlook.ts';
import { playbooks } from './playbooks.ts';
import { privacy } from './privacy.ts';
import { reports } from './reports.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { system } from './system.ts';
import { tags } from './tags.ts';
import { till } from './till.ts';
import { training } from './training.ts';
import { vouchers } from './vouchers.ts';

/** The table of calls between the screens and the program that owns the data. */
export const contract = {
  system,
  settings,
  items,
  loyalty,
  till,
  customers,
  imports,
  reports,
  monthClose: monthCloseCalls,
  goals,
  segments,
  tags,
  exports,
  backups,
  restore,
  vouchers,
  interests,
  followUps,
  playbooks,
  staff,
  privacy,
  audit,
  campaigns,
  experiments,
  outlook: outlookContract,
  training,
};
