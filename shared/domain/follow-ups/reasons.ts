/** Why somebody is on the list of follow-ups, weightiest first: the list is in this order. */
export const followUpReasons = [
  'promise',
  'atRisk',
  'slipping',
  'birthday',
  'firstVisit',
  'afterItem',
  'expiring',
  'milestone',
  'silentVip',
  'referral',
  'campaign',
] as const;

export type FollowUpReason = (typeof followUpReasons)[number];

/** The ways to reach somebody; in person is always open, whatever was consented to. */
export const followUpChannels = ['call', 'text', 'email', 'post', 'inPerson'] as const;

export type FollowUpChannel = (typeof followUpChannels)[number];

/**
 * How it went. The last three are no end of it: the person comes back to the list on a day, or is spoken to when they
 * are next here.
 */
export const followUpOutcomes = [
  'reached',
  'willCome',
  'leftMessage',
  'noAnswer',
  'movedAway',
  'doNotContact',
  'snoozed',
  'nextVisit',
] as const;

export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** Whether a contact is useful to the person or sells something: the ratio of the two is shown. */
export const followUpTones = ['useful', 'promotional'] as const;

export type FollowUpTone = (typeof followUpTones)[number];

/** What a follow-up is where no playbook says otherwise: inviting somebody back sells, all others are of use to them. */
export function usualTone(reason: FollowUpReason): FollowUpTone {
  return ['atRisk', 'slipping', 'silentVip', 'campaign'].includes(reason) ? 'promotional' : 'useful';
}
