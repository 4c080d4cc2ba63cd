import * as z from 'zod';
import { consentPurposes } from '../domain/consent/consent.ts';
import { largestAmount } from '../domain/money/largest-amount.ts';

/** Record id: a safe integer, unique across tills (till number x 2^40 + counter). */
export const id = z.int().positive();

/** Made by the screen once per intended write; the same id again is the same write. */
export const requestId = z.string().min(8).max(64);

/** Digits as typed; whether they may be a PIN is told by the failure, not by the shape. */
export const pinDigits = z.string().regex(/^\d{1,12}$/);

/** A day of the shop's calendar, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Moment in epoch milliseconds UTC. */
export const moment = z.int();

/** Money in integer minor units, never negative. */
export const amount = z.int().min(0).max(largestAmount);

/** Money in integer minor units that may be negative (reversals, differences). */
export const signedAmount = z.int();

/** Trimmed single-line text the user typed; control characters are refused. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);

/** Trimmed text of several lines. */
export const text = (max: number) => z.string().trim().max(max);

/** What customers are asked to agree to. */
export const consentPurpose = z.enum(consentPurposes);

export const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
