export { type Backtest, type BacktestScore, backtest, type Forecaster } from './backtest.ts';
export { type Cadence, cadenceOf, type ShopRhythm, shopGapWeeks } from './cadence.ts';
export {
  type FitVisitOptions,
  fitVisitModel,
  type NoVisitModel,
  type VisitModel,
} from './fit-visit-model.ts';
export {
  expectedNextVisit,
  expectedVisits,
  probabilityActive,
  probabilityOfReturn,
  type VisitForecaster,
  visitRange,
  worryAfter,
} from './forecast.ts';
export {
  type CustomerForecast,
  type ForecastOptions,
  forecastCustomer,
  forecastShop,
  forecastSteps,
  type ShopForecast,
} from './forecast-shop.ts';
export { dayAfterWaiting, type Pause, waitedDays } from './pauses.ts';
export { type Risk, type RiskFacts, type RiskShop, riskOf, type Slowing } from './risk.ts';
export {
  expectedSpend,
  fitSpendModel,
  type GammaGamma,
  type ShrunkenSpend,
  type SpendModel,
  type SpendRow,
} from './spend-model.ts';
export {
  type CustomerRow,
  type LoggedVisit,
  summariseVisits,
  type VisitDays,
  visitDays,
} from './summarise-visits.ts';
export type { Family, VisitParameters } from './visit-parameters.ts';
export type { VisitRow } from './visit-row.ts';
export { type ValueOptions, type YearValueRange, yearValue, yearValueRange } from './year-value.ts';
