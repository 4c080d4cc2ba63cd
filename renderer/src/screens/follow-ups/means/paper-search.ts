import { type FollowUpReason, followUpReasons } from '#shared/domain/follow-ups/reasons.ts';

export const paperKinds = ['list', 'cards', 'letters', 'labels'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What is printed, and for whom: one person, or everybody who is left on today's list. */
export interface PaperSearch {
  readonly what?: PaperKind;
  readonly customer?: number;
  readonly reason?: FollowUpReason;
}

/** The address of the print page; whatever is not understood is left out. */
export const readPaperSearch = (search: Record<string, unknown>): PaperSearch => {
  const what = paperKinds.find((kind) => kind === search.what);
  const reason = followUpReasons.find((one) => one === search.reason);
  const customer = Number.isSafeInteger(search.customer) ? Number(search.customer) : null;
  return {
    ...(what === undefined ? {} : { what }),
    ...(customer === null || customer <= 0 ? {} : { customer }),
    ...(reason === undefined ? {} : { reason }),
  };
};
