import { clockToleranceMs } from '#shared/domain/backup/attention.ts';
import type { Safety } from '../../safety.ts';

/** How often the present moment is put on record. */
const recordMs = 10 * 60_000;

/**
 * Notices a clock that was set back: compares each look with the latest moment seen before, also in an earlier run of the
 * program. What was seen is overwritten by the clock as it is, so that a clock which was wrong once is not held against
 * the right one for ever.
 */
export class ClockWatch {
  readonly #safety: Safety;
  #latest: number | null;
  #wasAt: number | null = null;

  constructor(safety: Safety) {
    this.#safety = safety;
    this.#latest = safety.record.settings().lastSeenAt;
  }

  /** The moment the clock had reached before it was set back; null while it has not been, or has passed it again. */
  get wasAt(): number | null {
    return this.#wasAt;
  }

  look(): void {
    const { clock, record, logger } = this.#safety;
    const now = clock.now();
    if (this.#latest !== null && now < this.#latest - clockToleranceMs) {
      logger.warn('the clock was set back', { from: this.#latest, to: now });
      this.#wasAt = Math.max(this.#latest, this.#wasAt ?? 0);
    }
    if (this.#wasAt !== null && now >= this.#wasAt) this.#wasAt = null;
    this.#latest = now;
    const recorded = record.settings().lastSeenAt;
    if (recorded !== null && Math.abs(now - recorded) < recordMs) return;
    try {
      record.changeSettings({ lastSeenAt: now });
    } catch (error) {
      logger.warn('the moment could not be put on record', { error });
    }
  }
}
