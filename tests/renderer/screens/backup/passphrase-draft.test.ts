import { describe, expect, it } from 'vitest';
import {
  emptyPassphrase,
  faultOf,
  type PassphraseDraft,
  strengthOf,
} from '#renderer/src/screens/backup/passphrase-draft.ts';

const words = 'cover lion spray ripple hawk tide';
const draft = (change: Partial<PassphraseDraft>): PassphraseDraft => ({
  ...emptyPassphrase,
  passphrase: words,
  repeat: words,
  ...change,
});

describe('a passphrase about to be set', () => {
  it('is fine when it is long and was typed twice', () => {
    expect(faultOf(draft({}))).toBeNull();
    expect(strengthOf(draft({}))).toBe('strong');
  });

  it('need not be typed twice when it can be read', () => {
    expect(faultOf(draft({ repeat: '' }))).toBe('mismatch');
    expect(faultOf(draft({ repeat: '', visible: true }))).toBeNull();
  });

  it('has to be there, and not too short', () => {
    expect(faultOf(emptyPassphrase)).toBe('empty');
    expect(strengthOf(emptyPassphrase)).toBeNull();
    expect(faultOf(draft({ passphrase: 'kahvi', repeat: 'kahvi' }))).toBe('tooShort');
  });

  it('is not given away by its hint, however that is written', () => {
    expect(faultOf(draft({ hint: 'on the green sheet' }))).toBeNull();
    expect(faultOf(draft({ hint: 'It is COVER lion  spray ripple hawktide' }))).toBe('hintTells');
  });
});
