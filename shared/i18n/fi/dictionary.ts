import type { dictionary as english } from '../en/dictionary.ts';
import type { SameKeys } from '../same-keys.ts';
import { tablesOfCare } from './dictionary-care.ts';

export const dictionary = {
  file: 'Regulars, kaikki tiedot {{date}}',
  list: { table: 'taulu', column: 'sarake', type: 'tyyppi', meaning: 'merkitys', whole: '(koko taulu)' },
  decoded: 'Sama kuin {{column}}, luettavassa muodossa.',
  types: {
    id: 'rivin numero',
    number: 'luku',
    fraction: 'desimaaliluku',
    money: 'raha, pienin yksikkö',
    flag: '0 = ei, 1 = kyllä',
    day: 'päivä, laskettuna 1.1.1970 alkaen',
    month: 'kuukausi, laskettuna tammikuusta 1970',
    moment: 'hetki, millisekunteja 1.1.1970 UTC alkaen',
    text: 'teksti',
    json: 'JSON',
    isoDay: 'päivä VVVV-KK-PP',
    isoMonth: 'kuukausi VVVV-KK',
    isoMoment: 'hetki VVVV-KK-PPThh:mm:ss.sssZ, UTC',
  },
  readme: [
    'Kaikki, mitä liikkeen {{shop}} tiedostossa oli hetkellä {{at}} (UTC).',
    '',
    'Kansiossa csv/ on jokainen taulu CSV-tiedostona taulukkolaskentaa varten (UTF-8, sarakkeiden erotin {{delimiter}}).',
    'Kansiossa json/ ovat samat taulut ohjelmia varten: yksi JSON-olio riviä kohti, mitään muuttamatta.',
    'Tiedosto dictionary.csv kertoo, mitä jokainen taulu ja sarake tarkoittaa.',
    '',
    'Sarake, jonka nimen lopussa on _iso, toistaa edellisen sarakkeen luettavana päivämääränä.',
    'Raha on kokonaislukuna valuutan {{currency}} pienimpinä yksikköinä: jaa luvulla {{factor}}.',
    'CSV-tiedoston tyhjä solu tarkoittaa, ettei tietoa ole. JSONissa se on null, ja tyhjä teksti on "".',
    'Jos taulukkolaskenta voisi luulla CSV-tiedoston tekstiä kaavaksi, sen edessä on heittomerkki. JSONissa sitä ei ole.',
    '',
    'Käyntejä ja kirjauksia ei koskaan muuteta: perutulla on toinen rivi, joka kumoaa ensimmäisen.',
    'Johdetuiksi merkityt taulut ovat näiden summia, ja ne voi laskea niistä uudelleen.',
    'Tämä on lukemista ja muualle siirtymistä varten. Aiempaan tilaan palataan varmuuskopiosta.',
  ],
  shared: {
    id: 'Rivin numero.',
    at: 'Milloin rivi kirjoitettiin.',
    staff_id: 'Kuka sen teki: staff.id.',
    customer_id: 'Asiakas: customers.id.',
    wallet_id: 'Lompakko: wallets.id.',
    unit_id: 'Pisteet tai leimakortti: units.id.',
    visit_id: 'Käynti: visits.id.',
    import_id: 'Tuonti, joka rivin kirjoitti: imports.id.',
    tier_id: 'Taso; sen nimi on ohjelman säännöissä.',
    programme_version_id: 'Säännöt, joiden mukaan rivi kirjoitettiin: programme_versions.id.',
    request_id: 'Erottaa toistetun pyynnön uudesta.',
    business_day: 'Liikepäivä: keskiyön jälkeen vielä edellinen päivä, vaihtumisaikaan asti.',
    business_month: 'Liikepäivän kuukausi.',
    created_at: 'Milloin tieto kirjattiin.',
    carry_num: 'Seuraavaan kertaan siirtyvä pisteen murto-osa, osoittaja.',
    carry_den: 'Seuraavaan kertaan siirtyvä pisteen murto-osa, nimittäjä.',
    reason: 'Annettu syy.',
  },
  tables: {
    shop: {
      meaning: 'Itse liike, yksi rivi.',
      columns: {
        name: 'Liikkeen nimi.',
        kind: 'Kahvila, kampaamo tai muu.',
        country: 'Maa, ISO 3166.',
        currency: 'Valuutta, ISO 4217.',
        time_zone: 'Aikavyöhyke IANA-nimellä.',
        cutoff_minutes: 'Montako minuuttia keskiyön jälkeen liikepäivä vaihtuu.',
        language: 'Liikkeen kieli.',
        till_number: 'Tämän kassan numero.',
        demo: 'Onko tämä esittelyliike.',
        created_at: 'Milloin liike perustettiin ohjelmaan; ei muutu koskaan.',
      },
    },
    preferences: {
      meaning: 'Asetukset.',
      columns: { name: 'Mitkä asetukset.', value: 'Asetusten arvot.' },
    },
    counters: {
      meaning: 'Juoksevat numerot.',
      columns: { name: 'Mikä numerosarja.', value: 'Viimeksi annettu numero.' },
    },
    requests: {
      meaning: 'Tehdyt muutokset, jotta toistettu pyyntö ei muuta mitään.',
      columns: {
        call: 'Mitä pyydettiin.',
        content: 'Pyynnön tiiviste; itse sisältöä ei säilytetä.',
        subject_id: 'Sen rivin numero, joka pyynnöstä syntyi.',
      },
    },
    staff: {
      meaning: 'Henkilökunta.',
      columns: {
        name: 'Nimi.',
        role: 'Omistaja, esihenkilö tai työntekijä.',
        active: 'Onko yhä töissä täällä.',
      },
    },
    customers: {
      meaning:
        'Asiakkaat. Toiseen yhdistetyllä ja tuontinsa mukana poistetulla on viittaus sarakkeessa merged_into_id.',
      columns: {
        name: 'Nimi.',
        name_folded: 'Nimi ilman tarkkeita ja isoja kirjaimia, hakua varten.',
        phone: 'Puhelinnumero kansainvälisessä muodossa.',
        phone_reversed: 'Puhelinnumeron numerot takaperin, hakua varten.',
        email: 'Sähköpostiosoite.',
        birth_day: 'Syntymäpäivä: kuukauden päivä.',
        birth_month: 'Syntymäpäivä: kuukausi, 1–12.',
        birth_year: 'Syntymävuosi, jos se tiedetään.',
        language: 'Asiakkaan kieli.',
        allergy: 'Allergiat.',
        preference: 'Mistä asiakas pitää.',
        source: 'Mistä asiakas kuuli liikkeestä.',
        referred_by_id: 'Kuka asiakkaan toi: customers.id.',
        customer_since: 'Asiakkaana tästä päivästä alkaen.',
        complete_later: 'Onko tietoja vielä kysyttävänä.',
        external_ref: 'Numero aiemmassa järjestelmässä.',
        created_by: 'Kuka asiakkaan kirjasi: staff.id.',
        merged_into_id:
          'Asiakas, johon tämä yhdistettiin; oma numero, jos asiakas poistettiin tuontinsa mukana.',
      },
    },
    cards: {
      meaning: 'Asiakkaiden kortit.',
      columns: {
        code: 'Kortin koodi.',
        code_reversed: 'Koodi takaperin, hakua varten.',
        state: 'Käytössä tai estetty.',
        issued_at: 'Milloin kortti annettiin.',
        issued_by: 'Kuka kortin antoi: staff.id.',
      },
    },
    consents: {
      meaning: 'Kaikki vastaukset suostumuskysymyksiin; uusin on voimassa.',
      columns: {
        purpose:
          'Jäsenyys, profilointi, yhteydenotot yleensä (contact) tai yksi tapa: call, text, email, post.',
        granted: 'Vastasiko asiakas kyllä.',
        text_version: 'Millä sanamuodolla kysyttiin.',
        place: 'Missä kysyttiin: kassalla, lomakkeella vai asiakkaan sivulla; tyhjä: ei tiedossa.',
      },
    },
    customer_notes: { meaning: 'Muistiinpanot asiakkaista.', columns: { text: 'Muistiinpano.' } },
    merges: {
      meaning: 'Saman henkilön yhdistetyt tiedot.',
      columns: {
        kept_id: 'Asiakas, joka jäi: customers.id.',
        merged_id: 'Asiakas, joka yhdistettiin siihen: customers.id.',
        undone_at: 'Milloin yhdistäminen purettiin.',
        details: 'Mitä purkaminen palauttaa.',
      },
    },
    imports: {
      meaning: 'Tuodut tiedostot.',
      columns: {
        kind: 'Käyntejä, asiakkaita tai alkusaldoja.',
        file_name: 'Tiedoston nimi.',
        file_hash: 'Tiedoston SHA-256-tiiviste.',
        report: 'Tuonnin tulos.',
        keeps_changes: 'Kertooko import_changes kaiken, mitä tuonti kirjoitti asiakkaiden tietoihin.',
        undone_at: 'Milloin tuonti peruttiin.',
        undone_by: 'Kuka sen perui: staff.id.',
        undone: 'Perumisen tulos.',
      },
    },
    import_changes: {
      meaning: 'Mitä tuonnit kirjoittivat asiakkaiden tietoihin, jotta sen voi perua.',
      columns: {
        field: 'Mikä tieto, tai created, card, note, entry, tag, tagMade.',
        before: 'Mitä siinä oli; tyhjä tarkoittaa, ettei mitään.',
        after: 'Mitä siihen kirjoitettiin.',
      },
    },
    items: {
      meaning: 'Mitä liike myy.',
      columns: {
        name: 'Nimi.',
        category: 'Ryhmä.',
        price: 'Hinta.',
        active: 'Onko yhä myynnissä.',
        quick_position: 'Paikka pikapainikkeissa, 1–12.',
      },
    },
    visits: {
      meaning: 'Käynnit ja rivit, jotka peruvat niitä.',
      columns: {
        sign: '1 = käynti, -1 = peruu käynnin, 0 = rahaa palautettu.',
        amount: 'Mitä maksettiin; tyhjä, jos summaa ei tiedetä.',
        source: 'Kassa, tuonti tai esittely.',
        reverses_id: 'Käynti, jonka tämä rivi peruu: visits.id.',
        refunds_id: 'Käynti, josta rahaa palautettiin: visits.id.',
        moved_from_id: 'Käynti ennen kuin se siirrettiin oikealle asiakkaalle: visits.id.',
      },
    },
    visit_lines: {
      meaning: 'Mitä käynnillä ostettiin.',
      columns: {
        line: 'Rivin numero.',
        item_id: 'Tuote: items.id.',
        name: 'Tuotteen silloinen nimi.',
        quantity: 'Montako.',
        unit_price: 'Yhden silloinen hinta.',
      },
    },
    parked_check_ins: {
      meaning: 'Kassalla odottamaan jätetyt käynnit.',
      columns: { content: 'Mitä siihen mennessä kirjattiin.' },
    },
    parked_reserves: {
      meaning: 'Mitä odottavat käynnit aikovat käyttää.',
      columns: { parked_id: 'Odottava käynti: parked_check_ins.id.', amount: 'Kuinka paljon.' },
    },
    wallets: {
      meaning: 'Lompakot, joissa pisteet ja leimat ovat; taloudella on yhteinen.',
      columns: {
        moved_into_id: 'Lompakko, johon sisältö siirtyi: wallets.id.',
        moved_by_id: 'Yhdistäminen, joka siirsi sen: merges.id.',
      },
    },
    units: {
      meaning: 'Pisteet ja jokainen leimakortti.',
      columns: { kind: 'Pisteet tai leimat.', name: 'Nimi.' },
    },
    ledger_entries: {
      meaning: 'Jokainen saldon muutos. Täällä mitään ei koskaan muuteta eikä poisteta.',
      columns: {
        kind: 'Kertynyt, lahja, käytetty, kumottu, oikaistu, vanhentunut tai siirretty.',
        change: 'Muutos ylös tai alas.',
        reverses_id: 'Kirjaus, jonka tämä kumoaa: ledger_entries.id.',
        refunds_id: 'Kertymä, josta tämä ottaa osan takaisin: ledger_entries.id.',
        why: 'Syy kaikkine tietoineen.',
      },
    },
    lots: {
      meaning: 'Mitä on tullut lisää, ja päivä jolloin se vanhenee.',
      columns: {
        entry_id: 'Kirjaus, joka sen toi: ledger_entries.id.',
        amount: 'Kuinka paljon tuli.',
        remaining: 'Kuinka paljon on jäljellä. Johdettu.',
        expires_day: 'Vanhentunut tästä päivästä alkaen; tyhjä: ei vanhene.',
      },
    },
    ledger_draws: {
      meaning: 'Mitä kirjaukset ottivat eristä.',
      columns: {
        entry_id: 'Kirjaus: ledger_entries.id.',
        lot_id: 'Erä: lots.entry_id.',
        amount: 'Kuinka paljon; alle nollan: palautettu.',
      },
    },
    balances: { meaning: 'Saldot. Johdettu kirjauksista.', columns: { balance: 'Saldo nyt.' } },
    wallet_transfers: {
      meaning: 'Siirrot lompakosta toiseen.',
      columns: {
        out_id: 'Kirjaus, joka otti pois: ledger_entries.id.',
        in_id: 'Kirjaus, joka lisäsi: ledger_entries.id.',
        merge_id: 'Yhdistäminen, johon siirto kuuluu: merges.id.',
      },
    },
    programme_versions: {
      meaning: 'Ohjelman säännöt, jokainen versio.',
      columns: {
        number: 'Version numero.',
        effective_from: 'Voimassa tästä päivästä alkaen.',
        rules: 'Säännöt.',
        published_at: 'Milloin versio julkaistiin.',
        published_by: 'Kuka sen julkaisi: staff.id.',
      },
    },
    programme_draft: {
      meaning: 'Työn alla olevat säännöt, enintään yksi rivi.',
      columns: {
        rules: 'Säännöt.',
        effective_from: 'Mistä alkaen niiden on määrä olla voimassa.',
        saved_at: 'Milloin ne tallennettiin.',
        saved_by: 'Kuka ne tallensi: staff.id.',
      },
    },
    reward_counts: {
      meaning: 'Montako kertaa kukin palkinto on annettu.',
      columns: {
        reward_id: 'Palkinto; sen nimi on säännöissä.',
        given: 'Montako kertaa, perutut pois laskien.',
      },
    },
    tier_holds: {
      meaning: 'Käsin annetut tasot.',
      columns: { until_day: 'Päivä, johon asti, sitä lukuun ottamatta; tyhjä: pysyvästi.' },
    },
    customer_tiers: {
      meaning: 'Jokaisen asiakkaan taso. Johdettu.',
      columns: { rank: 'Sija, 1 = ensimmäinen, kun tasot ovat sijoja.' },
    },
    interests: {
      meaning: 'Mitä asiakkaat ovat kysyneet ostamatta sitä. Ostettu sittemmin: selviää käynneistä.',
      columns: {
        item_id: 'Tuote: items.id; tyhjä: ei myydä täällä.',
        words: 'Mitä kysyttiin, sanoin, kun sitä ei myydä täällä.',
        ended_at: 'Milloin otettu pois käsin; tyhjä: ei ole otettu.',
        ended_by: 'Kuka otti pois: staff.id.',
      },
    },
    vouchers: {
      meaning: 'Etukupongit.',
      columns: {
        code: 'Koodi.',
        kind: 'Syntymäpäivä, takaisin houkuttelu, suosittelu, yllätys tai hyvitys.',
        name: 'Nimi.',
        benefit: 'Mitä sillä saa.',
        cost: 'Mitä se maksaa liikkeelle.',
        issued_at: 'Milloin se annettiin.',
        issued_day: 'Liikepäivä, jona se annettiin.',
        issued_by: 'Kuka sen antoi: staff.id.',
        expires_day: 'Vanhentunut tästä päivästä alkaen.',
        voided_at: 'Milloin se mitätöitiin.',
        voided_by: 'Kuka sen mitätöi: staff.id.',
        void_reason: 'Miksi se mitätöitiin.',
      },
    },
    voucher_uses: {
      meaning: 'Käynneillä käytetyt etukupongit.',
      columns: { voucher_id: 'Etukuponki: vouchers.id.' },
    },
    price_holds: {
      meaning: 'Vanhat hinnat, jotka joku saa pitää jonkin aikaa.',
      columns: {
        until_day: 'Päivä, johon asti, sitä lukuun ottamatta.',
        prices: 'Tuotteiden hinnat: items.id ja hinta.',
        ended_at: 'Milloin se päätettiin ennen aikojaan.',
      },
    },
    customer_stats: {
      meaning: 'Jokaisen asiakkaan summat. Johdettu käynneistä.',
      columns: {
        first_day: 'Ensimmäinen käynti.',
        last_day: 'Viimeisin käynti.',
        last_at: 'Viimeisimmän kirjauksen hetki.',
        visits: 'Päiviä, joina on käyty.',
        check_ins: 'Kirjattuja käyntejä.',
        spend: 'Tiedossa olevat summat, palautukset pois laskien.',
        amount_check_ins: 'Käyntejä, joiden summa tiedetään.',
      },
    },
    customer_month: {
      meaning: 'Kuukaudet, joina asiakas kävi. Johdettu käynneistä.',
      columns: {
        month: 'Kuukausi.',
        visits: 'Päiviä, joina on käyty.',
        spend: 'Tiedossa olevat summat.',
        age: 'Kuukausia ensimmäisestä käynnistä.',
        prev: 'Edellinen kuukausi, jona asiakas kävi.',
      },
    },
    day_totals: {
      meaning: 'Jokaisen päivän summat. Johdettu käynneistä.',
      columns: {
        check_ins: 'Kirjattuja käyntejä.',
        identified: 'Käyntejä, joilla on asiakas.',
        amount: 'Myynti.',
        identified_amount: 'Myynti käynneistä, joilla on asiakas.',
        amount_check_ins: 'Käyntejä, joiden summa tiedetään.',
        rewards: 'Käytettyjä palkintoja.',
      },
    },
    daily_runs: {
      meaning: 'Mikä tapahtuu itsestään kerran päivässä, ja milloin viimeksi.',
      columns: { name: 'Mikä se on.' },
    },
    month_closes: {
      meaning: 'Suljetut kuukaudet. Ei muuteta koskaan.',
      columns: {
        number: 'Sulkemisen numero.',
        month: 'Kuukausi.',
        content: 'Luvut sellaisina kuin ne lukittiin.',
        previous_hash: 'Edellisen sulkemisen tiiviste.',
        hash: 'SHA-256-tiiviste numerosta, sisällöstä ja edellisestä tiivisteestä.',
      },
    },
    month_reopenings: {
      meaning: 'Uudelleen avatut sulkemiset.',
      columns: { number: 'Sulkeminen: month_closes.number.' },
    },
    ...tablesOfCare,
  },
} as const satisfies SameKeys<typeof english>;
