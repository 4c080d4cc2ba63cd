/** Names that a new shop starts with; the owner can change all of them. */
export const presets = {
  owner: 'Owner',
  cafe: { stampCard: 'Coffee card', stampReward: 'Free coffee', pointsReward: 'Bag of beans' },
  salon: { stampCard: 'Visit card', stampReward: 'Free care treatment', pointsReward: 'Care product' },
  other: { pointsReward: 'Money off' },
} as const;
