import type { FrequencyFigures } from '#shared/contract/reports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type Frequency, frequencyOf, type Period, previousPeriod } from '#shared/domain/retention/index.ts';
import { changeOfMean, changeOfShare } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf } from './cohort-query.ts';
import { totalsPerCustomer } from './customer-totals.ts';
import { customersAsOf } from './customers-as-of.ts';

/** A period and today's business day. */
export interface SpanQuestion extends Period {
  readonly today: BusinessDay;
}

async function frequencyIn(db: ReadDb, period: Period): Promise<Frequency> {
  return frequencyOf((await totalsPerCustomer(db, period)).map((one) => one.visits));
}

const withoutSums = ({ sums: _, ...figures }: Frequency) => figures;

/** How often people came, in a period and over the whole history up to its end. */
export async function frequencyFigures(db: ReadDb, question: SpanQuestion): Promise<FrequencyFigures> {
  const now = await frequencyIn(db, question);
  const before = await frequencyIn(db, previousPeriod(question));
  const everybody = await customersAsOf(db, endOf({ to: question.end, today: question.today }));
  return {
    period: withoutSums(now),
    whole: withoutSums(frequencyOf(everybody.map((one) => one.visits))),
    meanChange: changeOfMean(now.sums, before.sums),
    repeatChange: changeOfShare(now.repeat, before.repeat),
  };
}
