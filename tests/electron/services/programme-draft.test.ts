import { describe, expect, it } from 'vitest';
import {
  checkRules,
  currentProgramme,
  discardDraft,
  keepDraft,
  newRuleId,
  presetProgramme,
  programmeVersion,
  programmeVersions,
  publishProgramme,
  readDraft,
} from '#electron/services/programme.ts';
import { programmeRules } from '#shared/contract/programme-rules.ts';
import { presetsFor } from '#shared/domain/loyalty/presets.ts';
import { aReward, newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  restarted,
  rulesOf,
  stampCard,
} from '#tests/support/shop.ts';

describe('a draft', () => {
  it('is the programme in force while nobody has changed anything', async () => {
    const { ctx } = await aShop();
    expect(await readDraft(ctx)).toMatchObject({
      rules: rulesOf(ctx),
      effectiveFrom: null,
      savedAt: null,
    });
  });

  it('is kept over a restart, and nothing of it is in force', async () => {
    const shop = await aShop();
    const rules = { ...rulesOf(shop.ctx), points: pointsFor(3, 100) };
    const draft = await keepDraft(shop.ctx, { rules, effectiveFrom: '2026-05-01' });
    expect(draft).toMatchObject({ rules, effectiveFrom: '2026-05-01', savedAt: shop.clock.now() });
    const again = await restarted(shop);
    expect(await readDraft(again.ctx)).toEqual(draft);
    expect(currentProgramme(again.ctx).number).toBe(1);
    const receipt = await aVisit(again.ctx, await aCustomer(again.ctx), { amount: 1_000 });
    expect(receipt.changes.find((change) => change.kind === 'points')?.earned).toBe(10);
  });

  it('replaces the draft before it, and is gone when it is given up or published', async () => {
    const { ctx, number } = await aShop();
    const rules = rulesOf(ctx);
    await keepDraft(ctx, { rules: { ...rules, points: pointsFor(3, 100) }, effectiveFrom: null });
    await keepDraft(ctx, { rules: { ...rules, points: pointsFor(4, 100) }, effectiveFrom: null });
    expect(number('SELECT count(*) FROM programme_draft')).toBe(1);
    expect((await readDraft(ctx)).rules.points?.points).toBe(4);
    expect(await discardDraft(ctx)).toMatchObject({ rules, savedAt: null });
    const draft = await keepDraft(ctx, { rules, effectiveFrom: null });
    await publishProgramme(ctx, { requestId: aRequest(), rules: draft.rules, effectiveFrom: null });
    expect((await readDraft(ctx)).savedAt).toBeNull();
  });

  it('says what is wrong with it where it is kept, and may be kept all the same', async () => {
    const { ctx } = await aShop();
    const rewards = [aReward({ id: newRewardId(ctx), unitId: rulesOf(ctx).pointsUnitId, cost: 0 })];
    const { issues } = await keepDraft(ctx, {
      rules: { ...rulesOf(ctx), points: null, rewards },
      effectiveFrom: null,
    });
    expect(issues).toContainEqual({
      code: 'rewardWithoutUnit',
      level: 'block',
      rewardId: rewards[0]?.id,
    });
  });

  it.each(['2026-02-30', 'soon'])('does not begin on %s', async (effectiveFrom) => {
    const { ctx } = await aShop();
    await expect(keepDraft(ctx, { rules: rulesOf(ctx), effectiveFrom })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'effectiveFrom' },
    });
  });

  it('gets ids that no restart gives out again', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const kinds = ['units', 'rewards', 'tiers', 'bonuses'] as const;
    const [unit = 0, reward = 0, tier = 0, bonus = 0] = kinds.map((kind) => newRuleId(ctx, kind).id);
    const factor = { num: 2, den: 1 };
    await keepDraft(ctx, {
      effectiveFrom: null,
      rules: {
        ...rulesOf(ctx),
        stampCards: [{ ...stampCard(ctx), unitId: unit }],
        rewards: [aReward({ id: reward, unitId: unit })],
        tiers: {
          basis: 'visits',
          window: { kind: 'calendarYear' },
          graceDays: 0,
          levels: [{ id: tier, name: 'Friend', from: 0, benefits: '', factor }],
        },
        bonuses: [
          {
            id: bonus,
            name: 'Double',
            weekdays: [],
            hours: null,
            firstDay: null,
            lastDay: null,
            factor,
            applies: 'points',
          },
        ],
      },
    });
    const again = await restarted(shop);
    expect(kinds.map((kind) => newRuleId(again.ctx, kind).id)).toEqual(
      [unit, reward, tier, bonus].map((id) => id + 1),
    );
  });
});

describe('rules that are looked at', () => {
  it('are judged by what a visit usually brings, and nothing is written', async () => {
    const { ctx, number } = await aShop();
    const customerId = await aCustomer(ctx);
    for (const amount of [200, 400, 900]) await aVisit(ctx, customerId, { amount });
    const far = aReward({ id: newRewardId(ctx), unitId: rulesOf(ctx).pointsUnitId, price: 500 });
    const rules = { ...rulesOf(ctx), rewards: [...rulesOf(ctx).rewards, far] };
    const { issues, typicalAmount } = await checkRules(ctx, rules);
    expect(typicalAmount).toBe(400);
    // 500 points at 4 a visit are 125 visits.
    expect(issues).toContainEqual({
      code: 'rewardOutOfReach',
      level: 'warn',
      rewardId: far.id,
      visits: 125,
    });
    expect(number('SELECT count(*) FROM programme_draft')).toBe(0);
    expect(number('SELECT count(*) FROM programme_versions')).toBe(1);
  });

  it('in a shop without visits have no usual amount, and are judged by one as it is common', async () => {
    const { ctx } = await aShop();
    const far = aReward({ id: newRewardId(ctx), unitId: rulesOf(ctx).pointsUnitId, price: 1000 });
    const { issues, typicalAmount } = await checkRules(ctx, { ...rulesOf(ctx), rewards: [far] });
    expect(typicalAmount).toBe(0);
    // 1000 points at 8 a visit are 125 visits.
    expect(issues).toEqual([{ code: 'rewardOutOfReach', level: 'warn', rewardId: far.id, visits: 125 }]);
  });
});

describe('a version from a later day', () => {
  it('begins by itself on that business day', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx);
    const published = await publishRules(ctx, { points: pointsFor(5, 100) }, '2026-04-01');
    expect(published).toMatchObject({ number: 2, effectiveFrom: '2026-04-01' });
    const earnedAt = async (now: string) => {
      clock.set(momentAt(now));
      const { changes } = await aVisit(ctx, customerId, { amount: 1_000 });
      return changes.find((change) => change.kind === 'points')?.earned;
    };
    expect(await earnedAt('2026-03-10 10:00')).toBe(10);
    // The business day of 31 March ends at four in the morning.
    expect(await earnedAt('2026-04-01 03:59')).toBe(10);
    expect(await earnedAt('2026-04-01 04:00')).toBe(50);
    expect(currentProgramme(ctx).number).toBe(2);
  });

  it('is replaced by what is published before it began, whenever that begins', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const numberAt = (now: string) => {
      clock.set(momentAt(now));
      return currentProgramme(ctx).number;
    };
    await publishRules(ctx, {}, '2026-05-01');
    await publishRules(ctx, {}, '2026-06-01');
    expect(['2026-04-30 10:00', '2026-05-02 10:00', '2026-06-01 10:00'].map(numberAt)).toEqual([1, 1, 3]);
    clock.set(momentAt('2026-03-11 10:00'));
    await publishRules(ctx, {});
    expect(['2026-03-11 10:00', '2026-06-02 10:00'].map(numberAt)).toEqual([4, 4]);
  });

  it('is listed as what it is, and kept with its rules when it is past', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const states = () => programmeVersions(ctx).map(({ number, state }) => [number, state]);
    const first = currentProgramme(ctx);
    await publishRules(ctx, { points: pointsFor(5, 100) }, '2026-04-01');
    expect(states()).toEqual([
      [2, 'future'],
      [1, 'current'],
    ]);
    clock.set(momentAt('2026-04-01 10:00'));
    expect(states()).toEqual([
      [2, 'current'],
      [1, 'past'],
    ]);
    expect(programmeVersions(ctx)[0]).toMatchObject({
      effectiveFrom: '2026-04-01',
      publishedAt: momentAt('2026-03-10 10:00'),
      publishedBy: 'Owner',
    });
    expect(programmeVersion(ctx, first.versionId)).toEqual(first);
    expect(() => programmeVersion(ctx, 9)).toThrow('NotFound');
  });

  it('is waiting no more when it was replaced', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 10:00' });
    await publishRules(ctx, {}, '2026-05-01');
    await publishRules(ctx, {}, '2026-06-01');
    expect(programmeVersions(ctx).map(({ state }) => state)).toEqual(['future', 'past', 'current']);
  });

  it('cannot begin in the past', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 10:00' });
    await expect(publishRules(ctx, {}, '2026-03-09')).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'effectiveFrom' },
    });
    expect(programmeVersions(ctx)).toHaveLength(1);
  });

  it('begins after a restart as well', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    await publishRules(shop.ctx, {}, '2026-04-01');
    await publishRules(shop.ctx, {}, '2026-05-01');
    const again = await restarted(shop);
    again.clock.set(momentAt('2026-04-10 10:00'));
    expect(currentProgramme(again.ctx).number).toBe(1);
    again.clock.set(momentAt('2026-05-10 10:00'));
    expect(currentProgramme(again.ctx).number).toBe(3);
  });
});

describe('a starter programme', () => {
  const kinds = ['cafe', 'salon', 'other'] as const;

  it.each(
    (['en', 'fi'] as const).flatMap((language) =>
      kinds.flatMap((kind) => presetsFor[kind].map((preset) => [language, kind, preset] as const)),
    ),
  )('in %s for a %s: %s can be published as it is', async (language, kind, preset) => {
    const { ctx, number } = await aShop({ kind, language });
    const before = number('SELECT count(*) FROM units');
    const { rules } = presetProgramme(ctx, preset);
    expect(programmeRules.parse(rules)).toEqual(rules);
    expect(number('SELECT count(*) FROM units')).toBe(before);
    const { issues } = await checkRules(ctx, rules);
    expect(issues.filter((issue) => issue.level === 'block')).toEqual([]);
    await publishProgramme(ctx, { requestId: aRequest(), rules, effectiveFrom: null });
    expect(currentProgramme(ctx).rules).toEqual(rules);
    await aVisit(ctx, await aCustomer(ctx), { amount: 1_000 });
  });

  it('keeps the units people have collected in', async () => {
    const { ctx } = await aShop();
    const { pointsUnitId } = rulesOf(ctx);
    const { rules } = presetProgramme(ctx, 'goldMug');
    expect(rules.pointsUnitId).toBe(pointsUnitId);
    expect(rules.stampCards.map((card) => card.unitId)).toEqual([stampCard(ctx).unitId]);
  });
});
