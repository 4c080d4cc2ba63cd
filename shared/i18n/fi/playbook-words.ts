/** The words playbooks begin with, said to customers in Finnish. What stands in braces is filled in for each of them. */
export const playbookWords = {
  /** Said by every kind of shop. */
  common: {
    atRiskHigh: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Viime käynnistäsi on {away}|Viime käynnistäsi on jo aikaa], ja meillä on ikävä sinua. Olisiko jokin pitänyt tehdä paremmin?[ Ensi kerralla talo tarjoaa: {gift}.]',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. [Viime käynnistäsi on {away}|Viime käynnistäsi on jo aikaa], ja meillä on ikävä sinua.[ Ensi kerralla talo tarjoaa: {gift}.] Jos jokin ei ollut kunnossa, kerro minulle, niin korjaan asian.',
      subject: 'Sinua on kaivattu – {shop}',
      here: 'Kiva nähdä taas[, {name}]! [Tavallinen, {usual}?|Mitä saisi olla?][ Ja tänään talo tarjoaa: {gift}.]',
    },
    atRiskLow: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Emme ole nähneet sinua vähään aikaan ja halusin kysyä, mitä kuuluu.[ Ensi kerralla talo tarjoaa: {gift}.]',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Emme ole nähneet sinua vähään aikaan.[ Ensi kerralla talo tarjoaa: {gift}.] Olet tervetullut minä päivänä tahansa.',
      subject: 'Terveisin {shop}',
      here: 'Kiva nähdä taas[, {name}]![ Tänään talo tarjoaa: {gift}.]',
    },
    slippingHigh: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Huomasin, ettet ole käynyt vähään aikaan.[ Tavallinen tilauksesi odottaa: {usual}.] Mitä kuuluu?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Tulit tänään mieleeni.[ Tavallinen tilauksesi odottaa: {usual}.] Toivottavasti nähdään pian!',
      subject: '[{name}, tavallinen tilauksesi odottaa|Tavallinen tilauksesi odottaa]',
      here: '[{name}, kiva|Kiva] nähdä! [Se tavallinen, {usual}?|Mitä saisi olla?]',
    },
    slippingLow: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Halusin vain tervehtiä, kun emme ole nähneet vähään aikaan.',
      write:
        'Hei[ {name}], terveisin {shop}![ Saisiko taas olla {usual}?] Olet tervetullut minä päivänä tahansa.',
      subject: 'Terveisin {shop}',
      here: 'Kiva nähdä[, {name}]! [Se tavallinen, {usual}?|Mitä saisi olla?]',
    },
    onTrackHigh: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Kiitos, että käyt meillä niin usein.',
      write: 'Hei[ {name}], kiitos, että käyt meillä niin usein. Terveisin[ {me},] {shop}',
      subject: 'Kiitos – {shop}',
      here: 'Hei[, {name}]! [Se tavallinen, {usual}?|Mitä saisi olla?][ Tänään talo tarjoaa, ihan muuten vain: {gift}.]',
    },
    onTrackLow: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Kiitos, että käyt meillä.',
      write: 'Hei[ {name}], kiitos, että käyt meillä. Terveisin[ {me},] {shop}',
      subject: 'Kiitos – {shop}',
      here: 'Hei[, {name}]! [Se tavallinen, {usual}?|Mitä saisi olla?][ Tänään talo tarjoaa, ihan muuten vain: {gift}.]',
    },
    promise: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Lupasimme sinulle jotakin, ja soitan niin kuin sovittiin.[ Lupaus oli tämä: {promise}.][ Ja ensi kerralla talo tarjoaa: {gift}.] Onko kaikki nyt kunnossa?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Lupasimme sinulle jotakin, emmekä ole unohtaneet.[ Lupaus oli tämä: {promise}.][ Ja ensi kerralla talo tarjoaa: {gift}.]',
      subject: 'Mitä lupasimme sinulle',
      here: 'Hei[, {name}]! Lupasimme sinulle jotakin.[ Lupaus oli tämä: {promise}.][ Ja tänään talo tarjoaa: {gift}.]',
    },
    birthday: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Hyvää syntymäpäivää meiltä kaikilta![ Päiväsi kunniaksi talo tarjoaa: {gift}.]',
      write:
        'Hyvää syntymäpäivää[, {name}]![ Päiväsi kunniaksi talo tarjoaa, kun seuraavan kerran käyt: {gift}.] Terveisin[ {me} ja] koko väki, {shop}',
      subject: 'Hyvää syntymäpäivää – {shop}',
      here: 'Hyvää syntymäpäivää[, {name}]![ Tänään talo tarjoaa: {gift}.]',
    },
    firstVisit: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Kävit meillä äskettäin ensimmäistä kertaa. Oliko kaikki niin kuin toivoit?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Kiitos ensimmäisestä käynnistäsi! Oliko kaikki niin kuin toivoit? Olet tervetullut uudelleen minä päivänä tahansa.',
      subject: 'Kiitos ensimmäisestä käynnistäsi',
      here: 'Tervetuloa takaisin[, {name}]! [Saisiko taas olla {usual}?|Mitä saisi olla?]',
    },
    afterItem: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Kävit meillä, ja sinulla oli {item}. Miten on mennyt?|Miten on mennyt käyntisi jälkeen?] Voinko auttaa jossakin?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. [Kävit meillä, ja sinulla oli {item}. Miten on mennyt?|Miten on mennyt käyntisi jälkeen?] Vastaa vain, jos voin auttaa jossakin.',
      subject: 'Miten on mennyt?',
      here: 'Kiva nähdä[, {name}]! [Viimeksi sinulla oli {item}. Mitä pidit?|Mitä pidit viimeksi?]',
    },
    expiring: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Sinulla on jotakin, mikä vanhenee pian, enkä haluaisi sen menevän hukkaan.[ Se on tämä: {thing}.][ Viimeinen käyttöpäivä on {day}.]',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Muistutus, ettei mitään sinun menisi hukkaan.[ Sinulla on vielä {thing}.][ Viimeinen käyttöpäivä on {day}.]',
      subject: 'Ettei mitään menisi hukkaan',
      here: 'Hei[, {name}]! Sinulla on jotakin, mikä vanhenee pian.[ Se on tämä: {thing}.][ Käytetäänkö tänään? Viimeinen päivä on {day}.]',
    },
    milestone: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Sinulla on meillä nyt täynnä {count}|Olet ollut meillä jo pitkään], ja halusin kiittää sinua itse.[ Ensi kerralla talo tarjoaa: {gift}.]',
      write:
        'Hei[ {name}]! [Sinulla on meillä nyt täynnä {count}.|Olet ollut meillä jo pitkään.] Kiitos meiltä kaikilta.[ Ensi kerralla talo tarjoaa: {gift}.] Terveisin[ {me},] {shop}',
      subject: 'Kiitos – {shop}',
      here: 'Tiedätkö mitä[, {name}]? [Sinulla on meillä nyt täynnä {count}.|Olet ollut meillä jo pitkään.] Kiitos![ Tänään talo tarjoaa: {gift}.]',
    },
    silentVip: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Viime käynnistäsi on {away}|Viime käynnistäsi on jo aikaa], ja olet rakkaimpia kanta-asiakkaitamme. Onko kaikki hyvin?[ Ensi kerralla talo tarjoaa: {gift}.]',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Olet rakkaimpia kanta-asiakkaitamme, ja meillä on ikävä sinua.[ Ensi kerralla talo tarjoaa: {gift}.] Onko kaikki hyvin?',
      subject: 'Sinua on kaivattu – {shop}',
      here: 'Sinua on kaivattu[, {name}]! [Se tavallinen, {usual}?|Mitä saisi olla?][ Ja tänään talo tarjoaa: {gift}.]',
    },
    referral: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [{friend} tuli meille sinun ansiostasi. Kiitos!|Meille tultiin sinun ansiostasi. Kiitos!][ Ensi kerralla talo tarjoaa: {gift}.]',
      write:
        'Hei[ {name}]! [{friend} tuli meille sinun ansiostasi. Kiitos!|Meille tultiin sinun ansiostasi. Kiitos!][ Ensi kerralla talo tarjoaa: {gift}.] Terveisin[ {me},] {shop}',
      subject: 'Kiitos, että kerroit meistä',
      here: 'Kiitos[, {name}]! [{friend} tuli meille sinun ansiostasi.|Meille tultiin sinun ansiostasi.][ Tänään talo tarjoaa: {gift}.]',
    },
  },
  /** Said differently in a salon, where people come by appointment. */
  salon: {
    atRiskHigh: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Edellisestä ajastasi on {away}|Edellisestä ajastasi on jo aikaa], ja meillä on ikävä sinua. Olitko tyytyväinen?[ Seuraavalla ajalla talo tarjoaa: {gift}.] Etsinkö sinulle ajan?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. [Edellisestä ajastasi on {away}.|Edellisestä ajastasi on jo aikaa.][ Seuraavalla ajalla talo tarjoaa: {gift}.] Jos jokin ei ollut kunnossa, kerro minulle, niin korjaan asian.',
    },
    slippingHigh: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Seuraava käyntisi alkaa olla ajankohtainen[: {usual}, niin kuin yleensä]. Etsinkö sinulle sopivan ajan?',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. Seuraava käyntisi alkaa olla ajankohtainen[: {usual}, niin kuin yleensä]. Etsinkö sinulle sopivan ajan?',
      subject: '[{name}, olisiko jo uuden ajan aika?|Olisiko jo uuden ajan aika?]',
    },
    slippingLow: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. Etsinkö sinulle ajan?',
      write: 'Hei[ {name}], terveisin {shop}! Etsinkö sinulle ajan[: {usual}]?',
    },
    here: {
      usual: 'Ihana nähdä[, {name}]! [Tänään {usual}?|Mitä tänään tehdään?][ Ja talo tarjoaa: {gift}.]',
    },
    afterItem: {
      call: 'Hei[ {name}], täällä[ {me},] {shop}. [Sinulla oli viimeksi {item}. Mitä olet pitänyt?|Mitä olet pitänyt?] Jos jokin harmittaa, korjaamme sen maksutta.',
      write:
        'Hei[ {name}], täällä[ {me},] {shop}. [Sinulla oli viimeksi {item}. Mitä olet pitänyt?|Mitä olet pitänyt?] Jos jokin harmittaa, korjaamme sen maksutta.',
    },
  },
  /** What the gifts are called; they come in the middle of a sentence. */
  gifts: {
    cafe: { large: 'lounas', small: 'kahvi', birthday: 'pala kakkua', referral: 'kahvi' },
    salon: {
      large: 'hoito',
      small: 'tuote kokeiltavaksi',
      birthday: 'hoito',
      referral: 'tuote valintasi mukaan',
    },
    other: { large: 'lahja', small: 'pieni lahja', birthday: 'syntymäpäivälahja', referral: 'pieni lahja' },
  },
  /** How counts and ends are said in the middle of a sentence. */
  things: {
    points_one: '{{n}} piste',
    points_other: '{{n}} pistettä',
    stamps_one: '{{n}} leima',
    stamps_other: '{{n}} leimaa',
    visits_one: '{{n}} käynti',
    visits_other: '{{n}} käyntiä',
    years_one: '{{n}} vuosi',
    years_other: '{{n}} vuotta',
  },
} as const;
