import type { saving as english } from '../en/saving.ts';
import type { SameKeys } from '../same-keys.ts';

/** Texts around saving a file; what stands in the file is in `exports`. */
export const saving = {
  save: 'Tallenna tiedostona',
  as: '{{what}} ({{format}})',
  format: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' },
  what: {
    month: 'Koko kuukausi',
    figures: 'Luvut',
    rollForward: 'Kuukauden pisteet',
    days: 'Päivät',
    reconciliation: 'Pisteiden täsmäytys',
    visits: 'Käynnit',
    segment: 'Henkilöt',
    close: 'Kaikki sulkemisesta',
    frozen: 'Jäädytetyt luvut',
    steps: 'Sulkemisen vaiheet',
    restated: 'Muuttunut sulkemisen jälkeen',
    chain: 'Suljetut kuukaudet',
    sealed: 'Sinetöity teksti',
  },
  columns: 'Mitä sarakkeet tarkoittavat',
  columnsText: 'Excel-tiedoston viimeinen taulukko kertoo saman. CSV-tiedostossa sille ei ole tilaa.',
  reconciliationAs: 'Tallenna: {{format}}',
  writing: 'Kirjoitetaan tiedostoa.',
  progress: 'Rivejä kirjoitettu {{done}} / {{total}}.',
  stop: 'Pysäytä',
  stopped: 'Pysäytetty. Tiedostoa ei tallennettu.',
  savedPage: 'Tallennettu: {{file}}.',
  saved_one: 'Tallennettu: {{file}}, {{n}} rivi.',
  saved_other: 'Tallennettu: {{file}}, {{n}} riviä.',
} as const satisfies SameKeys<typeof english>;
