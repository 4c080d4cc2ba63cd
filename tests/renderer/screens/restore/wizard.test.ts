import { describe, expect, it } from 'vitest';
import { isTheWord } from '#renderer/src/screens/restore/compare-step.tsx';
import {
  chosenFile,
  firstStep,
  type WizardAction,
  wizardAfter,
} from '#renderer/src/screens/restore/wizard.ts';
import type { RestoreComparison } from '#shared/contract/backups.ts';

const locked = { file: '/stick/a.sqlite.zst.age', at: 1000, encrypted: true, hint: 'first dog' };
const open = { file: '/stick/a.sqlite.zst', at: 1000, encrypted: false, hint: '' };
const counts = { customers: 1, visits: 2, rewards: 0, newestVisitAt: 900 };
const comparison: RestoreComparison = {
  file: locked.file,
  at: 1000,
  shopName: 'Kulma',
  sameShop: true,
  backup: counts,
  here: counts,
  lost: { customers: 0, visits: 0, rewards: 0, newest: [] },
  currency: 'EUR',
  schemaVersion: 40,
  willMigrate: false,
  seconds: 3,
};

const stepAfter = (...actions: WizardAction[]) => actions.reduce(wizardAfter, firstStep(null));
const refused = (why: string | null, hint = ''): WizardAction => ({
  kind: 'refused',
  failure: new Error(String(why)),
  why,
  hint,
});

describe('the steps of a restore', () => {
  it('ask for the passphrase of a locked backup, and open one that is not locked at once', () => {
    expect(stepAfter({ kind: 'choose', chosen: locked })).toMatchObject({
      step: 'passphrase',
      failure: null,
    });
    expect(stepAfter({ kind: 'choose', chosen: open })).toMatchObject({ step: 'opening', passphrase: null });
  });

  it('compare with the passphrase that opened it', () => {
    const wizard = stepAfter(
      { kind: 'choose', chosen: locked },
      { kind: 'unlock', passphrase: 'words' },
      { kind: 'progress', percent: 40 },
      { kind: 'opened', comparison },
    );
    expect(wizard).toEqual({ step: 'compare', chosen: locked, passphrase: 'words', comparison });
  });

  it('come back to the passphrase when it was wrong, with the hint of the backup', () => {
    const wizard = stepAfter(
      { kind: 'choose', chosen: { ...locked, hint: '' } },
      { kind: 'unlock', passphrase: 'wrong' },
      refused('wrongPassphrase', 'second cat'),
    );
    expect(wizard).toMatchObject({ step: 'passphrase', chosen: { hint: 'second cat' } });
    expect(wizard).toHaveProperty('failure.message', 'wrongPassphrase');
  });

  it('ask without a reproach when nobody knew that it was locked', () => {
    const wizard = stepAfter({ kind: 'choose', chosen: open }, refused('passphraseNeeded', 'first dog'));
    expect(wizard).toEqual({
      step: 'passphrase',
      chosen: { ...open, encrypted: true, hint: 'first dog' },
      failure: null,
    });
  });

  it.each(['damaged', 'truncated', 'newerSchema', 'gone', null])(
    'go back to the choice when it is refused as %s',
    (why) => {
      const wizard = stepAfter({ kind: 'choose', chosen: open }, refused(why));
      expect(wizard).toMatchObject({ step: 'choose' });
      expect(wizard).toHaveProperty('failure.message', String(why));
    },
  );

  it('pay no heed to an answer that comes after somebody went back', () => {
    const wizard = stepAfter(
      { kind: 'choose', chosen: open },
      { kind: 'back' },
      { kind: 'opened', comparison },
      { kind: 'progress', percent: 90 },
    );
    expect(wizard).toEqual({ step: 'choose', failure: null });
  });

  it('take a file named by its path for locked when its name says so', () => {
    expect(chosenFile('E:\\Backup.SQLITE.ZST.AGE').encrypted).toBe(true);
    expect(chosenFile('/stick/backup.sqlite.gz').encrypted).toBe(false);
  });
});

describe('the word before a restore', () => {
  it.each([
    ['RESTORE', true],
    [' restore ', true],
    ['RESTOR', false],
    ['', false],
    ['RESTORE!', false],
  ])('%j counts: %s', (typed, counts) => expect(isTheWord(typed, 'RESTORE')).toBe(counts));
});
