import type { RecordedRestore } from '../../backups/backup-record.ts';
import type { OpenFailureCode } from '../../db/open-database.ts';
import type { Safety } from '../../safety.ts';
import type { OpenShop } from '../open-shop.ts';

/** What takes the place of the shop's file, and what becomes of the one of before. */
export interface Replacement {
  /** A checked file of the newest schema that nobody has open; it is moved. */
  readonly file: string;
  /** Name in `backups/` under which the file of before is kept. */
  readonly aside: string;
  /** False where there was nothing worth keeping. */
  readonly keepAside: boolean;
  /** Put on record when the new file is open. */
  readonly entry: RecordedRestore;
}

/** The program around a restore: it lives also without an open shop. */
export interface RestoreDesk {
  readonly dataDir: string;
  readonly safety: Safety;
  /** The open shop, set up or not; null where the file cannot be opened. */
  readonly shop: () => OpenShop | null;
  /** Why it cannot be opened. */
  readonly failure: () => OpenFailureCode | null;
  /**
   * Closes everything that has the shop's file open, puts another one in its place and opens that.
   * @throws what the file system reports or OpenRefused; the file of before is then in place and open
   */
  readonly replace: (replacement: Replacement) => Promise<void>;
  /** One restore at a time; the same request again waits for the first one. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}
