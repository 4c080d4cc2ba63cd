import { statSync } from 'node:fs';
import type { RestoreComparison } from '#shared/contract/backups.ts';
import { newestSchema } from '../../db/open-database.ts';
import type { OpenShop } from '../open-shop.ts';
import { streamProgress } from '../stream-progress.ts';
import { type ChosenBackup, type InScratch, openIntoScratch } from './open-into-scratch.ts';
import type { RestoreDesk } from './restore-desk.ts';

export type CompareEvent =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly comparison: RestoreComparison };

/** Share of the time that opening takes; the rest is counting what would be lost. */
const openingShare = 0.9;

/** Roughly how long the exchange takes: opening once more, checking, and bringing up to date. */
function secondsFor(bytes: number, willMigrate: boolean): number {
  return Math.ceil(2 + (bytes / 40_000_000) * (willMigrate ? 3 : 1));
}

const nothingLost: RestoreComparison['lost'] = { customers: 0, visits: 0, rewards: 0, newest: [] };

async function lossOf(shop: OpenShop, { scratch, opened }: InScratch, isSameShop: boolean) {
  const here = await shop.reports.ask('shopCounts', null);
  const { customers, visits, newest } = await shop.reports.ask('restoreLoss', shop.databaseFile, scratch);
  const rewards = isSameShop ? Math.max(0, here.rewards - opened.counts.rewards) : here.rewards;
  return { here, lost: { customers, visits, rewards, newest: [...newest] } };
}

/**
 * Opens a backup completely and says what is in it, what is here and what going back would lose. The till goes on
 * meanwhile, and nothing of the shop changes.
 * @throws Failure BackupRefused or RestoreFailed
 */
export async function* compareBackup(
  desk: RestoreDesk,
  chosen: ChosenBackup,
  signal?: AbortSignal,
): AsyncGenerator<CompareEvent, void, undefined> {
  const comparison = yield* streamProgress<CompareEvent, RestoreComparison>(async (tell, stop) => {
    const tellPercent = (percent: number) =>
      tell({ kind: 'progress', percent: Math.round(percent * openingShare) });
    return openIntoScratch(desk.safety, chosen, tellPercent, stop, (inScratch) =>
      compare(desk, chosen.file, inScratch),
    );
  }, signal);
  yield { kind: 'done', comparison };
}

async function compare(desk: RestoreDesk, file: string, inScratch: InScratch): Promise<RestoreComparison> {
  const { opened, scratch, at } = inScratch;
  const shop = desk.shop();
  const facts = shop?.ctx.facts?.shop;
  const sameShop = !facts || facts.created_at === opened.shopCreatedAt;
  const { here, lost } =
    shop && facts ? await lossOf(shop, inScratch, sameShop) : { here: null, lost: nothingLost };
  const willMigrate = opened.schemaVersion < newestSchema;
  return {
    file,
    at,
    shopName: opened.shopName,
    sameShop,
    backup: opened.counts,
    here,
    lost,
    currency: opened.currency,
    schemaVersion: opened.schemaVersion,
    willMigrate,
    seconds: secondsFor(statSync(scratch).size, willMigrate),
  };
}
