import type { items as english } from '../en/items.ts';
import type { SameKeys } from '../same-keys.ts';

export const items = {
  subtitle: 'Mitä myyt. Pikavalinnat ovat kassan näppäimiä',
  add: 'Lisää tuote',
  empty:
    'Kahvi, hiustenleikkuu, pulla: lisää tänne se, mitä myyt useimmin, niin siitä tulee kassalle oma näppäin.',
  column: { name: 'Nimi', category: 'Ryhmä', price: 'Hinta', quick: 'Kassan näppäin', state: 'Tila' },
  onSale: 'Myynnissä',
  notOnSale: 'Ei myynnissä',
  noCategory: 'Ilman ryhmää',
  form: {
    new: 'Uusi tuote',
    edit: 'Muokataan: {{name}}',
    name: 'Nimi',
    nameMissing: 'Mikä sen nimi on?',
    price: 'Hinta',
    priceMissing: 'Mitä se maksaa? Myös 0 on hinta.',
    category: 'Ryhmä',
    categoryNote: 'Esimerkiksi kahvit, leivonnaiset, värit',
    quick: 'Kassan näppäin',
    quickNote: 'Näppäimet 1–4 ovat numeroiden vieressä, muut näkyvät, kun summaa ei näppäillä',
    quickNone: 'Ei näppäintä',
    quickFree: 'Näppäin {{position}}',
    quickTaken: 'Näppäin {{position}}, tilalta lähtee {{name}}',
    active: 'Myynnissä',
    activeNote: 'Aiemmat käynnit säilyttävät nimen ja hinnan',
  },
} as const satisfies SameKeys<typeof english>;
