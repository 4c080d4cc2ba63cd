import { type Role, reaches } from './roles.ts';

/** What a role may do by itself, what it may do with the PIN of somebody higher, and what it may not do. */
export type Permission = 'allowed' | 'approval' | 'refused';

/** One line of the table. The owner may do everything. */
export interface Rule {
  readonly manager: Permission;
  readonly staff: Permission;
  /** Answered also while nobody is signed in: nothing of it tells about customers. */
  readonly locked?: true;
}

const everybody: Rule = { manager: 'allowed', staff: 'allowed' };
const atTheDoor: Rule = { ...everybody, locked: true };
/** Staff ask a manager. */
const managers: Rule = { manager: 'allowed', staff: 'approval' };
/** No business of the till. */
const managersOnly: Rule = { manager: 'allowed', staff: 'refused' };
/** A manager asks the owner. */
const owners: Rule = { manager: 'approval', staff: 'refused' };
const ownersOnly: Rule = { manager: 'refused', staff: 'refused' };

type Table = Readonly<Record<string, Rule>>;

const till: Table = {
  'till.search': everybody,
  'till.scan': everybody,
  'till.customerCard': everybody,
  'till.checkIn': everybody,
  // Of their own check-ins of today; others, and older ones, need approval unless the owner gave the right.
  'till.undo': everybody,
  'till.move': everybody,
  'till.refund': everybody,
  'till.park': everybody,
  'till.parked': everybody,
  'till.release': everybody,
  'till.today': everybody,
  'till.usuallyHere': everybody,
  'till.recentWithoutCard': everybody,
};

const customers: Table = {
  'customers.create': everybody,
  'customers.get': everybody,
  'customers.list': everybody,
  'customers.counts': everybody,
  'customers.update': everybody,
  'customers.findDuplicates': everybody,
  'customers.timeline': everybody,
  'customers.addNote': everybody,
  'customers.giveCard': everybody,
  'customers.blockCard': everybody,
  'customers.answerConsent': everybody,
  'customers.mergePreview': everybody,
  'customers.merge': managers,
  'customers.unmerge': managers,
  'customers.joinHousehold': managers,
  'customers.leaveHousehold': managers,
};

const loyalty: Table = {
  'loyalty.programme': everybody,
  'loyalty.tiers': everybody,
  'loyalty.explain': everybody,
  'loyalty.adjust': managers,
  'loyalty.holdTier': managers,
  'loyalty.versions': managersOnly,
  'loyalty.version': managersOnly,
  'loyalty.draft': managersOnly,
  'loyalty.saveDraft': managersOnly,
  'loyalty.discardDraft': managersOnly,
  'loyalty.preset': managersOnly,
  'loyalty.newId': managersOnly,
  'loyalty.check': managersOnly,
  'loyalty.compare': managersOnly,
  'loyalty.simulate': managersOnly,
  'loyalty.cost': managersOnly,
  'loyalty.expiring': managersOnly,
  'loyalty.reconciliation': managersOnly,
  'loyalty.reconciliationEntries': managersOnly,
  'loyalty.publish': owners,
  // Making up for a slip up to what the owner lets somebody give; more needs approval.
  'interests.list': everybody,
  'interests.add': everybody,
  'interests.end': everybody,
  'vouchers.issue': everybody,
  'vouchers.list': everybody,
  'vouchers.check': everybody,
  'vouchers.void': managers,
  'vouchers.birthdaysDue': everybody,
  'vouchers.budgets': everybody,
  'vouchers.setBudget': owners,
  'vouchers.holds': everybody,
  'vouchers.holdPrices': managers,
  'vouchers.endHold': managers,
};

/** Whoever has a quiet half hour turns to the people of the day; what the list is made by is the owner's. */
const followUps: Table = {
  'followUps.list': everybody,
  'followUps.tomorrow': everybody,
  'followUps.count': everybody,
  'followUps.make': everybody,
  'followUps.record': everybody,
  'followUps.undo': everybody,
  'followUps.hintSaid': everybody,
  'followUps.promise': everybody,
  'followUps.ofCustomer': everybody,
  'followUps.settings': managersOnly,
  'followUps.setSettings': owners,
  'followUps.results': managersOnly,
};

/** Whoever turns to people gets the words for it; what they are is the owner's. */
const playbooks: Table = {
  'playbooks.list': everybody,
  'playbooks.learned': everybody,
  'playbooks.words': everybody,
  'playbooks.wordsOfToday': everybody,
  // Up to what the owner lets somebody give; more needs approval.
  'playbooks.give': everybody,
  'playbooks.example': managersOnly,
  'playbooks.history': managersOnly,
  // As every other file of people.
  'playbooks.csvOfToday': owners,
  'playbooks.save': owners,
  'playbooks.reset': owners,
};

/** Customers' own data: whoever serves may hand out the sheet, the owner forgets. */
const privacy: Table = {
  'privacy.dataSheet': everybody,
  'privacy.toForget': managersOnly,
  'privacy.erase': owners,
  'privacy.forgotten': managersOnly,
  'privacy.rules': managersOnly,
  'privacy.setRules': owners,
  'privacy.inactive': managersOnly,
  'privacy.keep': managersOnly,
  // What of it somebody may not read is left out, or needs approval: the rules of the shop say so for each kind.
  'privacy.careNotes': everybody,
  'privacy.addCareNote': everybody,
  'privacy.removeCareNote': everybody,
  'privacy.corrections': everybody,
  'audit.day': ownersOnly,
  'audit.unusual': ownersOnly,
  'audit.setThresholds': ownersOnly,
  // Whoever closes a month sees whether the log is whole, and nothing of what is in it.
  'audit.verify': managersOnly,
};

/** How it stands with people: what a profile shows is everybody's, the whole board is not. */
const outlook: Table = {
  'outlook.overview': managersOnly,
  'outlook.board': managersOnly,
  'outlook.run': managersOnly,
  'outlook.ofCustomer': everybody,
  'outlook.closedDays': everybody,
  'outlook.addClosedDays': managers,
  'outlook.endClosedDays': managers,
  'outlook.addAbsence': everybody,
  'outlook.endAbsence': everybody,
};

/** Campaigns and what is found out by them: what is done to many people is decided by who answers for it. */
const campaigns: Table = {
  'campaigns.list': managersOnly,
  'campaigns.get': managersOnly,
  'campaigns.learned': managersOnly,
  'campaigns.reach': managersOnly,
  'campaigns.setAlarm': managersOnly,
  'campaigns.save': managersOnly,
  'campaigns.start': managersOnly,
  'campaigns.stop': managersOnly,
  'campaigns.remove': managersOnly,
  'experiments.plan': managersOnly,
  'experiments.list': managersOnly,
  'experiments.result': managersOnly,
};

const figures: Table = {
  'reports.retention': managersOnly,
  'reports.retentionNames': managersOnly,
  'reports.span': managersOnly,
  'reports.cohorts': managersOnly,
  'reports.firstReturn': managersOnly,
  'reports.gaps': managersOnly,
  'reports.trend': managersOnly,
  'reports.frequency': managersOnly,
  'reports.splits': managersOnly,
  'reports.segmentSplit': managersOnly,
  'reports.value': managersOnly,
  'reports.rfm': managersOnly,
  'reports.silentVips': managersOnly,
  'reports.auditOfLost': managersOnly,
  'reports.staffDependency': managersOnly,
  'reports.milestones': managersOnly,
  'reports.topCustomers': managersOnly,
  'reports.names': managersOnly,
  'monthClose.steps': managersOnly,
  'monthClose.figures': managersOnly,
  'monthClose.list': managersOnly,
  'monthClose.get': managersOnly,
  'monthClose.restatements': managersOnly,
  'monthClose.confirmStep': managersOnly,
  'monthClose.skipStep': managersOnly,
  'monthClose.close': owners,
  'monthClose.reopen': ownersOnly,
  'goals.list': managersOnly,
  'goals.hint': managersOnly,
  'goals.set': managersOnly,
  'segments.list': everybody,
  'segments.choices': everybody,
  'segments.count': everybody,
  'segments.save': managers,
  'segments.remove': managers,
  'tags.list': everybody,
  'tags.counts': everybody,
  'tags.ofCustomer': everybody,
  'tags.putOn': everybody,
  'tags.takeOff': everybody,
  // Of many at once, and of the tags themselves.
  'tags.putOnPeople': managers,
  'tags.takeOffPeople': managers,
  'tags.save': managers,
  'tags.remove': managers,
};

const files: Table = {
  'exports.columns': managersOnly,
  'exports.write': owners,
  'exports.fetch': managersOnly,
  'exports.reportPdf': managersOnly,
  'exports.everything': ownersOnly,
  'imports.list': managersOnly,
  'imports.previewUndo': ownersOnly,
  'imports.preview': ownersOnly,
  'imports.visits': ownersOnly,
  'imports.customers': ownersOnly,
  'imports.balances': ownersOnly,
  'imports.undo': ownersOnly,
  'backups.overview': everybody,
  'backups.latest': everybody,
  // Whoever closes the shop backs it up.
  'backups.run': everybody,
  'backups.drill': everybody,
  'backups.testPassphrase': managersOnly,
  'backups.addFolder': managers,
  'backups.chooseFolder': managers,
  'backups.removeFolder': managers,
  'backups.setPreferences': owners,
  'backups.saveCopy': managersOnly,
  'backups.setPassphrase': ownersOnly,
  'backups.suggestPassphrase': ownersOnly,
  'backups.recoverySheet': ownersOnly,
  'restore.choices': ownersOnly,
  'restore.chooseFile': ownersOnly,
  'restore.compare': ownersOnly,
  'restore.run': ownersOnly,
  'restore.goBack': ownersOnly,
};

const shop: Table = {
  'system.state': atTheDoor,
  'system.retryOpen': atTheDoor,
  'system.about': managersOnly,
  // Made-up people: also from the lock, where staff have no other way to it, and out of it whoever it was left by.
  'training.enter': atTheDoor,
  'training.reset': everybody,
  'training.leave': atTheDoor,
  'settings.get': atTheDoor,
  // Answered once, before there is anybody; afterwards it only says that the shop is set up.
  'settings.setUp': atTheDoor,
  'settings.update': owners,
  'items.list': everybody,
  'items.create': managers,
  'items.update': managers,
  'staff.door': atTheDoor,
  'staff.signIn': atTheDoor,
  'staff.signInWithBadge': atTheDoor,
  'staff.recover': atTheDoor,
  'staff.lock': atTheDoor,
  'staff.approve': everybody,
  'staff.changeOwnPin': everybody,
  'staff.list': managersOnly,
  'staff.add': owners,
  'staff.change': owners,
  'staff.setPin': owners,
  'staff.newBadge': owners,
  'staff.removeBadge': owners,
  'staff.newRecoveryCode': ownersOnly,
  'staff.turnPinsOff': ownersOnly,
};

/** Every call of the program and who may make it. A call without a line here is the owner's alone. */
export const permissions: Table = {
  ...till,
  ...customers,
  ...loyalty,
  ...followUps,
  ...playbooks,
  ...outlook,
  ...campaigns,
  ...figures,
  ...files,
  ...privacy,
  ...shop,
};

/** What somebody of a role may do; a call nobody knows is refused to everybody but the owner. */
export function permissionOf(call: string, role: Role): Permission {
  if (role === 'owner') return 'allowed';
  return permissions[call]?.[role] ?? 'refused';
}

/** Whether a call is answered while nobody is signed in. */
export function answeredWhileLocked(call: string): boolean {
  return permissions[call]?.locked === true;
}

/** Whose PIN lets somebody do a call that needs approval: the lowest role that may do it by itself. */
export function approverOf(call: string): 'manager' | 'owner' {
  return permissionOf(call, 'manager') === 'allowed' ? 'manager' : 'owner';
}

/** Whether somebody of a role can approve for others: only who may do it alone. */
export function mayApprove(approver: Role, call: string): boolean {
  return reaches(approver, approverOf(call));
}
