import type { SystemState } from '#shared/contract/system.ts';
import type { Logger } from '../platform/logger.ts';
import type { PrintPage } from '../services/exports/page-pdf.ts';
import type { OpenShop } from '../services/open-shop.ts';

/** What every call gets. */
export interface RpcContext {
  /** @throws Failure ShopNotReady when the shop's file could not be opened */
  readonly shop: () => OpenShop;
  readonly systemState: () => SystemState;
  readonly retryOpen: () => Promise<SystemState>;
  /** Prints the window's page as a PDF; null in the browser host, which has no window. */
  readonly printPage: PrintPage | null;
  readonly logger: Logger;
}
