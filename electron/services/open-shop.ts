import type { ReportCache } from '../reports/report-cache.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { ShopBackups } from './backups/shop-backups.ts';
import type { ExportShelf } from './exports/export-shelf.ts';
import type { CustomerSearch } from './search-customers.ts';
import type { ShopContext } from './shop-context.ts';

/** The open shop and what belongs to it. */
export interface OpenShop {
  readonly ctx: ShopContext;
  readonly search: CustomerSearch;
  readonly reports: ReportsClient;
  /** The same, remembering what it has answered until the next write. */
  readonly figures: ReportCache;
  readonly backups: ShopBackups;
  /** Exports that wait to be fetched. */
  readonly exports: ExportShelf;
  readonly dataDir: string;
  readonly databaseFile: string;
}
