/** Names that a new shop starts with; the owner can change all of them. */
export const presets = {
  owner: 'Owner',
  cafe: { stampCard: 'Coffee card', stampReward: 'Free coffee', pointsReward: 'Bag of beans' },
  salon: { stampCard: 'Visit card', stampReward: 'Free care treatment', pointsReward: 'Care product' },
  other: { stampCard: 'Stamp card', stampReward: 'Something on us', pointsReward: 'Something on us' },
  moneyOff: 'Money off',
  tiers: {
    friend: 'Friend',
    regular: 'Regular',
    goldMug: 'Gold Mug',
    silver: 'Silver',
    gold: 'Gold',
    platinum: 'Platinum',
    top: 'Top 20',
    everybody: 'Everybody',
  },
  benefits: {
    friend: 'Greeted by name',
    regular: 'Early taste of new things',
    goldMug: 'Own mug behind the counter, half as many points again',
    silver: 'Points on every purchase',
    gold: 'A quarter more points',
    platinum: 'Half as many points again',
    top: 'First choice of times, a thank-you at the end of the year',
  },
} as const;
