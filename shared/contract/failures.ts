import * as z from 'zod';
import { amount, id } from './schema.ts';

/**
 * Coded failures of the contract. The code and its data are all that crosses the wire;
 * the sentence is made on the screen from the `failures` resources.
 */
export const failures = {
  NotFound: {
    status: 404,
    data: z.object({
      what: z.enum([
        'customer',
        'visit',
        'item',
        'reward',
        'staff',
        'import',
        'programme',
        'voucher',
        'segment',
        'monthClose',
        'followUp',
        'campaign',
        'pause',
        'interest',
        'tag',
        'careNote',
      ]),
      id,
    }),
  },
  ShopNotReady: { status: 409, data: z.object({ state: z.enum(['firstRun', 'failed']) }) },
  AlreadySetUp: { status: 409 },
  AmountRequired: { status: 422 },
  InsufficientBalance: { status: 422, data: z.object({ unitId: id, balance: z.int(), price: z.int() }) },
  RewardNotAvailable: {
    status: 422,
    data: z.object({
      rewardId: id,
      obstacle: z.enum(['inactive', 'notYet', 'over', 'soldOut', 'tier', 'notNew', 'balance']),
    }),
  },
  /** Rules that contradict themselves or would strand what people hold. */
  ProgrammeBlocked: { status: 422, data: z.object({ codes: z.array(z.string()) }) },
  VoucherNotUsable: {
    status: 422,
    data: z.object({
      code: z.string(),
      why: z.enum(['unknown', 'used', 'expired', 'void', 'otherCustomer']),
    }),
  },
  BudgetExceeded: { status: 422, data: z.object({ kind: z.enum(['surprise', 'recovery']), left: amount }) },
  /** Merged already, or not merged any more. */
  NotMergeable: { status: 409, data: z.object({ customerId: id }) },
  NotRefundable: { status: 422, data: z.object({ visitId: id, left: amount }) },
  CustomerRequired: { status: 422 },
  CardTaken: { status: 409, data: z.object({ code: z.string(), customerId: id, name: z.string() }) },
  InvalidCard: { status: 422, data: z.object({ code: z.string() }) },
  InvalidPhone: { status: 422, data: z.object({ phone: z.string() }) },
  InvalidValue: { status: 422, data: z.object({ field: z.string() }) },
  AlreadyUndone: { status: 409, data: z.object({ visitId: id }) },
  UndoExpired: { status: 409, data: z.object({ visitId: id }) },
  SameCustomer: { status: 409, data: z.object({ customerId: id }) },
  RequestIdReused: { status: 409 },
  TooManyLines: { status: 422, data: z.object({ max: amount }) },
  UnreadableFile: {
    status: 422,
    data: z.object({ why: z.enum(['empty', 'notText', 'notWorkbook', 'noColumns', 'tooLarge']) }),
  },
  MissingColumn: { status: 422, data: z.object({ column: z.string() }) },
  /** The month has not ended yet, or it is closed already. */
  MonthNotClosable: {
    status: 409,
    data: z.object({ month: z.string(), why: z.enum(['notOver', 'closed']) }),
  },
  /** Steps before the close that are neither done nor left out with a reason. */
  StepsOpen: { status: 422, data: z.object({ steps: z.array(z.string()) }) },
  /** The step cannot be left out, or is not done by looking at it. */
  StepNotSettled: { status: 422, data: z.object({ step: z.string() }) },
  /** Only the close in force can be opened again, once. */
  MonthNotReopenable: { status: 409, data: z.object({ number: z.int() }) },
  OwnerOnly: { status: 403 },
  /** Nobody is signed in on this screen. */
  Locked: { status: 403 },
  /** Not for this role, whoever would approve. */
  NotAllowed: { status: 403 },
  /** It would reach beyond the training, in which the screens are. */
  NotInTraining: { status: 409 },
  /** Somebody of this role or higher can allow this one call; it is then sent again as it was. */
  ApprovalNeeded: { status: 403, data: z.object({ askId: z.string(), by: z.enum(['manager', 'owner']) }) },
  ApprovalGone: { status: 410 },
  /** `left`: tries before the waits begin. */
  PinWrong: { status: 422, data: z.object({ left: z.int() }) },
  PinWait: { status: 429, data: z.object({ seconds: z.int() }) },
  /** Easy to guess, or somebody else's: which, is not said. */
  PinNotUsable: { status: 422 },
  /** A staff card or a recovery code that opens nothing. */
  CodeWrong: { status: 422 },
  /** The first PIN is the owner's. */
  OwnerFirst: { status: 409 },
  /** Somebody must be left who may do everything. */
  LastOwner: { status: 409 },
  SeveralPeople: { status: 409 },
  TagNameTaken: { status: 409, data: z.object({ name: z.string() }) },
  /** A filter that cannot mean what its author wants; the path leads to the condition. */
  SegmentNotUsable: {
    status: 422,
    data: z.object({ problems: z.array(z.object({ path: z.array(z.int()), what: z.string() })) }),
  },
  /** Only what was not started can be changed, started or taken away; only what runs can be stopped. */
  CampaignNotOpen: { status: 409, data: z.object({ campaignId: id, state: z.string() }) },
  /** A campaign without anybody who may be turned to, or an experiment with an arm that would be empty. */
  NobodyToTurnTo: { status: 422, data: z.object({ people: z.int() }) },
  /** Gifts are issued at the start of a campaign, and the till must not wait for so many. */
  TooManyGifts: { status: 422, data: z.object({ gifts: z.int(), max: z.int() }) },
  TooManyRows: { status: 422, data: z.object({ rows: z.int(), max: z.int() }) },
  ExportGone: { status: 410 },
  /** Only the desktop app has a window of its own to print. */
  OnlyInTheWindow: { status: 409 },
  BackupFailed: {
    status: 500,
    data: z.object({
      why: z.enum([
        'diskFull',
        'readOnly',
        'check',
        'gone',
        'nameTooLong',
        'localDiskFull',
        'busy',
        'unknown',
      ]),
    }),
  },
  /** The backup cannot be gone back to; nothing here was changed. */
  BackupRefused: {
    status: 422,
    data: z.object({
      why: z.enum([
        'notABackup',
        'damaged',
        'truncated',
        'newerSchema',
        'passphraseNeeded',
        'wrongPassphrase',
        'otherShop',
        'gone',
      ]),
      hint: z.string(),
      fileSchema: z.int().nullable(),
    }),
  },
  /** The restore did not happen: the shop's file is the one of before. */
  RestoreFailed: {
    status: 500,
    data: z.object({ why: z.enum(['diskFull', 'readOnly', 'nothingToGoBackTo', 'unknown']) }),
  },
  DiskFull: { status: 507 },
  ReadOnly: { status: 500 },
  Unknown: { status: 500, data: z.object({ errorId: z.string() }) },
} as const;

/** What any call on the shop may answer with. */
export const callFailures = {
  ShopNotReady: failures.ShopNotReady,
  Locked: failures.Locked,
  NotAllowed: failures.NotAllowed,
  ApprovalNeeded: failures.ApprovalNeeded,
  NotInTraining: failures.NotInTraining,
  Unknown: failures.Unknown,
};

/** What any write may answer with beside its own failures. */
export const writeFailures = { ...callFailures, DiskFull: failures.DiskFull, ReadOnly: failures.ReadOnly };

/** The same for writes that compare a repeated request with the one that was written. */
export const onceFailures = { ...writeFailures, RequestIdReused: failures.RequestIdReused };

export type FailureCode = keyof typeof failures;
