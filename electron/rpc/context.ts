import type { SystemState } from '#shared/contract/system.ts';
import type { Logger } from '../platform/logger.ts';
import type { Safety } from '../safety.ts';
import type { PrintPage } from '../services/exports/page-pdf.ts';
import type { OpenShop } from '../services/open-shop.ts';
import type { RestoreDesk } from '../services/restore/restore-desk.ts';
import type { StaffSession } from '../services/staff/session.ts';
import type { TrainingDesk } from '../services/training/training-desk.ts';

/** What every call gets. */
export interface RpcContext {
  /** Of the screen that calls; null for the program's own calls, which nobody has to sign in for. */
  readonly session: StaffSession | null;
  /** The shop, or the training while that is on. @throws Failure ShopNotReady when its file could not be opened */
  readonly shop: () => OpenShop;
  readonly systemState: () => SystemState;
  /** Resolves when nothing is being opened or replaced. */
  readonly settled: () => Promise<void>;
  /** Backups of this computer; answered also without an open shop. */
  readonly safety: Safety;
  readonly training: TrainingDesk;
  readonly restore: RestoreDesk;
  readonly retryOpen: () => Promise<SystemState>;
  /** Prints the window's page as a PDF; null in the browser host, which has no window. */
  readonly printPage: PrintPage | null;
  readonly logger: Logger;
}
