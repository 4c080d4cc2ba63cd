import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerConsent } from '#electron/services/change-customer.ts';
import { customerView } from '#electron/services/customer-view.ts';
import { followUpsToday, makeDailyFollowUps } from '#electron/services/follow-up-list.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { type ConsentPurpose, consentPurposes, consentTextVersion } from '#shared/domain/consent/consent.ts';
import { aBirthdayShop } from '#tests/support/follow-ups.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, liftDailyCaps, type TestShop } from '#tests/support/shop.ts';

const answer = ({ ctx }: TestShop, customerId: number, purpose: ConsentPurpose, granted: boolean) =>
  answerConsent(ctx, { requestId: aRequest(), customerId, purpose, granted });

describe('an answer about consent', () => {
  it('is kept with the words, the place and who asked, beside those before it', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const aino = await aCustomer(ctx, { consents: [{ purpose: 'contact', granted: true }] });
    shop.clock.pass(1);
    await answer(shop, aino, 'call', false);
    const { consents } = await customerView(ctx.work.read, ctx, aino);
    const about = { textVersion: consentTextVersion, staffName: expect.stringMatching(/./) };
    expect(consents).toEqual([
      { purpose: 'call', granted: false, place: 'profile', at: shop.clock.now(), ...about },
      { purpose: 'contact', granted: true, place: 'form', at: shop.clock.now() - 60_000, ...about },
    ]);
  });

  it('that takes a yes back leaves no way to reach them on the list of the day, which is not made anew', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    const ways = async () => (await followUpsToday(shop.ctx)).entries.map(({ channels }) => channels);
    expect(await ways()).toEqual([['post', 'text', 'call']]);
    shop.clock.pass(1);
    await answer(shop, aino, 'call', false);
    expect(await ways()).toEqual([['post', 'text']]);
    await answer(shop, aino, 'contact', false);
    expect(await ways()).toEqual([[]]);
  });

  it('never costs points, stamps or a reward, whatever is refused and when', async () => {
    const shop = await aShop();
    await liftDailyCaps(shop.ctx);
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('visit' as const), amount: fc.nat(9_000) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('refuse' as const),
          purpose: fc.constantFrom(...consentPurposes),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const granted = consentPurposes.map((purpose) => ({ purpose, granted: true }));
        const willing = await aCustomer(shop.ctx, { name: 'Willing', consents: granted });
        const refusing = await aCustomer(shop.ctx, { name: 'Refusing' });
        for (const one of steps) {
          shop.clock.pass(1);
          if (one.kind === 'refuse') {
            await answer(shop, refusing, one.purpose, false);
            continue;
          }
          const amount = one.kind === 'visit' ? one.amount : 500;
          const receipts = [
            await aVisit(shop.ctx, willing, { amount }),
            await aVisit(shop.ctx, refusing, { amount }),
          ];
          const [theirs, hers] = receipts.map(({ changes }) => changes);
          expect(hers).toEqual(theirs);
          if (one.kind === 'visit') continue;
          for (const { visitId } of receipts) await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
        }
      }),
      { numRuns: rounds(6) },
    );
  });
});
