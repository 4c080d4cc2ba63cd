import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures, writeFailures } from './failures.ts';
import { amount, id, line, moment, pinDigits as pin, requestId } from './schema.ts';

export const staffRole = z.enum(['owner', 'manager', 'staff']);

const rights = {
  /** Largest sum given on the spot without asking, minor units; null = any. */
  giveLimit: amount.nullable(),
  /** Whether they may undo check-ins of others and of earlier days. */
  undoAll: z.boolean(),
};

const person = { staffId: id, name: z.string(), role: staffRole };

export const staffDoor = z.object({
  /** False while the owner has no PIN: nobody signs in, everything is the owner's. */
  pinsOn: z.boolean(),
  /** Who is signed in on this screen; null while it is locked, and without PINs. */
  signedIn: z.object({ ...person, ...rights }).nullable(),
  people: z.array(
    z.object({
      ...person,
      /** Digits of their PIN; null while they have none. */
      digits: z.int().nullable(),
      /** Whether they have a staff card. */
      badge: z.boolean(),
      /** Signed in today, on whatever screen. */
      onDuty: z.boolean(),
    }),
  ),
  lastStaffId: id.nullable(),
  lastBackupAt: moment.nullable(),
});

export const staffMember = z.object({
  ...person,
  ...rights,
  active: z.boolean(),
  leftAt: moment.nullable(),
  hasPin: z.boolean(),
  badge: z.boolean(),
  /** Their own entry among the customers, where one was named. */
  customer: z.object({ customerId: id, name: z.string() }).nullable(),
});

const people = z.object({
  people: z.array(staffMember),
  /** What somebody new at the till may give on the spot, minor units. */
  usualGiveLimit: amount,
});

const { CodeWrong, LastOwner, NotFound, OwnerFirst, PinNotUsable, PinWait, PinWrong } = failures;

export const staff = {
  /** Who can sign in and who has; nothing of customers, answered also while locked. */
  door: oc.errors(callFailures).output(staffDoor),
  signIn: oc
    .errors({ ...writeFailures, PinWait, PinWrong })
    .input(z.object({ staffId: id, pin }))
    .output(staffDoor),
  /** By a scanned staff card; a scanner's keys can be read in more than one way. */
  signInWithBadge: oc
    .errors({ ...writeFailures, CodeWrong, PinWait })
    .input(z.object({ codes: z.array(z.string().max(64)).min(1).max(6) }))
    .output(staffDoor),
  /** The owner's way in by the printed code: sets a new PIN and makes a new code. */
  recover: oc
    .errors({ ...writeFailures, CodeWrong, PinWait, PinNotUsable })
    .input(z.object({ code: z.string().max(64), pin }))
    .output(z.object({ door: staffDoor, recoveryCode: z.string() })),
  lock: oc.errors(callFailures).output(staffDoor),
  /** Allows the one call that was refused with ApprovalNeeded and this id; it is then sent again as it was. */
  approve: oc
    .errors({ ...writeFailures, ApprovalGone: failures.ApprovalGone, PinWait, PinWrong })
    .input(z.object({ askId: z.string().max(64), staffId: id, pin }))
    .output(z.object({ approved: z.literal(true) })),
  list: oc.errors(callFailures).output(people),
  add: oc
    .errors({ ...onceFailures, PinNotUsable, OwnerFirst })
    .input(
      z.object({
        requestId,
        name: line(80).min(1),
        role: staffRole,
        /** Null: somebody who does not sign in yet. */
        pin: pin.nullable(),
        giveLimit: rights.giveLimit.optional(),
        undoAll: rights.undoAll.optional(),
      }),
    )
    .output(people),
  change: oc
    .errors({ ...onceFailures, NotFound, LastOwner })
    .input(
      z.object({
        requestId,
        staffId: id,
        name: line(80).min(1).optional(),
        role: staffRole.optional(),
        active: z.boolean().optional(),
        /** Their own entry among the customers; null = none. */
        customerId: id.nullable().optional(),
        giveLimit: rights.giveLimit.optional(),
        undoAll: rights.undoAll.optional(),
      }),
    )
    .output(people),
  /** Sets somebody's PIN. The owner's first one switches signing in on and comes with the recovery code. */
  setPin: oc
    .errors({ ...writeFailures, NotFound, PinNotUsable, OwnerFirst })
    .input(z.object({ staffId: id, pin }))
    .output(z.object({ door: staffDoor, recoveryCode: z.string().nullable() })),
  changeOwnPin: oc
    .errors({ ...writeFailures, PinWait, PinWrong, PinNotUsable })
    .input(z.object({ current: pin, pin }))
    .output(staffDoor),
  /** A new staff card to print; the code is told this once. */
  newBadge: oc
    .errors({ ...writeFailures, NotFound, OwnerFirst })
    .input(z.object({ staffId: id }))
    .output(z.object({ code: z.string(), name: z.string() })),
  removeBadge: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, staffId: id }))
    .output(people),
  newRecoveryCode: oc.errors({ ...writeFailures, OwnerFirst }).output(z.object({ recoveryCode: z.string() })),
  /** For a shop in which one person works. */
  turnPinsOff: oc.errors({ ...writeFailures, SeveralPeople: failures.SeveralPeople }).output(staffDoor),
};

export type StaffDoor = z.infer<typeof staffDoor>;
export type StaffMember = z.infer<typeof staffMember>;
export type StaffList = z.infer<typeof people>;
