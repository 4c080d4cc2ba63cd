/** The figures of a month that the report names, in its order. */
export const ownFigures = [
  'retention',
  'textbookRetention',
  'activeAtStart',
  'kept',
  'lapsed',
  'reactivated',
  'newAndActive',
  'activeAtEnd',
  'newCustomers',
  'returned',
  'customers',
  'visits',
  'frequency',
  'frequencyMedian',
  'repeatRate',
  'checkIns',
  'identified',
  'sales',
  'memberSales',
  'anonymousSales',
  'averageSpend',
  'rewardCost',
  'rewardCostShare',
] as const;

export type OwnFigure = (typeof ownFigures)[number];

export const isOwnFigure = (figure: string): figure is OwnFigure =>
  (ownFigures as readonly string[]).includes(figure);

/** The columns of a roll-forward, in the order of its sum. */
export const rollColumns = ['opening', 'earned', 'adjusted', 'redeemed', 'expired', 'closing'] as const;

export type RollColumn = (typeof rollColumns)[number];

/** Reads "rollForward.12.earned" and "rollForward.12.earnedCost"; null for any other figure. */
export const rollForwardPart = (
  figure: string,
): { readonly unitId: number; readonly column: RollColumn; readonly cost: boolean } | null => {
  const match = /^rollForward\.(\d+)\.([a-z]+)(Cost)?$/.exec(figure);
  const column = rollColumns.find((each) => each === match?.[2]);
  if (match === null || column === undefined) return null;
  return { unitId: Number(match[1]), column, cost: match[3] !== undefined };
};
