/** The owner's first page: where the shop stands. */
export const home = {
  title: 'Where we stand',
  subtitle: '{{shop}}, as of {{date}}',
  now: 'Now, {{from}} to {{to}}',
  before: 'In {{month}}',
  goal: 'Goal',
  noGoal: 'none yet',
  people: '{{part}} of {{whole}} people, {{range}}',
  reached: 'Reached',
  notReached: '{{missing}} to go',
  define: {
    retention:
      'Of the people who were active {{days}} days ago, those who still are. Counted over as many days as the last month had, because part of a month says nothing about staying.',
    averageSpend: 'Sales of this month so far divided by the check-ins with a known amount.',
    frequency:
      'Days with a visit per person seen, over as many days as the last month had, because part of a month always has fewer.',
  },
  next: 'Next',
  open: 'Open Month',
  closed: '{{month}} is closed.',
  notClosed: '{{month}} is not closed yet. About five minutes.',
  followUps_one: '{{n}} person to turn to.',
  followUps_other: '{{n}} people to turn to.',
  followUpsNone: 'Nobody to turn to today.',
  toFollowUps: 'Open Follow-ups',
  empty:
    'Here stands how many people stay, what they spend and how often they come, as soon as there are visits.',
  toTill: 'Open the till',
} as const;
