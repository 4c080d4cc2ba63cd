import { describe, expect, it } from 'vitest';
import { calendarWeeks } from '#renderer/src/screens/campaigns/calendar-weeks.ts';
import type { Campaign } from '#shared/contract/campaigns.ts';
import { formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';

const today = parseDay('2026-03-11');
if (today === null) throw new Error('not a day');

const aCampaign = (campaignId: number, fields: Partial<Campaign>): Campaign => ({
  ...{ campaignId, name: `Campaign ${campaignId}`, whom: { kind: 'risk', states: ['atRisk'] } },
  ...{ channel: 'call', tone: 'useful', variants: [], test: null },
  ...{ fromDay: '2026-03-09', toDay: '2026-03-15', segmentName: null, state: 'draft' },
  ...{ savedAt: 0, savedBy: 'Owner', startedDay: null, stoppedDay: null, people: null, endDay: null },
  ...{ joined: 0, hindrance: null },
  ...fields,
});

describe('the weeks of the calendar', () => {
  it('begin on a Monday two weeks ago, and have today where it is', () => {
    const shown = calendarWeeks([], today, 0);
    expect(formatDay(shown.from)).toBe('2026-02-23');
    expect(shown.weeks.slice(0, 3)).toEqual(['2026-02-23', '2026-03-02', '2026-03-09']);
    expect(formatDay(shown.to)).toBe('2026-04-19');
    expect(shown.today).toBeCloseTo(16.5 / 56, 10);
    expect(calendarWeeks([], today, 4).today).toBeNull();
  });

  it('show a campaign from its start to its end or its stop, cut where the weeks are over', () => {
    const bar = (fields: Partial<Campaign>, moved = 0) =>
      calendarWeeks([aCampaign(1, fields)], today, moved).bars.map(({ from, length }) => [
        Math.round(from * 56),
        Math.round(length * 56),
      ]);
    expect(bar({})).toEqual([[14, 7]]);
    expect(bar({ startedDay: '2026-03-11', stoppedDay: '2026-03-12' })).toEqual([[16, 2]]);
    expect(bar({ fromDay: '2026-01-01', toDay: '2026-02-23' })).toEqual([[0, 1]]);
    expect(bar({ fromDay: '2026-04-19', toDay: '2026-06-01' })).toEqual([[55, 1]]);
    expect(bar({ fromDay: '2026-01-01', toDay: '2026-02-22' })).toEqual([]);
    expect(bar({}, 4)).toEqual([]);
  });

  it('have the first to begin on top', () => {
    const later = aCampaign(1, { fromDay: '2026-03-20', toDay: '2026-03-21' });
    const { bars } = calendarWeeks([later, aCampaign(2, {})], today, 0);
    expect(bars.map(({ campaign }) => campaign.campaignId)).toEqual([2, 1]);
  });
});
