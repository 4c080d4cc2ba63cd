import type { desktop as english } from '../en/desktop.ts';
import type { SameKeys } from '../same-keys.ts';

export const desktop = {
  menu: {
    about: 'Tietoja Regularsista',
    hide: 'Kätke Regulars',
    hideOthers: 'Kätke muut',
    showAll: 'Näytä kaikki',
    quit: 'Lopeta Regulars',
    edit: 'Muokkaa',
    undo: 'Kumoa',
    redo: 'Tee sittenkin',
    cut: 'Leikkaa',
    copy: 'Kopioi',
    paste: 'Liitä',
    selectAll: 'Valitse kaikki',
    window: 'Ikkuna',
    minimize: 'Pienennä',
    fullScreen: 'Koko näyttö',
  },
  taken: {
    title: 'Regulars on jo käynnissä',
    browser: 'Tämä liike on auki selaimessa. Sulje se ensin siellä.',
    other: 'Tämä liike on auki toisessa Regularsissa. Sulje se ensin siellä.',
  },
  closing: {
    old: 'Viimeisin varmuuskopio on vanha.',
    offer:
      'Tehdäänkö varmuuskopio kohteeseen {{place}} ennen sulkemista? Ikkuna sulkeutuu itsestään, kun se on valmis.',
    noPlace: 'Muistitikkua ei ole liitetty. Liitä tikku ja tee varmuuskopio, tai sulje ilman varmuuskopiota.',
    backUp: 'Varmuuskopioi ja sulje',
    stay: 'Jatka',
    close: 'Sulje ilman varmuuskopiota',
    failed:
      'Varmuuskopiota ei saatu tehtyä. Tämän koneen tiedoille ei käynyt mitään. Varmuuskopio-näkymä kertoo lisää.',
  },
  cannotStart: {
    title: 'Regulars ei käynnisty',
    reason: 'Kansion {{directory}} tietoihin ei koskettu. Lisätietoja on kansion lokissa.',
  },
} as const satisfies SameKeys<typeof english>;
