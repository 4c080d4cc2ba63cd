import type { Risk as RiskOfCustomer } from '../prediction/index.ts';
import type { Risk } from './segment-filter.ts';

type State = RiskOfCustomer['state'];

/**
 * The risk that each state on the board stands for. Somebody late in a shop whose visits carry no chances may be slipping;
 * more cannot be known. Nothing is known of somebody who came once and is not late.
 */
const riskOfState: Readonly<Record<State, Risk | null>> = {
  new: null,
  onTrack: 'low',
  slipping: 'medium',
  late: 'medium',
  atRisk: 'high',
};

/** The risk of somebody in a state; null: not known yet. */
export const riskLevelOf = (state: State): Risk | null => riskOfState[state];

/** The states that stand for one of some risks. */
export function statesOfRisk(risks: readonly Risk[]): readonly State[] {
  return (Object.keys(riskOfState) as State[]).filter((state) => {
    const risk = riskOfState[state];
    return risk !== null && risks.includes(risk);
  });
}
