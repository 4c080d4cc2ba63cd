import { describe, expect, it } from 'vitest';
import { attentionOf, lowDiskBytes, type SafetyFacts } from '#shared/domain/backup/attention.ts';
import { addDays, businessDayAt } from '#shared/domain/business-day/business-day.ts';

const calendar = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 2, 10, 10);
const today = businessDayAt(now, calendar);

const calm: SafetyFacts = {
  now,
  calendar,
  shopCreatedAt: now - 300 * day,
  hasData: true,
  lastBackupAt: now - day,
  reminderDays: 3,
  pluggedSince: [],
  freeBytes: 10_000_000_000,
  databaseBytes: 20_000_000,
  clockWasAt: null,
  newestDay: today,
  drill: { at: now - 10 * day, sound: true },
};

describe('what is pointed out', () => {
  it('is nothing in a shop that is well kept', () => expect(attentionOf(calm)).toEqual([]));

  it.each<[string, Partial<SafetyFacts>]>([
    ['neverBackedUp', { lastBackupAt: null }],
    ['backupOld', { lastBackupAt: now - 3 * day - 1 }],
    ['backupOld', { lastBackupAt: now + 3 * day + 1 }],
    ['stickOvernight', { pluggedSince: [now - hour, now - 9 * hour] }],
    ['lowDisk', { freeBytes: 199_999_999 }],
    ['lowDisk', { freeBytes: 2_999_999_999, databaseBytes: 1_000_000_000 }],
    ['clockMovedBack', { clockWasAt: now + hour }],
    ['dayInFuture', { newestDay: addDays(today, 1) }],
    ['drillFailed', { drill: { at: now - day, sound: false } }],
    ['drillOld', { drill: { at: now - 40 * day - 1, sound: true } }],
    ['drillOld', { drill: { at: now + 40 * day + 1, sound: true } }],
    ['drillOld', { drill: null }],
  ])('%s where %j', (attention, facts) => expect(attentionOf({ ...calm, ...facts })).toEqual([attention]));

  it.each<[string, Partial<SafetyFacts>]>([
    ['an empty shop has nothing to lose', { lastBackupAt: null, hasData: false, drill: null }],
    ['a backup of exactly three days', { lastBackupAt: now - 3 * day }],
    ['a stick of this business day', { pluggedSince: [now - 5 * hour] }],
    ['room that the system does not tell', { freeBytes: null }],
    ['a clock set right by a little', { clockWasAt: now + 5 * 60_000 }],
    ['a young shop without a drill', { drill: null, shopCreatedAt: now - 39 * day }],
    ['no check-ins', { newestDay: null }],
  ])('is nothing for %s', (_what, facts) => expect(attentionOf({ ...calm, ...facts })).toEqual([]));

  it('comes with the most pressing first', () => {
    const all = attentionOf({
      ...calm,
      freeBytes: 0,
      lastBackupAt: null,
      drill: null,
      clockWasAt: now + day,
    });
    expect(all).toEqual(['lowDisk', 'clockMovedBack', 'neverBackedUp', 'drillOld']);
  });

  it('asks for three times a large file, and 200 MB at least', () => {
    expect([lowDiskBytes(0), lowDiskBytes(100_000_000)]).toEqual([200_000_000, 300_000_000]);
  });
});
