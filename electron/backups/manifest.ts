import * as z from 'zod';
import { shopCounts } from '#shared/contract/backups.ts';
import type { Files } from '../platform/files.ts';
import type { Manifest } from './jobs.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.object({
  format: z.literal(1),
  product: z.literal('Regulars'),
  appVersion: z.string(),
  schemaVersion: z.int(),
  shop: z.object({ name: z.string(), createdAt: z.int() }),
  at: z.int(),
  counts: shopCounts,
  encrypted: z.boolean(),
  hint: z.string(),
  compression: z.enum(['zstd', 'gzip']),
  bytes: z.int(),
  sha256,
  plainSha256: sha256,
  plainBytes: z.int(),
});

/** The file beside a backup that says what is in it. */
export const manifestFile = (backup: string): string => `${backup}.manifest.json`;

/** Readable by people too: one fact a line. */
export const manifestText = (facts: Manifest): string => `${JSON.stringify(facts, null, 2)}\n`;

/** What the manifest of a backup says; null without one, and for one that cannot be read: it is an aid, not the backup. */
export async function readManifest(files: Files, backup: string): Promise<Manifest | null> {
  try {
    return manifest.safeParse(JSON.parse(await files.readText(manifestFile(backup)))).data ?? null;
  } catch {
    return null;
  }
}
