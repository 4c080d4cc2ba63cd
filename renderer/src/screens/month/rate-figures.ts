import type { CohortFigures } from '#shared/contract/reports.ts';

/** A share of people as the reports give it. */
export type RateFigures = CohortFigures['columns'][number]['rate'];
