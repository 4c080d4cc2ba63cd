import type { interests as english } from '../en/interests.ts';
import type { SameKeys } from '../same-keys.ts';

export const interests = {
  title: 'On kysynyt',
  none: 'Mitään ei ole avoinna. Kirjaa tähän, mitä asiakas kysyi muttei ostanut.',
  label: 'Mitä asiakas kysyi?',
  placeholder: 'Tuote tai omin sanoin',
  add: 'Lisää',
  by: '{{day}}, {{staff}}',
  open: 'avoinna',
  bought: 'ostanut sittemmin',
  notSold: 'ei myydä täällä',
  end: 'Ota pois',
  endLabel: 'Ota pois {{what}}',
  till: 'Tai asiakas kysyi tätä muttei ostanut:',
  tillItem: 'Kysyi: {{what}}',
  tillWords: 'Kysyi näillä sanoilla',
} as const satisfies SameKeys<typeof english>;
