import { describe, expect, it } from 'vitest';
import { correctionsIn } from '#shared/domain/privacy/corrected-fields.ts';

describe('corrections', () => {
  it('name the fields that differ, with what was known before and after', () => {
    expect(
      correctionsIn(
        { name: 'Aino', phone: null, birth_day: 3, email: 'a@b.example' },
        { name: 'Aino M.', phone: '+358401112222', birth_day: 4, email: null },
      ),
    ).toEqual([
      { field: 'name', before: 'Aino', after: 'Aino M.' },
      { field: 'phone', before: null, after: '+358401112222' },
      { field: 'email', before: 'a@b.example', after: null },
      { field: 'birthDay', before: '3', after: '4' },
    ]);
  });

  it('leave out what is no data of theirs, and what stayed', () => {
    expect(
      correctionsIn({ complete_later: 1, source: 'A friend' }, { complete_later: 0, source: 'A friend' }),
    ).toEqual([]);
    expect(correctionsIn({}, {})).toEqual([]);
  });
});
