/** The second half of the data dictionary (`dictionary.ts`): the tables of the English file of this name. */
export const tablesOfCare = {
  tags: {
    meaning: 'Liikkeen omat tunnisteet.',
    columns: {
      name: 'Nimi.',
      name_folded: 'Nimi ilman isoja kirjaimia ja tarkkeita: yhdellä tunnisteella kerrallaan.',
      colour: 'Väri; tyhjä: ei väriä.',
      created_by: 'Kuka teki sen: staff.id.',
      removed_at: 'Milloin poistettu; tyhjä: käytössä.',
    },
  },
  customer_tags: {
    meaning: 'Kenellä tunniste on.',
    columns: { tag_id: 'Tunniste: tags.id.' },
  },
  close_steps: {
    meaning: 'Mitä kuukauden sulkemista varten tehtiin.',
    columns: {
      month: 'Kuukausi.',
      step: 'Vaihe.',
      state: 'Vahvistettu, jätetty väliin tai tallennettu.',
      found: 'Mitä oli katsottavana.',
    },
  },
  staff_rights: {
    meaning: 'Mitä joku saa tehdä roolinsa lisäksi.',
    columns: {
      give_limit: 'Suurin summa, jonka saa antaa heti kysymättä; tyhjä: ei rajaa.',
      undo_all: 'Saako kumota muiden kirjaamia käyntejä.',
      left_at: 'Milloin lopetti työt täällä; tyhjä: ei ole lopettanut.',
    },
  },
  staff_customers: {
    meaning: 'Täällä työskentelevien omat asiakastiedot: kuka asiakkaista kukin on itse.',
    columns: {},
  },
  staff_sign_ins: { meaning: 'Milloin joku viimeksi kirjautui.', columns: {} },
  goals: {
    meaning: 'Tavoitteet; kunkin luvun uusin on voimassa.',
    columns: { metric: 'Luku.', target: 'Tavoite; tyhjä: poistettu.' },
  },
  segments: {
    meaning: 'Tallennetut asiakasryhmät.',
    columns: { name: 'Nimi.', filter: 'Keitä ryhmään kuuluu.' },
  },
  customer_outlook: {
    meaning: 'Miltä kunkin asiakkaan kohdalla näyttää (johdettu).',
    columns: {
      business_day: 'Päivä, jolle se on laskettu.',
      last_day: 'Viimeinen käynti, josta se on laskettu.',
      state: 'Uusi, ajallaan, hiipumassa, vaarassa tai itselleen myöhässä.',
      because: 'Mikä sen ratkaisi.',
      active: 'Todennäköisyys, ettei asiakas ole lähtenyt; tyhjä: tietoja on liian vähän.',
      returns: 'Todennäköisyys käynnille tarkasteltujen viikkojen aikana.',
      usual_gap: 'Tavallinen käyntiväli päivinä.',
      waited: 'Päiviä viime käynnistä ilman kiinniolopäiviä ja poissaoloja.',
      expected_day: 'Odotettu seuraava käynti.',
      worry_day: 'Tästä päivästä alkaen lähteminen on jääntiä todennäköisempää.',
      visits_ahead: 'Tarkasteltujen viikkojen odotetut käynnit.',
      year_spend: 'Ostot 365 päivänä viime käyntiin asti.',
      year_value: 'Seuraavien 12 kuukauden odotettu arvo.',
      recent_gap: 'Kolmen viime käyntivälin mediaani päivinä, kun väli on kasvanut.',
      earlier_gap: 'Aiempien käyntivälien mediaani.',
    },
  },
  outlook_runs: {
    meaning: 'Jokainen kerta, jona kaikki asiakkaat käytiin läpi.',
    columns: {
      customers: 'Montako asiakasta.',
      data_hash: 'Sormenjälki käynneistä, joista se on laskettu.',
      model: 'Malli ja sen osuvuus viime neljänneksellä.',
    },
  },
  closed_days: {
    meaning: 'Päivät, joina liike oli kiinni.',
    columns: {
      from_day: 'Ensimmäinen päivä.',
      to_day: 'Viimeinen päivä.',
      ended_at: 'Milloin se peruttiin; tyhjä: se on voimassa.',
    },
  },
  absences: {
    meaning: 'Poissaolot, joista asiakkaat ovat kertoneet.',
    columns: {
      from_day: 'Ensimmäinen päivä.',
      to_day: 'Viimeinen päivä.',
      ended_at: 'Milloin se peruttiin; tyhjä: se on voimassa.',
    },
  },
  promises: {
    meaning: 'Mitä asiakkaille on luvattu mihinkin päivään mennessä.',
    columns: {
      text: 'Mitä luvattiin.',
      due_day: 'Mihin päivään mennessä.',
      owner_id: 'Kenen on määrä tehdä se: staff.id.',
    },
  },
  follow_up_facts: {
    meaning: 'Miten yhteydenotot sujuivat. Vahingossa kirjatulla on rivi taulussa follow_up_undos.',
    columns: {
      reason: 'Miksi asiakkaaseen otettiin yhteyttä.',
      outcome: 'Miten se sujui.',
      channel: 'Miten asiakas tavoitettiin; tyhjä: ei tiedetä, tai häntä ei tavoitettu.',
      until_day: 'Minä päivänä asiakas palaa listalle; tyhjä: asia päättyi tähän.',
      words: 'Mitä sanotaan, kun asiakas seuraavan kerran käy.',
      promise_id: 'Lupaus, jota se koski: promises.id.',
      settles_id: 'Seuraavan käynnin vihje, jonka se päätti: follow_up_facts.id.',
      playbook_id: 'Toimintaohje, jota noudatettiin.',
      detail: 'Syyn tiedot sellaisina kuin ne olivat.',
      tone: 'Asiakkaalle hyödyllinen vai mainos.',
      voucher_id: 'Mukana annettu etukuponki: vouchers.id.',
      situation: 'Tilanne, jonka toimintaohjetta noudatettiin; tyhjä: kampanjan sanat, tai ei kirjattu.',
    },
  },
  surprises: {
    meaning: 'Päivän pieneen yllätykseen arvotut (johdettu); ensimmäisenä omalla vuorollaan käyvä saa sen.',
    columns: {},
  },
  follow_up_undos: {
    meaning: 'Vahingossa kirjatut yhteydenottojen tulokset, joita ei lasketa.',
    columns: { fact_id: 'Tulos: follow_up_facts.id.' },
  },
  follow_up_list: {
    meaning: 'Päivän lista asiakkaista, joihin otetaan yhteyttä (johdettu).',
    columns: {
      position: 'Paikka listalla.',
      reason: 'Painavin syy.',
      detail: 'Syyn tiedot.',
      others: 'Muut syyt.',
    },
  },
  playbook_versions: {
    meaning: 'Mitä omistaja päätti tehdä missäkin tilanteessa, kaikki versiot; uusin on voimassa.',
    columns: {
      situation: 'Tilanne.',
      content: 'Mitä tehdään ja sanotaan; tyhjä: niin kuin ohjelma ehdottaa.',
    },
  },
  campaigns: {
    meaning: 'Kampanjat: mitä usealle asiakkaalle tehdään kahden päivän välillä.',
    columns: {
      name: 'Nimi.',
      whom: 'Ketkä.',
      channel: 'Yhteydenottotapa.',
      tone: 'Hyödyllinen vai mainos.',
      variants: 'Mitä sanotaan ja annetaan, yhdellä tai kahdella tavalla.',
      test: 'Mitä halutaan selvittää; tyhjä: ei mitään.',
      from_day: 'Ensimmäinen päivä.',
      to_day: 'Viimeinen päivä.',
      started_at: 'Milloin se aloitettiin; tyhjä: ei vielä.',
      started_day: 'Aloituksen liikepäivä.',
      stopped_at: 'Milloin se lopetettiin kesken; tyhjä: ei lopetettu.',
      stopped_day: 'Lopettamisen liikepäivä.',
      hindrance: 'Miksi se ei voinut jatkua itsestään; tyhjä: mikään ei estä.',
    },
  },
  experiments: {
    meaning: 'Kokeiden suunnitelmat sellaisina kuin ne olivat alussa.',
    columns: {
      campaign_id: 'Kampanja: campaigns.id.',
      window_days: 'Montako päivää paluuta seurataan.',
      base: 'Osuus, joka palaa itsestään liikkeen oman historian mukaan; tyhjä: ei tiedossa.',
      effect: 'Osuuden kasvu, joka halutaan nähdä.',
      needed_treated: 'Tarvittavat asiakkaat ryhmässä, johon otetaan yhteyttä.',
      needed_control: 'Tarvittavat asiakkaat vertailuryhmässä.',
      end_day: 'Viimeinen päivä, joka lasketaan.',
      key_low: 'Ryhmien arvonta-avaimen alkuosa.',
      key_high: 'Avaimen loppuosa.',
    },
  },
  campaign_people: {
    meaning: 'Kampanjan asiakkaat, jotka arvottiin alussa ryhmiin.',
    columns: {
      campaign_id: 'Kampanja: campaigns.id.',
      arm: 'Ensimmäinen tapa, toinen tapa tai vertailuryhmä, joka ei saa mitään.',
      voucher_id: 'Mukana annettu etukuponki: vouchers.id.',
      situation: 'Missä tilanteessa asiakas silloin oli; tyhjä: ei kirjattu.',
      joined_day: 'Päivä, jona asiakas tuli mukaan kesken kampanjan; tyhjä: mukana alusta asti.',
    },
  },
  care_notes: {
    meaning: 'Muistiinpanot, jotka vain osa rooleista näkee; ne poistuvat, kun niiden aika on kulunut.',
    columns: {
      kind: 'Herkkyystesti tai iho ja terveys.',
      text: 'Muistiinpano.',
      made_day: 'Päivä, jota se koskee.',
    },
  },
  kept_people: {
    meaning: 'Henkilöt, joiden tiedot säilytetään, vaikka viime käynnistä on yli säilytysajan.',
    columns: {},
  },
  erasures: {
    meaning: 'Henkilöt, joiden nimi ja tiedot on poistettu; käynnit säilyvät.',
    columns: {
      fingerprint: 'Tunniste, josta merkintä tunnetaan vanhasta varmuuskopiosta.',
      cause: 'Asiakas pyysi, säilytysaika päättyi tai varmuuskopio toi tiedot takaisin.',
      visits: 'Ilman nimeä säilyvät käynnit.',
    },
  },
  audit_entries: {
    meaning: 'Loki: jokainen muutos, kukin sidottu edelliseen.',
    columns: {
      number: 'Juokseva numero ilman aukkoja.',
      staff_id: 'Kuka teki: staff.id; tyhjä: ohjelma itse tai kukaan ei ollut kirjautunut.',
      approved_by: 'Kenen PIN-koodilla sallittiin: staff.id.',
      call: 'Mitä tehtiin.',
      outcome: 'Tehtiin vai estettiin.',
      subject_id: 'Luodun tai muutetun kohteen numero.',
      facts_hash: 'audit_facts-taulun suolan ja tietojen SHA-256.',
      previous_hash: 'Edellisen merkinnän tiiviste.',
      hash: 'Tämän merkinnän ja edellisen tiivisteen SHA-256.',
    },
  },
  audit_facts: {
    meaning: 'Mitä lokimerkintä kertoo tekijän ja ajan lisäksi; poistuu, kun henkilö poistetaan.',
    columns: {
      number: 'Merkintä: audit_entries.number.',
      salt: 'Satunnainen alku, jotta tietoja ei voi arvata tiivisteestä.',
      facts: 'Ennen, jälkeen ja syy.',
    },
  },
};
