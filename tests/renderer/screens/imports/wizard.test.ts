import { describe, expect, it } from 'vitest';
import { nothingNew, toWrite } from '#renderer/src/screens/imports/import-counts.ts';
import {
  firstStep,
  type Wizard,
  type WizardAction,
  wizardAfter,
} from '#renderer/src/screens/imports/wizard.ts';
import type { ImportReport } from '#shared/contract/imports.ts';

const file = new File(['id,date\n1,2023-01-01\n'], 'visits.csv');
const report: ImportReport = {
  dryRun: true,
  rows: 10,
  written: 8,
  already: 1,
  refused: 1,
  newCustomers: 3,
  matchedCustomers: 2,
  visits: 7,
  firstDay: '2023-01-01',
  lastDay: '2023-02-01',
  amount: 1200,
  tags: [],
  problems: [{ row: 4, code: 'badDate', value: '32.1.2023' }],
  reading: {
    encoding: 'utf-8',
    delimiter: ',',
    dateFormat: 'y-m-d',
    dateAmbiguous: false,
    decimal: '.',
    hasHeader: true,
    sheets: [],
    sheet: null,
  },
  columns: { customer: 0, date: 1 },
};

const wizardOf = (...actions: WizardAction[]): Wizard => actions.reduce(wizardAfter, firstStep);
const choose: WizardAction = { kind: 'choose', file, number: 1, content: 'visits' };

describe('the steps of an import', () => {
  it('lead from the file to the result', () => {
    expect(wizardOf(choose).step).toBe('columns');
    expect(wizardOf(choose, { kind: 'startCheck' }).step).toBe('checking');
    expect(wizardOf(choose, { kind: 'startCheck' }, { kind: 'finished', report }).step).toBe('check');
    const written = wizardOf(
      choose,
      { kind: 'startCheck' },
      { kind: 'finished', report },
      { kind: 'startWriting' },
      { kind: 'finished', report: { ...report, dryRun: false } },
    );
    expect(written).toMatchObject({ step: 'done', report: { dryRun: false } });
  });

  it('show the progress of a run', () => {
    const progress = { stage: 'checking', done: 5, total: 10 } as const;
    expect(wizardOf(choose, { kind: 'startCheck' }, { kind: 'progress', progress })).toMatchObject({
      progress,
    });
  });

  it('come back to the columns when a check was stopped', () => {
    const stopped = wizardOf(choose, { kind: 'startCheck' }, { kind: 'ended', note: { kind: 'stopped' } });
    expect(stopped).toMatchObject({ step: 'columns', note: { kind: 'stopped' } });
  });

  it('come back to the check when writing failed, and keep its report', () => {
    const error = new Error('disk');
    const failed = wizardOf(
      choose,
      { kind: 'startCheck' },
      { kind: 'finished', report },
      { kind: 'startWriting' },
      { kind: 'ended', note: { kind: 'failed', error } },
    );
    expect(failed).toMatchObject({ step: 'check', report, note: { kind: 'failed', error } });
  });

  it('go back one step at a time', () => {
    const checked = wizardOf(choose, { kind: 'startCheck' }, { kind: 'finished', report });
    const back = wizardAfter(checked, { kind: 'back' });
    expect(back).toMatchObject({ step: 'columns', note: null });
    expect(wizardAfter(back, { kind: 'back' })).toEqual(firstStep);
  });

  it('ask for the columns anew when the file is read otherwise', () => {
    const mapped = wizardOf(choose, { kind: 'setMapping', mapping: { customer: 1, date: 0 } });
    expect(mapped).toMatchObject({ chosen: { mapping: { customer: 1 } } });
    expect(wizardAfter(mapped, { kind: 'setReading', reading: { delimiter: ';' } })).toMatchObject({
      chosen: { mapping: null, reading: { delimiter: ';' } },
    });
    expect(wizardAfter(mapped, { kind: 'setKind', content: 'customers' })).toMatchObject({
      chosen: { mapping: null, kind: 'customers' },
    });
  });

  it('do not move out of turn: no writing without a check, no other file while one is written', () => {
    expect(wizardOf(choose, { kind: 'startWriting' }).step).toBe('columns');
    expect(wizardOf({ kind: 'startCheck' })).toEqual(firstStep);
    expect(wizardOf({ kind: 'finished', report })).toEqual(firstStep);
    const writing = wizardOf(
      choose,
      { kind: 'startCheck' },
      { kind: 'finished', report },
      { kind: 'startWriting' },
    );
    for (const action of [choose, { kind: 'restart' }, { kind: 'back' }] as const) {
      expect(wizardAfter(writing, action)).toBe(writing);
    }
  });
});

describe('the counts of an import', () => {
  it('are visits or people', () => {
    expect(toWrite('visits', report)).toBe(7);
    expect(toWrite('customers', report)).toBe(3);
  });

  it('tell the same file the second time', () => {
    expect(nothingNew({ ...report, written: 0, already: 10, refused: 0 })).toBe(true);
    expect(nothingNew({ ...report, written: 0, already: 9, refused: 1 })).toBe(false);
    expect(nothingNew(report)).toBe(false);
    expect(nothingNew({ ...report, rows: 0, written: 0, already: 0 })).toBe(false);
  });
});
