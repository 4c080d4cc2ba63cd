/** Names that a new shop starts with; the owner can change all of them. */
export const presets = {
  owner: 'Omistaja',
  cafe: { stampCard: 'Kahvikortti', stampReward: 'Ilmainen kahvi', pointsReward: 'Kahvipapupussi' },
  salon: { stampCard: 'Käyntikortti', stampReward: 'Ilmainen hoito', pointsReward: 'Hoitotuote' },
  other: { pointsReward: 'Alennus ostoksesta' },
} as const;
