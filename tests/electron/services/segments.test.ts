import { describe, expect, it } from 'vitest';
import { customerList } from '#electron/services/list-customers.ts';
import {
  countSegment,
  removeSegment,
  saveSegment,
  segmentChoices,
  segmentList,
} from '#electron/services/segments.ts';
import type { SegmentFilterData } from '#shared/contract/segment-filter.ts';
import { aShopAfterMarch } from '#tests/support/closable-shop.ts';
import { aCustomer, anItem, aRequest, aVisit } from '#tests/support/shop.ts';

const often: SegmentFilterData = { kind: 'visits', count: { atLeast: 2, atMost: null }, lastDays: null };
const page = { sort: 'name', descending: false, offset: 0, limit: 50 } as const;

async function aShopWithSegments() {
  const { shop, open, aino, oona } = await aShopAfterMarch();
  await aCustomer(shop.ctx, { name: 'Eero', source: 'Friend' });
  const save = (
    name: string,
    filter: SegmentFilterData,
    segmentId: number | null = null,
    requestId = aRequest(),
  ) => saveSegment(shop.ctx, { requestId, segmentId, name, filter });
  const names = async (filter: SegmentFilterData, asked: object = {}) => {
    const found = await customerList(shop.ctx, open.figures, { filter: { filter }, ...page, ...asked });
    return [found.total, found.rows.map(({ name }) => name)];
  };
  return { ctx: shop.ctx, figures: open.figures, aino, oona, save, names };
}

describe('a segment', () => {
  it('is saved by name and counts its people as they are now', async () => {
    const { ctx, figures, save } = await aShopWithSegments();
    const { segmentId } = await save('Often', often);
    await save('Everybody', { kind: 'all', of: [] });
    const list = async () =>
      (await segmentList(ctx, figures)).segments.map(({ name, people }) => [name, people]);
    expect(await list()).toEqual([
      ['Everybody', 3],
      ['Often', 2],
    ]);
    expect(await countSegment(ctx, figures, { segmentId })).toEqual({ people: 2, of: 3 });
    const fourth = await aCustomer(ctx, { name: 'Fanni' });
    await aVisit(ctx, fourth);
    expect(await list()).toEqual([
      ['Everybody', 4],
      ['Often', 2],
    ]);
  });

  it('shows its people in pages of the customers list, in the order asked for', async () => {
    const { names } = await aShopWithSegments();
    expect(await names(often)).toEqual([2, ['Aino', 'Oona']]);
    expect(await names(often, { sort: 'spend', descending: true })).toEqual([2, ['Oona', 'Aino']]);
    expect(await names(often, { offset: 1, limit: 1 })).toEqual([2, ['Oona']]);
    expect(await names(often, { offset: 9 })).toEqual([2, []]);
    expect(await names({ kind: 'source', anyOf: ['Friend'] })).toEqual([1, ['Eero']]);
    expect(
      await names({ kind: 'retention', group: 'kept', from: '2026-03-01', to: '2026-04-01', window: 60 }),
    ).toEqual([2, ['Aino', 'Oona']]);
  });

  it('is changed and taken away; the same request again does nothing again', async () => {
    const { ctx, figures, save } = await aShopWithSegments();
    const requestId = aRequest();
    const { segmentId } = await save('Often', often, null, requestId);
    expect((await save('Often', often, null, requestId)).segmentId).toBe(segmentId);
    await save('Very often', { ...often, count: { atLeast: 9, atMost: null } }, segmentId);
    expect((await segmentList(ctx, figures)).segments).toMatchObject([
      { segmentId, name: 'Very often', people: 0 },
    ]);
    await removeSegment(ctx, { requestId: aRequest(), segmentId });
    expect((await segmentList(ctx, figures)).segments).toEqual([]);
    const gone = { code: 'NotFound', data: { what: 'segment', id: segmentId } };
    await expect(countSegment(ctx, figures, { segmentId })).rejects.toMatchObject(gone);
    await expect(save('Often', often, segmentId)).rejects.toMatchObject(gone);
    await expect(removeSegment(ctx, { requestId: aRequest(), segmentId })).rejects.toMatchObject(gone);
  });

  it.each<[SegmentFilterData, object]>([
    [
      { kind: 'source', anyOf: [] },
      { path: [], what: 'emptyList' },
    ],
    [
      { kind: 'all', of: [often, { kind: 'lastVisit', daysAgo: { atLeast: 9, atMost: 1 } }] },
      { path: [1], what: 'turnedRange' },
    ],
    [
      { kind: 'retention', group: 'S', from: '2026-03-01', to: '2026-03-01', window: 60 },
      { path: [], what: 'emptyPeriod' },
    ],
  ])('that cannot mean what its author wants is refused: %j', async (filter, problem) => {
    const { ctx, figures, save } = await aShopWithSegments();
    const refused = { code: 'SegmentNotUsable', data: { problems: [problem] } };
    await expect(save('Nobody', filter)).rejects.toMatchObject(refused);
    await expect(countSegment(ctx, figures, { filter })).rejects.toMatchObject(refused);
  });

  it('offers what the shop knows to choose from', async () => {
    const { ctx } = await aShopWithSegments();
    const { id, name } = await anItem(ctx, { name: 'Cake' });
    const choices = await segmentChoices(ctx);
    expect(choices.sources).toEqual(['Friend']);
    expect(choices.items).toContainEqual({ itemId: id, name });
    expect(choices.staff).toHaveLength(1);
  });
});
