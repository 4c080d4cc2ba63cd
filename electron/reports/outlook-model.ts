import type {
  Backtest,
  BacktestScore,
  RiskShop,
  ShopForecast,
  SpendModel,
} from '#shared/domain/prediction/index.ts';

/** How one way to forecast did on the last quarter of the shop's history. */
export interface ScoreSummary {
  /** Mean squared error of the chance to return. */
  readonly brier: number;
  readonly meanAbsoluteError: number;
  /** All visits as it forecast them. */
  readonly visits: number;
}

/** The last quarter of the history, forecast from what came before it. */
export interface BacktestSummary {
  readonly cutDay: number;
  readonly weeks: number;
  readonly customers: number;
  readonly returned: number;
  readonly visits: number;
  readonly winner: Backtest['winner'];
  /** Null where no model could be fitted by then. */
  readonly oneStage: ScoreSummary | null;
  /** Null, too, when the best k is 1. */
  readonly bestK: (ScoreSummary & { readonly k: number }) | null;
  readonly cadence: ScoreSummary;
}

/** What is kept of a run, so that one customer can be forecast again without the others. */
export interface KeptModel {
  readonly risk: RiskShop;
  readonly spend: SpendModel;
  readonly backtest: BacktestSummary | null;
}

const scoreOf = ({ brier, meanAbsoluteError, visits }: BacktestScore): ScoreSummary => ({
  brier,
  meanAbsoluteError,
  visits,
});

function backtestOf(tested: Backtest | null): BacktestSummary | null {
  if (tested === null) return null;
  const { cutDay, weeks, customers, returned, visits, winner, bestK, oneStage, cadence } = tested;
  return {
    ...{ cutDay, weeks, customers, returned, visits, winner },
    oneStage: oneStage && scoreOf(oneStage),
    bestK: bestK && { k: bestK.k, ...scoreOf(bestK) },
    cadence: scoreOf(cadence),
  };
}

/** What of a forecast is kept with the run. */
export const keptModel = ({ risk, spend, backtest }: ShopForecast): KeptModel => ({
  risk,
  spend,
  backtest: backtestOf(backtest),
});
