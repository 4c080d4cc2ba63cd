/** Texts around saving a file; what stands in the file is in `exports`. */
export const saving = {
  save: 'Save as file',
  as: '{{what}} ({{format}})',
  format: { csv: 'CSV', xlsx: 'Excel' },
  what: {
    month: 'The whole month',
    figures: 'Figures',
    rollForward: 'Points of the month',
    days: 'Days',
    reconciliation: 'Points, reconciliation',
    visits: 'Visits',
    segment: 'People',
  },
  columns: 'What the columns mean',
  columnsText: 'An Excel file ends with a sheet that says the same. A CSV file has no room for it.',
  reconciliationAs: 'Save as {{format}}',
  writing: 'Writing the file.',
  progress: '{{done}} of {{total}} rows written.',
  stop: 'Stop',
  stopped: 'Stopped. No file was saved.',
  saved_one: 'Saved: {{file}}, {{n}} row.',
  saved_other: 'Saved: {{file}}, {{n}} rows.',
} as const;
