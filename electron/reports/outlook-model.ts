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
  /** Of the best model; null where none could be fitted by then. */
  readonly model: ScoreSummary | null;
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
  const model = winner === 'oneStage' ? oneStage : (bestK ?? oneStage);
  return {
    ...{ cutDay, weeks, customers, returned, visits, winner },
    model: model && scoreOf(model),
    cadence: scoreOf(cadence),
  };
}

/** What of a forecast is kept with the run. */
export const keptModel = ({ risk, spend, backtest }: ShopForecast): KeptModel => ({
  risk,
  spend,
  backtest: backtestOf(backtest),
});
