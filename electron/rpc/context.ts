import type { SystemState } from '#shared/contract/system.ts';
import type { Logger } from '../platform/logger.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { BackupPlace } from '../services/backups.ts';
import type { CustomerSearch } from '../services/search-customers.ts';
import type { ShopContext } from '../services/shop-context.ts';

/** The open shop and what belongs to it. */
export interface OpenShop {
  readonly ctx: ShopContext;
  readonly search: CustomerSearch;
  readonly reports: ReportsClient;
  readonly backups: BackupPlace;
  readonly dataDir: string;
  readonly databaseFile: string;
}

/** What every call gets. */
export interface RpcContext {
  /** @throws Failure ShopNotReady when the shop's file could not be opened */
  readonly shop: () => OpenShop;
  readonly systemState: () => SystemState;
  readonly retryOpen: () => Promise<SystemState>;
  readonly logger: Logger;
}
