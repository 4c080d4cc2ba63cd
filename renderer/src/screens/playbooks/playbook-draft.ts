import type { Playbook, PlaybookContent } from '#shared/contract/playbooks.ts';
import type { FollowUpChannel, FollowUpTone } from '#shared/domain/follow-ups/reasons.ts';
import { type WordProblem, wordProblems } from '#shared/domain/playbooks/fill-words.ts';
import { type PlaybookWords, waysInOrder } from '#shared/domain/playbooks/playbook.ts';
import { newVoucher, type VoucherDraft, voucherToIssue } from '../vouchers/voucher-draft.ts';

export const wordFields = ['call', 'write', 'subject', 'here'] as const;
export type WordField = (typeof wordFields)[number];

/** A playbook while it is being changed. */
export interface PlaybookDraft {
  /** Every way, the first to be tried on top. */
  readonly channels: readonly FollowUpChannel[];
  readonly tone: FollowUpTone;
  readonly allowance: number | null;
  readonly hasGift: boolean;
  readonly gift: VoucherDraft;
  readonly giftDays: number | null;
  readonly words: Readonly<Record<string, PlaybookWords>>;
}

/** Any day: a draft of a gift counts its days from the day it is given. */
const someDay = '2026-01-01';
const usualGiftDays = 30;

export const draftOfPlaybook = ({ channels, tone, allowance, gift, words }: Playbook): PlaybookDraft => ({
  ...{ channels: waysInOrder(channels), tone, allowance, words },
  hasGift: gift !== null,
  gift: {
    ...newVoucher(gift?.kind ?? 'surprise', '-', someDay),
    ...(gift === null
      ? {}
      : {
          cost: gift.cost,
          gives: gift.benefit.kind,
          itemId: gift.benefit.kind === 'item' ? gift.benefit.itemId : null,
          amount: gift.benefit.kind === 'amountOff' ? gift.benefit.amount : null,
          percent: gift.benefit.kind === 'percentOff' ? gift.benefit.percent : null,
        }),
  },
  giftDays: gift?.days ?? usualGiftDays,
});

/** What is wrong with the words of a field; null where they can be said to anybody. */
export const problemOf = (
  text: string,
): WordProblem | { readonly what: 'empty'; readonly found: '' } | null =>
  text.trim() === '' ? { what: 'empty', found: '' } : (wordProblems(text)[0] ?? null);

/** The playbook as it is saved; null while something is missing or wrong. */
export const playbookToSave = (draft: PlaybookDraft): PlaybookContent | null => {
  const { channels, tone, allowance, hasGift, gift, giftDays, words } = draft;
  const isSayable = Object.values(words).every(
    (written) =>
      wordFields.every((field) => problemOf(written[field]) === null) && written.gift.trim() !== '',
  );
  const voucher = hasGift ? voucherToIssue(gift) : null;
  if (!isSayable || (hasGift && (voucher === null || giftDays === null))) return null;
  return {
    channels: [...channels],
    tone,
    allowance: allowance ?? 0,
    gift: voucher && {
      kind: voucher.kind,
      benefit: voucher.benefit,
      cost: voucher.cost,
      days: giftDays ?? 1,
    },
    words: { ...words },
  };
};
