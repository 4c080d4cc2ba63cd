import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SafetyOptions } from '#electron/safety.ts';
import type { OpenShop } from '#electron/services/open-shop.ts';
import { openShopOf } from './closable-shop.ts';
import { safetyOf, shopBackupsOf, type TestSafety } from './safety.ts';
import { aCustomer, aShop, aVisit, type TestShop } from './shop.ts';
import { temporaryDirectory } from './temporary-directory.ts';

export interface BackupShop {
  readonly shop: TestShop;
  readonly open: OpenShop;
  readonly safety: TestSafety;
  /** Directory of the snapshots. */
  readonly directory: string;
  /** A stick that is plugged in: a folder. */
  readonly stick: string;
  /** Puts another stick in, or the same one again. */
  readonly plug: (path: string, label?: string) => Promise<void>;
  readonly unplug: () => Promise<void>;
}

/** A café with one person and two visits, and a stick called BACKUP in its till. */
export async function aBackupShop(options: Partial<SafetyOptions> = {}): Promise<BackupShop> {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  await aVisit(shop.ctx, await aCustomer(shop.ctx));
  await aVisit(shop.ctx, null);
  const safety = safetyOf(shop, options);
  const open: OpenShop = { ...openShopOf(shop), backups: shopBackupsOf(shop, safety) };
  await safety.drives.look();
  const plug = async (path: string, label = 'BACKUP') => {
    mkdirSync(path, { recursive: true });
    safety.sticks.splice(0, Number.POSITIVE_INFINITY, { path, label });
    await safety.drives.look();
  };
  const unplug = async () => {
    safety.sticks.length = 0;
    await safety.drives.look();
  };
  const stick = join(temporaryDirectory(), 'stick');
  await plug(stick);
  return { shop, open, safety, directory: join(shop.directory, 'backups'), stick, plug, unplug };
}

/** Everything that a stream tells until it ends. */
export async function eventsOf<E>(events: AsyncIterable<E>): Promise<E[]> {
  const all: E[] = [];
  for await (const event of events) all.push(event);
  return all;
}
