/** Names that a new shop starts with; the owner can change all of them. */
export const presets = {
  owner: 'Omistaja',
  cafe: { stampCard: 'Kahvikortti', stampReward: 'Ilmainen kahvi', pointsReward: 'Kahvipapupussi' },
  salon: { stampCard: 'Käyntikortti', stampReward: 'Ilmainen hoito', pointsReward: 'Hoitotuote' },
  other: {
    stampCard: 'Leimakortti',
    stampReward: 'Talon tarjoama yllätys',
    pointsReward: 'Talon tarjoama yllätys',
  },
  moneyOff: 'Alennus ostoksesta',
  tiers: {
    friend: 'Ystävä',
    regular: 'Kanta-asiakas',
    goldMug: 'Kultamuki',
    silver: 'Hopea',
    gold: 'Kulta',
    platinum: 'Platina',
    top: 'Top 20',
    everybody: 'Kaikki',
  },
  benefits: {
    friend: 'Tervehdimme nimeltä',
    regular: 'Uutuudet maistiaisiksi ensimmäisenä',
    goldMug: 'Oma muki tiskin takana, pisteet puolitoistakertaisina',
    silver: 'Pisteitä jokaisesta ostoksesta',
    gold: 'Neljännes enemmän pisteitä',
    platinum: 'Pisteet puolitoistakertaisina',
    top: 'Ajat ensimmäisten joukossa, kiitos vuoden lopussa',
  },
} as const;
