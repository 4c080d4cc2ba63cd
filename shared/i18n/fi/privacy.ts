/** Asiakkaan oikeudet omiin tietoihinsa: poistaminen, tietokooste, säilytysaika. */
export const privacy = {
  nameGone: 'Poistettu asiakas',
  forget: {
    title: 'Poistetaanko {{name}}?',
    lead: 'Tätä ei voi perua. Käynnit jäävät lukuihin ilman nimeä.',
    goes: 'Poistuu',
    stays: 'Säilyy',
    goesList: {
      name: 'Nimi, puhelin, sähköposti, syntymäpäivä, kieli',
      words: 'Allergia, toiveet, muistiinpanot sekä kirjatut lupaukset ja syyt',
      cards: 'Kortit ja lahjakuponkien koodit',
      estimates: 'Arviot, paikka yhteydenottolistalla, ilmoitetut poissaolot',
      copies_one: '{{n}} vanhempi kopio tältä koneelta, kun uusi on ensin tehty ilman henkilöä',
      copies_other: '{{n}} vanhempaa kopiota tältä koneelta, kun uusi on ensin tehty ilman henkilöä',
    },
    staysList: {
      visits_zero: 'Ei käyntejä: mitään ei jää',
      visits_one: '{{n}} käynti summineen, pisteineen ja leimoineen',
      visits_other: '{{n}} käyntiä summineen, pisteineen ja leimoineen',
      months: 'Luvut ja suljetut kuukaudet ennallaan',
      elsewhere_one:
        '{{n}} varmuuskopiossa muistitikulla tai kansiossa on yhä nimi. Jos se palautetaan, henkilö poistetaan uudelleen.',
      elsewhere_other:
        '{{n}} varmuuskopiossa muistitikuilla tai kansioissa on yhä nimi. Jos jokin niistä palautetaan, henkilö poistetaan uudelleen.',
    },
    word: 'POISTA',
    type: 'Vahvista kirjoittamalla {{word}}',
    yes: 'Poista lopullisesti',
    no: 'Säilytä',
    done: 'Henkilötiedot on poistettu',
    doneText_one: '{{n}} käynti säilyy ilman nimeä.',
    doneText_other: '{{n}} käyntiä säilyy ilman nimeä.',
    cleaning: 'Vanhempia kopioita poistetaan tältä koneelta. Voit jatkaa.',
    cleaned: 'Vanhemmat kopiot on poistettu tältä koneelta.',
    toCustomers: 'Asiakkaisiin',
  },
  gone: {
    title: 'Tämän asiakkaan tiedot on poistettu',
    text: 'Käynnit säilyvät luvuissa ilman nimeä.',
  },
} as const;
