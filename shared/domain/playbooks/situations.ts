import type { FollowUpReason } from '../follow-ups/reasons.ts';

/** How it stands with somebody, by the nightly look; everybody else is treated as being on track. */
export type Standing = 'atRisk' | 'slipping' | 'onTrack';

/** What a playbook is written for: risk by value, and the other reasons for turning to somebody. */
export const playbookSituations = [
  'atRiskHigh',
  'atRiskLow',
  'slippingHigh',
  'slippingLow',
  'onTrackHigh',
  'onTrackLow',
  'promise',
  'birthday',
  'firstVisit',
  'afterItem',
  'expiring',
  'milestone',
  'silentVip',
  'referral',
] as const;

export type PlaybookSituation = (typeof playbookSituations)[number];

/** Those of risk by value, as the table shows them: a row for each risk, most valuable first. */
export const riskSituations = [
  { risk: 'atRisk', high: 'atRiskHigh', low: 'atRiskLow' },
  { risk: 'slipping', high: 'slippingHigh', low: 'slippingLow' },
  { risk: 'onTrack', high: 'onTrackHigh', low: 'onTrackLow' },
] as const satisfies readonly {
  readonly risk: Standing;
  readonly high: PlaybookSituation;
  readonly low: PlaybookSituation;
}[];

/** Whoever is among this share by the value of their year counts as valuable. */
export const valuableShare = 0.2;

/** How it stands with somebody in a state of the nightly look; without one (nothing is known) they are on track. */
export function standingIn(state: string | undefined): Standing {
  if (state === 'late') return 'slipping';
  return state === 'atRisk' || state === 'slipping' ? state : 'onTrack';
}

/**
 * Which playbook a reason calls for. Reasons of their own have their own; risk depends on the value, and without a reason
 * (or with a campaign, which brings its own words) it is how it stands with them.
 */
export function situationOf(
  reason: FollowUpReason | null,
  { standing, isValuable }: { readonly standing: Standing; readonly isValuable: boolean },
): PlaybookSituation {
  if (reason !== null && reason !== 'atRisk' && reason !== 'slipping' && reason !== 'campaign') return reason;
  const risk = reason === 'atRisk' || reason === 'slipping' ? reason : standing;
  const row = riskSituations.find((one) => one.risk === risk) ?? riskSituations[2];
  return isValuable ? row.high : row.low;
}
