import type { SystemState } from '#shared/contract/system.ts';
import type { Logger } from '../platform/logger.ts';
import type { OpenShop } from '../services/open-shop.ts';

/** What every call gets. */
export interface RpcContext {
  /** @throws Failure ShopNotReady when the shop's file could not be opened */
  readonly shop: () => OpenShop;
  readonly systemState: () => SystemState;
  readonly retryOpen: () => Promise<SystemState>;
  readonly logger: Logger;
}
