/** What an entry of the log is about, as people at the till would say it. */
export const auditKinds = [
  'checkIn',
  'undo',
  'refund',
  'parked',
  'newCustomer',
  'customer',
  'note',
  'card',
  'consent',
  'merge',
  'household',
  'points',
  'tier',
  'programme',
  'voucher',
  'settings',
  'item',
  'goal',
  'segment',
  'import',
  'month',
  'followUp',
  'absence',
  'campaign',
  'staff',
  'words',
  'forgotten',
  'other',
] as const;

export type AuditKind = (typeof auditKinds)[number];

const ofCall: Readonly<Record<string, AuditKind>> = {
  'till.checkIn': 'checkIn',
  'till.undo': 'undo',
  'till.move': 'undo',
  'till.refund': 'refund',
  'customers.create': 'newCustomer',
  'customers.addNote': 'note',
  'interests.add': 'note',
  'interests.end': 'note',
  'customers.giveCard': 'card',
  'customers.blockCard': 'card',
  'customers.answerConsent': 'consent',
  'customers.merge': 'merge',
  'customers.unmerge': 'merge',
  'customers.joinHousehold': 'household',
  'customers.leaveHousehold': 'household',
  'loyalty.adjust': 'points',
  'loyalty.holdTier': 'tier',
};

const ofNoun: Readonly<Record<string, AuditKind>> = {
  till: 'parked',
  customers: 'customer',
  loyalty: 'programme',
  vouchers: 'voucher',
  settings: 'settings',
  items: 'item',
  goals: 'goal',
  segments: 'segment',
  imports: 'import',
  monthClose: 'month',
  followUps: 'followUp',
  outlook: 'absence',
  campaigns: 'campaign',
  experiments: 'campaign',
  staff: 'staff',
  playbooks: 'words',
  privacy: 'forgotten',
};

/** What a call of the program is about. */
export function kindOfCall(call: string): AuditKind {
  return ofCall[call] ?? ofNoun[call.split('.')[0] ?? ''] ?? 'other';
}
