import { readdir } from 'node:fs/promises';
import { shopSlug } from '#shared/domain/backup/backup-names.ts';
import type { Drive } from '../../platform/drives.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';

/** Whether backups of this shop were written to a stick before: the record says so, or they still lie on it. */
export async function isKnownStick({ ctx, backups }: OpenShop, { path, label }: Drive): Promise<boolean> {
  const { shop } = shopFacts(ctx);
  const made = backups.safety.record.backups(shop.created_at);
  if (made.some((backup) => backup.placeLabel === label && backup.file.startsWith(path))) return true;
  const names = await readdir(path).catch(() => [] as string[]);
  return names.some((name) => name.startsWith(`regulars-${shopSlug(shop.name)}-`));
}
