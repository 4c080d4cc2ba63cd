import { type Playbook, type PlaybookContent, playbookContent } from '#shared/contract/playbooks.ts';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import { wordProblems } from '#shared/domain/playbooks/fill-words.ts';
import { presetPlaybook } from '#shared/domain/playbooks/playbook.ts';
import { type PlaybookSituation, playbookSituations } from '#shared/domain/playbooks/situations.ts';
import { toneVerdict } from '#shared/domain/playbooks/tone-ratio.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import {
  insertPlaybookVersion,
  type PlaybookVersionRow,
  playbookHistory,
  playbookVersions,
  tonesSince,
} from '../repositories/playbooks.ts';
import { failure } from './failure.ts';
import { presetWords } from './playbook-presets.ts';
import { currentStaff, present, type ShopContext, type ShopFacts, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** Days over which useful and promotional contacts are counted. */
const toneDays = 90;

const contentOf = (
  facts: ShopFacts,
  situation: PlaybookSituation,
  row: PlaybookVersionRow | undefined,
): PlaybookContent =>
  row?.content
    ? playbookContent.parse(JSON.parse(row.content))
    : playbookContent.parse(presetPlaybook(situation, facts.shop, presetWords(situation, facts.shop.kind)));

function viewOf(
  facts: ShopFacts,
  situation: PlaybookSituation,
  row: PlaybookVersionRow | undefined,
): Playbook {
  return {
    ...contentOf(facts, situation, row),
    situation,
    versionId: row?.id ?? null,
    changedAt: row?.at ?? null,
    changedBy: row ? (facts.staff.find(({ id }) => id === row.staff_id)?.name ?? '') : null,
    isPreset: !row?.content,
  };
}

/** The playbook in force for a situation. */
export async function playbookFor(
  ctx: ShopContext,
  situation: PlaybookSituation,
  db: ReadDb = ctx.work.read,
): Promise<Playbook> {
  return viewOf(shopFacts(ctx), situation, (await playbookVersions(db)).get(situation));
}

/** Every playbook as it is in force, and how much of what was said lately sold something. */
export async function allPlaybooks(ctx: ShopContext) {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const versions = await playbookVersions(db);
  const sent = await tonesSince(db, addDays(present(ctx).day, -toneDays));
  return {
    playbooks: playbookSituations.map((situation) => viewOf(facts, situation, versions.get(situation))),
    sent: { ...sent, verdict: toneVerdict(sent) },
  };
}

/** Who changed a playbook and when, newest first. */
export async function playbookChanges(ctx: ShopContext, situation: PlaybookSituation) {
  const facts = shopFacts(ctx);
  const rows = await playbookHistory(ctx.work.read, situation);
  return {
    versions: rows.map((row) => ({
      versionId: row.id,
      at: row.at,
      staffName: facts.staff.find(({ id }) => id === row.staff_id)?.name ?? '',
      content: row.content === null ? null : contentOf(facts, situation, row),
    })),
  };
}

/** What was written must be sayable to anybody. @throws Failure InvalidValue, NotFound (item) */
function check(facts: ShopFacts, { words, channels, gift }: PlaybookContent): void {
  if (Object.keys(words).length === 0) throw failure('InvalidValue', { field: 'words' });
  if (new Set(channels).size !== channels.length) throw failure('InvalidValue', { field: 'channels' });
  for (const written of Object.values(words)) {
    for (const field of ['call', 'write', 'subject', 'here'] as const) {
      if (wordProblems(written[field]).length > 0) throw failure('InvalidValue', { field });
    }
  }
  if (gift?.benefit.kind === 'item' && !facts.items.has(gift.benefit.itemId)) {
    throw failure('NotFound', { what: 'item', id: gift.benefit.itemId });
  }
}

async function writeVersion(
  tx: WriteTx,
  ctx: ShopContext,
  situation: PlaybookSituation,
  content: PlaybookContent | null,
): Promise<number> {
  const id = ctx.ids.next('playbook_versions');
  await insertPlaybookVersion(tx, {
    id,
    situation,
    content: content && JSON.stringify(content),
    at: present(ctx).at,
    staff_id: currentStaff(shopFacts(ctx)).id,
  });
  return id;
}

/**
 * Writes a new version of a playbook; it is in force at once.
 * @throws Failure InvalidValue (words that could not be said to everybody), NotFound (item), RequestIdReused
 */
export function savePlaybook(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly situation: PlaybookSituation;
    readonly content: PlaybookContent;
  },
): Promise<Playbook> {
  const { situation, content } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'playbooks.save', input, () => {
      check(shopFacts(ctx), content);
      return writeVersion(tx, ctx, situation, content);
    });
    return playbookFor(ctx, situation, tx);
  });
}

/** Goes back to what the program suggests. @throws Failure RequestIdReused */
export function resetPlaybook(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly situation: PlaybookSituation },
): Promise<Playbook> {
  const { situation } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'playbooks.reset', input, () => writeVersion(tx, ctx, situation, null));
    return playbookFor(ctx, situation, tx);
  });
}
