import type { Objective } from './minimise.ts';
import { digamma, logGamma } from './special-functions.ts';
import type { VisitTable } from './visit-table.ts';

/**
 * The mean of -ln L of the model in which nobody ever leaves (negative binomial counts: Poisson visits, gamma rates), by
 * θ = (ln r, ln alpha). A fit with leaving must not explain the visits worse than this.
 */
export function plainRepeatObjective(table: VisitTable): Objective {
  const { customers, repeats, customersByRepeats, repeatIndex, age, weight } = table;
  return (theta, gradient) => {
    const r = Math.exp(theta[0] ?? 0);
    const alpha = Math.exp(theta[1] ?? 0);
    let value = customers * (r * Math.log(alpha) - logGamma(r));
    let dr = customers * (Math.log(alpha) - digamma(r));
    let dalpha = (customers * r) / alpha;
    for (let i = 0; i < repeats.length; i += 1) {
      const n = r + (repeats[i] ?? 0);
      value += (customersByRepeats[i] ?? 0) * logGamma(n);
      dr += (customersByRepeats[i] ?? 0) * digamma(n);
    }
    for (let row = 0; row < weight.length; row += 1) {
      const n = r + (repeats[repeatIndex[row] ?? 0] ?? 0);
      const end = alpha + (age[row] ?? 0);
      const logEnd = Math.log(end);
      const weighs = weight[row] ?? 0;
      value -= weighs * n * logEnd;
      dr -= weighs * logEnd;
      dalpha -= (weighs * n) / end;
    }
    gradient[0] = (-dr * r) / customers;
    gradient[1] = (-dalpha * alpha) / customers;
    return -value / customers;
  };
}
