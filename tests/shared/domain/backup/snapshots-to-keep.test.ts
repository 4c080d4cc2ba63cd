import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptSnapshots,
  type Snapshot,
  snapshotReasons,
  snapshotsToKeep,
} from '#shared/domain/backup/snapshots-to-keep.ts';
import { businessDayAt, monthOf } from '#shared/domain/business-day/business-day.ts';
import { rounds } from '#tests/support/rounds.ts';

const calendar = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 2, 10, 10, 30);
const plenty = Number.MAX_SAFE_INTEGER;

const aSnapshot = (at: number, fields: Partial<Snapshot> = {}): Snapshot => ({
  name: `snapshot-${at}-${fields.why ?? 'start'}`,
  at,
  bytes: 1_000_000,
  why: 'start',
  proven: true,
  ...fields,
});
const kept = (snapshots: readonly Snapshot[], maxBytes = plenty) => {
  const names = snapshotsToKeep(snapshots, { now, calendar, maxBytes });
  return snapshots.filter(({ name }) => names.has(name));
};

describe('the snapshots that stay', () => {
  it('are, of today, the newest of every hour', () => {
    const today = [0, 10, 20, 70, 80, 140].map((minutes) => aSnapshot(now - minutes * 60_000));
    expect(kept(today)).toEqual([today[0], today[3], today[5]]);
  });

  it('are one a day for 14 days, one a week for 8, one a month for 24, of three years with three a day', () => {
    const all = Array.from({ length: 3 * 3 * 365 }, (_, index) => aSnapshot(now - index * 8 * hour));
    const stay = kept(all);
    const days = new Set(stay.map(({ at }) => businessDayAt(at, calendar)));
    const months = new Set(stay.map(({ at }) => monthOf(businessDayAt(at, calendar))));
    expect(months.size).toBe(keptSnapshots.months);
    // Three of the weeks and two of the months end within the fourteen days.
    expect(days.size).toBe(14 + (8 - 3) + (24 - 2));
    for (let back = 0; back < 14; back += 1) {
      expect(days).toContain(businessDayAt(now - back * day, calendar));
    }
    expect(days).not.toContain(businessDayAt(now - 95 * day, calendar));
  });

  it('are the last three before a migration however old', () => {
    const old = [1000, 1100, 1200, 1300].map((days) => aSnapshot(now - days * day, { why: 'migration' }));
    const newer = Array.from({ length: 40 }, (_, index) => aSnapshot(now - index * 30 * day));
    expect(kept([...old, ...newer]).filter(({ why }) => why === 'migration')).toEqual(old.slice(0, 3));
  });

  it('count days on which there is one: a shop that was closed for a season loses nothing', () => {
    const season = Array.from({ length: 14 }, (_, index) => aSnapshot(now - (200 + index) * day));
    expect(kept(season)).toEqual(season);
  });

  it('are the last that somebody asked for, whatever the program took by itself in the same hour', () => {
    const asked = aSnapshot(now - 2 * 60_000, { why: 'manual' });
    const earlier = aSnapshot(now - 9 * 60_000, { why: 'manual' });
    const broken = aSnapshot(now - 60_000, { why: 'manual', proven: false });
    const close = aSnapshot(now, { why: 'close' });
    expect(kept([close, broken, asked, earlier])).toEqual([close, asked]);
  });

  it('prefer, of the same day, one that was proven', () => {
    const [proven, newer] = [aSnapshot(now - day - hour), aSnapshot(now - day, { proven: false })];
    expect(kept([proven, newer])).toEqual([proven]);
  });

  it('give way, where there is no room, with the oldest hours first, and keep those before a migration longest', () => {
    const today = [0, 1, 2, 3].map((hours) => aSnapshot(now - hours * hour));
    const earlier = [1, 2].map((days) => aSnapshot(now - days * day));
    const migration = aSnapshot(now - 300 * day, { why: 'migration' });
    const all = [...today, ...earlier, migration];
    expect(kept(all, 5_000_000)).toEqual([today[0], today[1], ...earlier, migration]);
    expect(kept(all, 3_000_000)).toEqual([today[0], earlier[0], migration]);
    expect(kept(all, 1_000_000)).toEqual([today[0]]);
  });
});

const anySnapshots = fc.array(
  fc.record({
    at: fc.integer({ min: now - 900 * day, max: now + 3 * day }),
    bytes: fc.integer({ min: 0, max: 5_000_000 }),
    why: fc.constantFrom(...snapshotReasons),
    proven: fc.boolean(),
  }),
  { maxLength: 120 },
);

describe('whatever there is', () => {
  it('the newest proven one stays, and with room for it the bound is kept', () => {
    fc.assert(
      fc.property(anySnapshots, fc.integer({ min: 0, max: 60_000_000 }), (drawn, maxBytes) => {
        const all = drawn.map((fields, index) => aSnapshot(fields.at, { ...fields, name: `s${index}` }));
        const stay = kept(all, maxBytes);
        const proven = all.filter((one) => one.proven).sort((a, b) => b.at - a.at);
        if (proven[0]) expect(stay.map(({ at }) => at)).toContain(proven[0].at);
        const past = proven.find(({ at }) => at <= now);
        if (past) expect(stay.map(({ at }) => at)).toContain(past.at);
        const bytes = stay.reduce((sum, one) => sum + one.bytes, 0);
        expect(bytes <= maxBytes || stay.length <= 2).toBe(true);
        const most = 24 + keptSnapshots.days + keptSnapshots.weeks + keptSnapshots.months + 3 + 2 + 1;
        expect(stay.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: rounds(200) },
    );
  });

  it('the order in which a directory lists them does not matter, and a second look removes nothing more', () => {
    fc.assert(
      fc.property(anySnapshots, fc.integer({ min: 0, max: 60_000_000 }), (drawn, maxBytes) => {
        const all = drawn.map((fields, index) => aSnapshot(fields.at, { ...fields, name: `s${index}` }));
        const stay = kept(all, maxBytes);
        const turned = kept([...all].reverse(), maxBytes);
        expect(new Set(turned.map(({ name }) => name))).toEqual(new Set(stay.map(({ name }) => name)));
        expect(kept(stay, maxBytes)).toEqual(stay);
      }),
      { numRuns: rounds(200) },
    );
  });
});
