import { makeRoomInLog } from './log-room.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The write-ahead log is emptied when the till has been quiet for so long. */
const quietMs = 2_000;

/**
 * Pages of the log (of 4 KiB each: 64 MB) at which it is moved even though the till is not quiet. So many, because each page
 * that is moved keeps the disk from a check-in for a moment, and a page that is written often is moved only once: what a
 * busy hour or the look at fifty thousand customers writes fits in.
 */
export const longLog = 16_384;

/** Pages that the thread of the till moves itself: as many as a few check-ins leave, in two or three milliseconds. */
const fewPages = 500;

/**
 * Has the log moved by another thread and begun anew. It is written from its beginning again only when all of it was moved
 * at the moment of a write, and a till that never pauses always has something in it that came meanwhile: then the one thread
 * that writes moves the rest.
 */
export async function shortenLog(
  work: UnitOfWork,
  move: () => Promise<void>,
  long: number = longLog,
): Promise<void> {
  await move();
  const { pages, left } = work.log();
  if (pages >= long && left > 0 && left <= fewPages) await work.moveLog();
}

/**
 * Has the write-ahead log moved into the file: in idle time, never inside a check-in, and by another thread, because whoever
 * moves it waits for the disk. A till that is never quiet has it moved when it is long. Its file is made long beforehand, so
 * that no check-in waits for it to grow.
 */
export class LogKeeper {
  readonly #work: UnitOfWork;
  readonly #move: () => Promise<void>;
  readonly #report: (error: unknown) => void;
  readonly #long: number;
  readonly #timer: NodeJS.Timeout;
  #seen = 0;
  #done = 0;
  #moving = false;
  #stopped = false;
  #room: Promise<void> | null = null;

  /**
   * @param move moves the log, in a thread of its own
   * @param report is told when the log could not be moved or made longer: no write is lost by that
   * @param long pages at which it is moved although the till is not quiet
   */
  constructor(
    work: UnitOfWork,
    move: () => Promise<void>,
    report: (error: unknown) => void,
    long: number = longLog,
  ) {
    this.#work = work;
    this.#move = move;
    this.#report = report;
    this.#long = long;
    this.#timer = setInterval(() => void this.#look(), quietMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    this.#room ??= makeRoomInLog(this.#work, this.#long, () => !this.#stopped).catch((error: unknown) => {
      if (!this.#stopped) this.#report(error);
    });
    if (this.#moving) return;
    const version = this.#work.dataVersion;
    const quiet = version === this.#seen && version !== this.#done;
    this.#seen = version;
    this.#moving = true;
    try {
      const long = this.#work.log().left >= this.#long;
      if (!quiet && !long) return;
      // Also when it fails: a disk that is away is not asked again before there is something new.
      this.#done = version;
      await shortenLog(this.#work, this.#move, this.#long);
    } catch (error) {
      if (!this.#stopped) this.#report(error);
    } finally {
      this.#moving = false;
    }
  }

  /** Resolves when the log's file is not held any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#room;
  }
}
