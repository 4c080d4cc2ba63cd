import { expect, it } from 'vitest';
import { sectionOf } from '#renderer/src/screens/settings/settings-sections.ts';

it('an address opens its part of the settings, and the first part where it names none', () => {
  expect(sectionOf('data')).toBe('data');
  expect(sectionOf(undefined)).toBe('shop');
  expect(sectionOf('secrets')).toBe('shop');
});
