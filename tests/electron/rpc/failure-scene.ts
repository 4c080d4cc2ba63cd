import type { FailureCode } from '#shared/contract/failures.ts';
import { type AppWithClient, anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';

export type Client = AppWithClient['client'];

/** What a scenario has to hand: two people, one with a card, and a visit of the first. */
export interface Scene extends AppWithClient {
  readonly aino: number;
  readonly oona: number;
  readonly visitId: number;
  /** Request that wrote that visit. */
  readonly written: string;
  readonly stampUnitId: number;
  readonly stampRewardId: number;
}

/** For every failure that a call declares as its own: how to come by it. */
export type Scenarios = Readonly<
  Record<string, Partial<Record<FailureCode, (scene: Scene) => Promise<unknown>>>>
>;

export async function aScene(): Promise<Scene> {
  const running = await anAppWithCafe();
  const { client } = running;
  const { rules } = await client.loyalty.programme();
  const stampCards = rules.stampCards.map((card) => ({ ...card, perDay: null }));
  // Without the daily cap a card is filled in a day.
  await client.loyalty.publish({
    requestId: aRequest(),
    rules: { ...rules, stampCards },
    effectiveFrom: null,
  });
  const [aino, oona] = [
    (await client.customers.create({ requestId: aRequest(), name: 'Aino', cardCode: 'AB1234' })).id,
    (await client.customers.create({ requestId: aRequest(), name: 'Oona' })).id,
  ];
  const written = aRequest();
  const { visitId } = await client.till.checkIn({ requestId: written, customerId: aino, amount: 450 });
  const stampUnitId = stampCards[0]?.unitId ?? 0;
  const stampRewardId = rules.rewards.find((reward) => reward.unitId === stampUnitId)?.id ?? 0;
  return { ...running, aino, oona, visitId, written, stampUnitId, stampRewardId };
}

/** A request that was something else already: a change of a customer that changes nothing. */
export async function usedRequest({ client, aino }: Scene): Promise<string> {
  const requestId = aRequest();
  await client.customers.update({ requestId, customerId: aino });
  return requestId;
}

export const checkIn = (client: Client, fields: object) =>
  client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 450, ...fields });

/** A visit of the first person on which a reward was used. */
export async function rewardedVisit({ client, aino, stampRewardId }: Scene): Promise<number> {
  for (let visit = 0; visit < 9; visit += 1) await checkIn(client, { customerId: aino });
  const { visitId } = await checkIn(client, { customerId: aino, redeem: [{ rewardId: stampRewardId }] });
  return visitId;
}
