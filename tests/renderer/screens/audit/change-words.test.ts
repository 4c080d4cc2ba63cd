import i18next from 'i18next';
import { expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { changeWords } from '#renderer/src/screens/audit/change-words.ts';
import { resources } from '#shared/i18n/resources.ts';

const format = createFormat({ language: 'en', currency: 'EUR', timeZone: 'UTC', cutoffMinutes: 0 });

it.each([
  [{ field: 'role', before: 'staff', after: 'manager' }, 'Role: Till → Manager'],
  [{ field: 'undoAll', before: 'false', after: 'true' }, 'May undo anyone’s: no → yes'],
  [{ field: 'price', before: '480', after: '520' }, 'Price: €4.80 → €5.20'],
  [{ field: 'giveLimit', before: '1500', after: '–' }, 'May give on the spot: €15.00 → –'],
  [{ field: 'reminderDays', before: '3', after: '5' }, 'Reminder of old backups, days: 3 → 5'],
  [{ field: 'fileName', before: null, after: 'list.csv' }, 'list.csv'],
] as const)('%j is said as %s', async (change, said) => {
  const texts = i18next.createInstance();
  await texts.init({
    lng: 'en',
    ns: ['audit', 'staff'],
    defaultNS: 'audit',
    resources: { en: resources.en },
  });
  expect(changeWords(texts.getFixedT('en', ['audit', 'staff']), format, change)).toBe(said);
});
