/**
 * Calls that change something outside the shop's file, take something of it out, or ask for no request, and are put into the
 * log once they have succeeded; with the fields of their input that the entry tells. Every other write is logged in its own
 * transaction.
 */
const toldOf: Readonly<Record<string, readonly string[]>> = {
  'backups.run': ['placeId'],
  'backups.drill': [],
  'backups.addFolder': [],
  'backups.removeFolder': [],
  'backups.setPreferences': [],
  'backups.setPassphrase': [],
  'backups.recoverySheet': [],
  'backups.saveCopy': [],
  'restore.run': ['file'],
  'restore.goBack': [],
  'exports.write': ['format'],
  'exports.everything': [],
  'exports.reportPdf': ['month'],
  'playbooks.csvOfToday': [],
  'privacy.dataSheet': [],
  'outlook.run': [],
  'followUps.make': [],
};

/** Every call that {@link loggedAfter} knows. */
export const callsLoggedAfter: readonly string[] = Object.keys(toldOf);

/** What the log tells of a call after it succeeded; null where it logs itself or only reads. */
export function loggedAfter(
  call: string,
  input: unknown,
): { readonly customerId: number | null; readonly told: Readonly<Record<string, unknown>> } | null {
  const names = toldOf[call];
  if (names === undefined) return null;
  const given =
    typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  const told = Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const { customerId } = given;
  return { customerId: typeof customerId === 'number' ? customerId : null, told };
}
