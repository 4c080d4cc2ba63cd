/** Nouns whose calls reach beyond the training's file: sticks and folders, going back to a backup, who works here. */
const outside = new Set(['backups', 'restore', 'staff']);

/** Of those, what a screen needs: how things stand, and who is before it. */
const harmless = new Set([
  'backups.overview',
  'backups.latest',
  'staff.door',
  'staff.list',
  'staff.signIn',
  'staff.signInWithBadge',
  'staff.lock',
  'staff.approve',
]);

/** Calls of other nouns that put something on paper or into files that cannot be told from the shop's own. */
const filesOfPeople = new Set(['exports.write', 'exports.everything', 'playbooks.csvOfToday']);

/** Whether a call is answered while the program is in training: it touches nothing but the training's own file. */
export function answeredInTraining(call: string): boolean {
  if (harmless.has(call)) return true;
  const [noun = ''] = call.split('.');
  return !outside.has(noun) && !filesOfPeople.has(call);
}
