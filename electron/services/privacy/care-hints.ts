import type { Hint } from '#shared/contract/till.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { isOld } from '#shared/domain/privacy/periods.ts';
import { careNoteKinds } from '#shared/domain/privacy/privacy-rules.ts';
import { careNotesOfPerson } from '../../repositories/care-notes.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { readsCare } from './care-readers.ts';

/**
 * What the till tells for somebody's safety: the allergy and the newest note of each kind, with their words only for those
 * who read them.
 * @param person of the entry kept
 */
export async function careHints(
  ctx: ShopContext,
  person: { readonly id: number; readonly allergy: string | null },
): Promise<Hint[]> {
  const facts = shopFacts(ctx);
  const { care } = facts.privacy;
  const { day } = present(ctx);
  const allergy: Hint[] =
    person.allergy && care.allergy.atTill
      ? [{ kind: 'allergy', text: readsCare(facts, 'allergy') ? person.allergy : null }]
      : [];
  const notes = await careNotesOfPerson(ctx.work.read, person.id);
  return [
    ...allergy,
    ...careNoteKinds.flatMap((kind): Hint[] => {
      const newest = notes.find((note) => note.kind === kind);
      if (!newest || !care[kind].atTill) return [];
      return [
        {
          kind: 'careNote',
          note: kind,
          text: readsCare(facts, kind) ? newest.text : null,
          day: formatDay(newest.madeDay),
          isOld: isOld(newest.madeDay, care[kind], day),
        },
      ];
    }),
  ];
}
