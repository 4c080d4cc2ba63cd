import type { ReportsClient } from '../reports/reports-client.ts';

/** Whoever answers reports: the worker itself, or what remembers its answers. */
export type ReportsAsked = Pick<ReportsClient, 'ask'>;
