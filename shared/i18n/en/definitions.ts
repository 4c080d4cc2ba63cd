/** The definition of every frozen figure in full: in English the very words that a close is sealed with. */
export const definitions = {
  figure: {
    retention:
      'Customers active at the start and at the end of the month / customers active at its start. Active: a visit in the W days before.',
    textbookRetention:
      '(Active at the end - new) / active at the start. Counts the reactivated as kept and can exceed 1.',
    activeAtStart: 'Customers with a visit in the W days before the first day of the month.',
    kept: 'Customers active at the start and at the end of the month.',
    lapsed: 'Customers active at the start of the month and not at its end.',
    reactivated: 'Customers active at the end of the month, not at its start, and not new.',
    newAndActive: 'Customers whose first visit ever falls in the month and who are active at its end.',
    activeAtEnd:
      'Customers with a visit in the W days before the end of the month: kept + reactivated + new and active.',
    newCustomers:
      'Customers whose first visit ever falls in the month; an imported "customer since" counts as one.',
    returned: 'Customers active at the start with a visit in the month / customers active at the start.',
    customers: 'Different customers with a visit in the month.',
    visits: 'Visits of the month: customer and business day with at least one check-in not undone.',
    frequency: 'Visits / customers seen in the month.',
    frequencyMedian: 'Median number of visits of the customers seen in the month.',
    repeatRate: 'Customers with two or more visits in the month / customers with one or more.',
    checkIns: 'Check-ins of the month, those without a customer included, those undone left out.',
    identified: 'Check-ins with a customer / check-ins.',
    sales: 'Amounts of the check-ins of the month as far as they are known, returned money taken off.',
    memberSales: 'Sales of check-ins with a customer.',
    anonymousSales: 'Sales of check-ins without a customer.',
    averageSpend: 'Sales / check-ins with a known amount.',
    rewardCost:
      'Cost to the shop of the rewards used in the month and not taken back, by the rules of their day.',
    rewardCostShare: 'Reward cost / member sales.',
  },
  detail: {
    cohortSize: 'Customers whose first visit ever falls in the month named.',
    cohort:
      'Of the customers whose first visit falls in the month named, those with a visit so many months later / all of them.',
    cohortAverage:
      'Customers with a visit so many months after the month of their first visit / customers for whom that month is over: the weighted average of all cohorts.',
    firstReturn:
      'Newcomers of the month named with a second visit within so many days / its newcomers; only where so many days have passed for all of them.',
    firstReturnWithin:
      'Customers with a second visit within so many days of their first / customers for whom so many days have passed, over the whole history.',
    firstReturnMedian:
      'Days after which half of the customers came a second time (Kaplan-Meier, with those still waited for).',
    trendRetention:
      'Retention of the month named: active at its start and end / active at its start, with the window W of the close. No data where the record begins inside the window.',
    trendFrequency: 'Visits / customers seen, in the month named.',
    trendAverageSpend: 'Sales / check-ins with a known amount, in the month named.',
    visitsBar: 'Customers by their number of visits in the month: from the number named up to the next one.',
    wholeFrequency: 'Visits / customers, over the whole history up to the end of the month.',
    wholeRepeatRate:
      'Customers with two or more visits / with one or more, over the whole history up to the end of the month.',
    topFifth: 'Money of the fifth of the customers who spent most in the month / money of all of them.',
    customersFor80: 'Fewest customers who together brought 80 % of the money of the month.',
    gini: 'Gini coefficient of what the customers spent in the month; 0: all the same, 1: one spent everything.',
    spendMean: 'Money of the month per customer with a known amount, on average.',
    spendMedian: 'Money of the month of the customer in the middle.',
    topFifthSoFar:
      'Money of the fifth of the customers who have spent most up to the end of the month / money of all of them.',
    customersFor80SoFar:
      'Fewest customers who together have brought 80 % of the money up to the end of the month.',
    giniSoFar: 'Gini coefficient of what the customers have spent up to the end of the month.',
    spendMeanSoFar: 'Money up to the end of the month per customer with a known amount, on average.',
    spendMedianSoFar: 'Money up to the end of the month of the customer in the middle.',
    valueSoFar: 'Money of all customers up to the end of the month.',
    rfm: 'Customers by scores up to the end of the month: R by days since the last visit, F by visits, in equal parts; the highest is best.',
    rfmChampions: 'Customers with the best score in days since the last visit, visits and money.',
    tier: 'Customers seen in the month by the tier they had on the day of the close.',
    tierSpend: 'Money of the month by the tier that customers had on the day of the close.',
    split:
      'Of the customers of the group who were active at the start of the month, those active at its end / all of them. Tier and household are those of the day of the close.',
  },
  column: {
    opening: 'Points owed before the first day of the month.',
    earned: 'Points earned in the month, what was taken back by undo and refunds left out.',
    adjusted: 'Corrections by hand and transfers in the month, up or down.',
    redeemed: 'Points spent on rewards in the month, counted as positive.',
    expired: 'Points expired in the month, counted as positive.',
    closing: 'Opening + earned + adjusted - redeemed - expired: points owed at the end of the month.',
  },
  atCost: 'At reward cost: each point at the highest cost per point among the rewards of its unit.',
} as const;
