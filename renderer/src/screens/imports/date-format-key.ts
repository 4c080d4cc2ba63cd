import type { ReadingOptions } from '#shared/contract/imports.ts';

type DateFormat = NonNullable<ReadingOptions['dateFormat']>;

/** Name of a date format in the texts, whose keys cannot hold its dots. */
export const dateFormatKey = {
  'y-m-d': 'ymdDash',
  'd.m.y': 'dmyDot',
  'd/m/y': 'dmySlash',
  'm/d/y': 'mdySlash',
  'y/m/d': 'ymdSlash',
  'y.m.d': 'ymdDot',
  'd-m-y': 'dmyDash',
  yyyymmdd: 'ymdPlain',
} as const satisfies Record<DateFormat, string>;
