import { expect, it } from 'vitest';
import { parseTags } from '#shared/domain/imports/tags.ts';

it('reads the tags of a cell, each once and in its order', () => {
  expect(parseTags('Vegan; window seat,VEGAN |  long   name \n')).toEqual([
    'Vegan',
    'window seat',
    'long name',
  ]);
  expect(parseTags(' ;, ')).toEqual([]);
  // A name of signs alone stands for itself.
  expect(parseTags('★;★★;★')).toEqual(['★', '★★']);
});
