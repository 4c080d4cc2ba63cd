import { access, constants, readdir, readFile } from 'node:fs/promises';
import type { Systeminformation } from 'systeminformation';
import { type Clock, systemClock } from './clock.ts';

/** A removable drive that is plugged in and mounted. */
export interface Drive {
  /** Where it is mounted; its name as long as it is plugged in. */
  readonly path: string;
  /** What its owner called it, else what the system calls it. */
  readonly label: string;
}

export interface PluggedDrive extends Drive {
  /** When this program first saw it. */
  readonly pluggedSince: number;
}

/** The removable drives of this computer, as they come and go. */
export interface DriveWatch {
  /** As last looked, without a look. */
  readonly drives: readonly PluggedDrive[];
  /** Looks now; never throws. */
  look(): Promise<readonly PluggedDrive[]>;
  /** Tells of each drive that comes after the first look. @returns ends the telling */
  onPlugged(listener: (drive: PluggedDrive) => void): () => void;
  close(): void;
}

export interface DriveWatchOptions {
  readonly everyMs?: number;
  /** What is plugged in now; the system's own list unless told. */
  readonly list?: () => Promise<readonly Drive[]>;
  readonly clock?: Clock;
}

const usualEveryMs = 3_000;

/** Where systems mount what people plug in themselves. */
const mountedByPeople = /^\/(media|run\/media|Volumes)\//;

/** Whether a device is something one takes along: a stick, a card, a disk on a cable. Pure. */
export function isTakenAlong(
  device: Pick<Systeminformation.BlockDevicesData, 'mount' | 'removable' | 'protocol' | 'type' | 'fsType'>,
): boolean {
  const { mount, removable, protocol, type, fsType } = device;
  if (!mount || mount === '/' || mount.startsWith('/boot') || mount.startsWith('[')) return false;
  if (type === 'rom' || fsType === 'iso9660' || fsType === 'udf' || fsType === 'squashfs') return false;
  return removable || /usb/i.test(protocol) || (type !== 'loop' && mountedByPeople.test(mount));
}

/** Removable drives that are mounted, asked from the system. */
async function removableDrives(): Promise<readonly Drive[]> {
  const { blockDevices } = await import('systeminformation');
  const devices: readonly Systeminformation.BlockDevicesData[] | null = await blockDevices();
  return (devices ?? []).filter(isTakenAlong).map(({ mount, label, model, name }) => ({
    path: process.platform === 'win32' && /^[a-z]:$/i.test(mount) ? `${mount}\\` : mount,
    label: label || model || name,
  }));
}

const driveLetters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * A text that changes when something is mounted or taken away, for next to nothing: asking the system for its devices
 * starts other programs, which is not to happen every few seconds beside a till.
 */
async function mountsText(): Promise<string> {
  if (process.platform === 'linux') return readFile('/proc/self/mounts', 'utf8');
  if (process.platform === 'darwin') return (await readdir('/Volumes')).sort().join('\n');
  const there = await Promise.all(
    driveLetters.map((letter) =>
      access(`${letter}:\\`, constants.F_OK).then(
        () => letter,
        () => '',
      ),
    ),
  );
  return there.join('');
}

/** The system's list, asked anew only when a mount has changed. */
function systemList(): () => Promise<readonly Drive[]> {
  let seen: string | null = null;
  let known: readonly Drive[] = [];
  return async () => {
    const text = await mountsText().catch(() => null);
    if (text !== null && text === seen) return known;
    known = await removableDrives();
    seen = text;
    return known;
  };
}

class WatchedDrives implements DriveWatch {
  readonly #list: () => Promise<readonly Drive[]>;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  readonly #listeners = new Set<(drive: PluggedDrive) => void>();
  #drives: readonly PluggedDrive[] = [];
  #looking: Promise<readonly PluggedDrive[]> | null = null;
  #hasLooked = false;
  #isClosed = false;

  constructor({ everyMs = usualEveryMs, list = systemList(), clock = systemClock }: DriveWatchOptions) {
    this.#list = list;
    this.#clock = clock;
    this.#timer = setInterval(() => void this.look(), everyMs);
    this.#timer.unref();
    void this.look();
  }

  get drives(): readonly PluggedDrive[] {
    return this.#drives;
  }

  look(): Promise<readonly PluggedDrive[]> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<readonly PluggedDrive[]> {
    const found = await this.#list().catch(() => null);
    // A list that could not be had says nothing about what is plugged in.
    if (found === null || this.#isClosed) return this.#drives;
    const before = new Map(this.#drives.map((drive) => [drive.path, drive]));
    const now = this.#clock.now();
    this.#drives = found.map(({ path, label }) => {
      const known = before.get(path);
      return known?.label === label ? known : { path, label, pluggedSince: now };
    });
    const fresh = this.#drives.filter((drive) => before.get(drive.path) !== drive);
    const isFirst = !this.#hasLooked;
    this.#hasLooked = true;
    if (!isFirst) for (const drive of fresh) for (const listener of this.#listeners) listener(drive);
    return this.#drives;
  }

  onPlugged(listener: (drive: PluggedDrive) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#listeners.clear();
  }
}

/** Looks every few seconds for removable drives, without disturbing the till. */
export function watchDrives(options: DriveWatchOptions = {}): DriveWatch {
  return new WatchedDrives(options);
}
