import * as z from 'zod';
import { consentPlaces } from '../domain/consent/consent.ts';
import { correctedFields } from '../domain/privacy/corrected-fields.ts';
import { customer, timelineEntry } from './customers.ts';
import { interest } from './interests.ts';
import { balanceRow } from './loyalty.ts';
import { outlook } from './outlook.ts';
import { careNote } from './privacy-rules.ts';
import { consentPurpose, day, id, moment } from './schema.ts';
import { voucher } from './vouchers.ts';

/** A field of somebody that was corrected. */
export const correction = z.object({
  at: moment,
  staffName: z.string(),
  field: z.enum(correctedFields),
  /** Null: nothing was known. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/**
 * Everything that is kept about one person, for themselves. Of others there are only names: who brought them, and where
 * points went from one to the other.
 */
export const dataSheet = z.object({
  /** When it was made. */
  at: moment,
  shopName: z.string(),
  person: customer
    .pick({
      id: true,
      name: true,
      phone: true,
      phoneDisplay: true,
      email: true,
      birthday: true,
      language: true,
    })
    .extend(
      customer.pick({
        allergy: true,
        preference: true,
        source: true,
        referredByName: true,
        customerSince: true,
        cards: true,
        externalRef: true,
      }).shape,
    ),
  /** What is known for their safety, newest first. */
  careNotes: z.array(careNote),
  /** Names of the shop's tags that they wear. */
  tags: z.array(z.string()),
  /** With how many others points and stamps are shared. */
  sharedWith: z.int(),
  /** Every answer, newest first. `place`: where it was asked; null = not known, from before places were noted. */
  consents: z.array(
    z.object({
      purpose: consentPurpose,
      granted: z.boolean(),
      at: moment,
      day,
      place: z.enum(consentPlaces).nullable(),
      textVersion: z.int(),
      staffName: z.string(),
    }),
  ),
  /** Visits, notes, follow-ups, promises, newest first; answers and questions stand in `consents` and `interests`. */
  history: z.array(timelineEntry),
  /** Points and stamps with every change they made themselves, newest first. */
  balances: z.array(
    z.object({
      unitId: id,
      kind: z.enum(['points', 'stamps']),
      name: z.string(),
      balance: z.int(),
      rows: z.array(balanceRow),
    }),
  ),
  vouchers: z.array(voucher),
  /** `contacted` is false for those held back to compare with. */
  campaigns: z.array(z.object({ name: z.string(), day, contacted: z.boolean() })),
  interests: z.array(interest),
  absences: z.array(z.object({ id, from: day, to: day })),
  /** They said no to estimates about themselves. */
  estimatesRefused: z.boolean(),
  /** Null: refused, or too few visits. */
  estimate: outlook.nullable(),
  corrections: z.array(correction),
});

export type DataSheet = z.infer<typeof dataSheet>;
