import { describe, expect, it } from 'vitest';
import { columnWords } from '#shared/domain/imports/column-words.ts';
import { guessCustomerColumns, guessVisitColumns, looksLikeHeader } from '#shared/domain/imports/index.ts';
import { fold } from '#shared/domain/search/fold.ts';

const visits = (heading: string) => {
  const { customer, date, amount, time, name } = guessVisitColumns(heading.split(';'));
  return [customer, date, amount, time, name];
};

describe('guessVisitColumns', () => {
  it.each([
    ['id;date;amount', [0, 1, 2, null, null]],
    ['id;date;qty;amount', [0, 1, 3, null, null]],
    ['Order ID;Customer ID;Order date;Total', [1, 2, 3, null, null]],
    ['Date;Time;Customer name;Customer no.;Total (EUR)', [3, 0, 4, 1, 2]],
    ['Date', [null, 0, null, null, null]],
    ['Date;Name;Amount', [1, 0, 2, null, 1]],
    ['customer_id;visitDate;amount_paid', [0, 1, 2, null, null]],
    ['Päivämäärä;Kellonaika;Asiakasnumero;Nimi;Summa (€)', [2, 0, 4, 1, 3]],
    ['PVM;ASIAKAS;YHTEENSÄ', [1, 0, 2, null, null]],
    ['Tarih;Saat;Müşteri No;Ad Soyad;Tutar', [2, 0, 4, 1, 3]],
    ['İŞLEM TARİHİ;MÜŞTERİ ADI;TOPLAM TUTAR', [1, 0, 2, null, 1]],
    ['Dátum;Időpont;Ügyfélkód;Név;Végösszeg', [2, 0, 4, 1, 3]],
    ['Tarikh;Masa;No. Pelanggan;Nama;Jumlah (RM)', [2, 0, 4, 1, 3]],
    ['Tanggal;Jam;Kode Pelanggan;Nama Pelanggan;Total', [2, 0, 4, 1, 3]],
    ['Date;Card number;Amount', [1, 0, 2, null, null]],
    ['Date;Phone;Amount', [1, 0, 2, null, null]],
    ['a;b;c', [null, null, null, null, null]],
  ])('%s', (heading, expected) => {
    expect(visits(heading)).toEqual(expected);
  });
});

describe('guessCustomerColumns', () => {
  const nothing = {
    name: null,
    lastName: null,
    ref: null,
    phone: null,
    email: null,
    birthday: null,
    card: null,
    since: null,
    note: null,
    tags: null,
  };

  it.each([
    ['Name;Phone;E-mail', { name: 0, phone: 1, email: 2 }],
    ['First name;Last name;Mobile phone;Date of birth', { name: 0, lastName: 1, phone: 2, birthday: 3 }],
    ['Surname;Name', { name: 1, lastName: 0 }],
    ['Full name;Surname', { name: 0 }],
    ['First name', { name: 0 }],
    ['Customer;Phone', { name: 0, phone: 1 }],
    ['Customer ID;Name;Customer since;Card no;Notes', { ref: 0, name: 1, since: 2, card: 3, note: 4 }],
    ['Name;Do not contact', { name: 0 }],
    ['Nimi;Tunnisteet', { name: 0, tags: 1 }],
    ['Name;Tags;Notes', { name: 0, tags: 1, note: 2 }],
    [
      'Asiakasnumero;Etunimi;Sukunimi;Puhelinnumero;Sähköposti;Syntymäpäivä;Korttinumero;Asiakas alkaen;Muistiinpanot',
      { ref: 0, name: 1, lastName: 2, phone: 3, email: 4, birthday: 5, card: 6, since: 7, note: 8 },
    ],
    [
      'Müşteri No;Ad;Soyad;Cep Telefonu;E-posta;Doğum Tarihi;Kart No;Kayıt Tarihi;Açıklama',
      { ref: 0, name: 1, lastName: 2, phone: 3, email: 4, birthday: 5, card: 6, since: 7, note: 8 },
    ],
    [
      'Ügyfélszám;Vezetéknév;Keresztnév;Telefonszám;E-mail cím;Születési dátum;Kártyaszám;Regisztráció dátuma;Megjegyzés',
      { ref: 0, lastName: 1, name: 2, phone: 3, email: 4, birthday: 5, card: 6, since: 7, note: 8 },
    ],
    [
      'Nama;No. Telefon;Emel;Tarikh Lahir;No. Kad;Ahli Sejak;Catatan',
      { name: 0, phone: 1, email: 2, birthday: 3, card: 4, since: 5, note: 6 },
    ],
    [
      'ID Pelanggan;Nama Depan;Nama Belakang;No HP;Surel;Tanggal Lahir;Nomor Kartu;Tanggal Bergabung;Keterangan',
      { ref: 0, name: 1, lastName: 2, phone: 3, email: 4, birthday: 5, card: 6, since: 7, note: 8 },
    ],
  ])('%s', (heading, expected) => {
    expect(guessCustomerColumns(heading.split(';'))).toEqual({ ...nothing, ...expected });
  });

  it('uses no column twice', () => {
    const { ref, name, phone, card } = guessCustomerColumns([
      'Number',
      'Customer phone number',
      'Card',
      'Phone',
    ]);
    const used = [ref, name, phone, card].filter((column) => column !== null);
    expect(new Set(used).size).toBe(used.length);
    expect(phone).toBe(3);
  });
});

describe('looksLikeHeader', () => {
  it.each([
    [['id', 'date', 'amount'], true],
    [['Päivä', 'Summa (€)', ''], true],
    [['1', '2023-02-19', '30.78'], false],
    [['A-17', '1.3.2024', '8,60 €'], false],
    [['Matti', '12.50'], false],
    [['', ' '], false],
    [[], false],
  ])('%j: %s', (row, expected) => {
    expect(looksLikeHeader(row)).toBe(expected);
  });
});

describe('the words', () => {
  it('are written in their folded form, each once per meaning', () => {
    for (const words of Object.values(columnWords)) {
      expect(words.filter((word) => fold(word) !== word)).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
