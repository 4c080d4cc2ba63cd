import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { failureSentence, isNoAnswer, toFailure } from '#renderer/src/api/failure-sentence.ts';
import { type FailureCode, failures } from '#shared/contract/failures.ts';
import { languages } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';

const codes = Object.keys(failures) as FailureCode[];

/** Data of every kind a failure may carry: one set for each value of its enumerations. */
const dataOf = (code: FailureCode): Record<string, unknown>[] => {
  const entry = failures[code];
  if (!('data' in entry)) return [{}];
  let sets: Record<string, unknown>[] = [{}];
  for (const [field, schema] of Object.entries(entry.data.shape)) {
    const values =
      schema instanceof z.ZodEnum ? schema.options : schema instanceof z.ZodString ? ['abc'] : [7];
    sets = sets.flatMap((set) => values.map((value) => ({ ...set, [field]: value })));
  }
  return sets;
};

const cases = languages.flatMap((language) =>
  codes.flatMap((code) => dataOf(code).map((data) => ({ language, code, data }))),
);

beforeAll(async () => {
  await i18next.init({ resources, lng: 'en', interpolation: { escapeValue: false } });
});

const sentenceOf = (error: unknown, language: string = 'en'): string =>
  failureSentence(i18next.getFixedT(language, 'failures'), error);

describe('failureSentence', () => {
  it.each(cases)('says $code $data in $language', ({ language, code, data }) => {
    const sentence = sentenceOf(new ORPCError(code, { data }), language);
    expect(sentence).not.toContain('{{');
    expect(sentence).not.toContain(code === 'Unknown' ? 'Unknown.' : code);
    expect(sentence).toMatch(/^\p{Lu}.*[.]/u);
    if (code !== 'Unknown') {
      expect(sentence).not.toBe(sentenceOf(new ORPCError('Unknown', { data }), language));
    }
  });

  it('names the log entry of an unknown failure', () => {
    const error = new ORPCError('Unknown', { data: { errorId: 'e-42' } });
    expect(sentenceOf(error)).toContain('e-42');
  });

  it('has a sentence for a code it has never heard of', () => {
    expect(sentenceOf(new ORPCError('SomethingNew'))).toContain('on our side');
  });

  it('names the field of a refused value in words', () => {
    const error = new ORPCError('InvalidValue', { data: { field: 'timeZone' } });
    expect(sentenceOf(error)).toContain('time zone');
    expect(sentenceOf(error, 'fi')).toContain('aikavyöhyke');
    const foreign = new ORPCError('InvalidValue', { data: { field: 'colour' } });
    expect(sentenceOf(foreign)).toContain('colour');
  });

  it('says what became of the connection', () => {
    expect(sentenceOf(new TypeError('Failed to fetch'))).toContain('does not answer');
    expect(sentenceOf(new ORPCError('UNAUTHORIZED'))).toContain('without its key');
    expect(sentenceOf(new ORPCError('PAYLOAD_TOO_LARGE'))).toContain('at once');
    expect(sentenceOf(new DOMException('aborted', 'AbortError'))).toContain('Stopped');
  });
});

describe('toFailure', () => {
  it('tells an answer from none', () => {
    expect(isNoAnswer(new TypeError('Failed to fetch'))).toBe(true);
    expect(isNoAnswer(new ORPCError('DiskFull'))).toBe(false);
    expect(isNoAnswer(new DOMException('aborted', 'AbortError'))).toBe(false);
  });

  it('keeps the data of a coded failure', () => {
    const error = new ORPCError('InsufficientBalance', { data: { balance: 3, price: 10 } });
    expect(toFailure(error)).toEqual({ code: 'InsufficientBalance', data: { balance: 3, price: 10 } });
  });
});
