import { tablesOfCare } from './dictionary-care.ts';

/** What the tables of the shop hold: the data dictionary of an export of everything. Columns that mean the same in every table stand in `shared`. */
export const dictionary = {
  file: 'Regulars, everything {{date}}',
  list: { table: 'table', column: 'column', type: 'type', meaning: 'meaning', whole: '(the table)' },
  decoded: 'The same as {{column}}, readable.',
  types: {
    id: 'number of a row',
    number: 'number',
    fraction: 'number with decimals',
    money: 'money, smallest unit',
    flag: '0 = no, 1 = yes',
    day: 'day, counted from 1970-01-01',
    month: 'month, counted from January 1970',
    moment: 'moment, milliseconds since 1970-01-01 UTC',
    text: 'text',
    json: 'JSON',
    isoDay: 'date YYYY-MM-DD',
    isoMonth: 'month YYYY-MM',
    isoMoment: 'moment YYYY-MM-DDThh:mm:ss.sssZ, UTC',
  },
  readme: [
    'Everything in the file of {{shop}}, as it was at {{at}} (UTC).',
    '',
    'csv/ holds every table as a CSV file for a spreadsheet (UTF-8, columns split by {{delimiter}}).',
    'json/ holds the same tables for programs: one JSON object per line, nothing changed.',
    'dictionary.csv says what every table and every column means.',
    '',
    'Columns that end in _iso repeat the column before them as a readable date.',
    'Money is a whole number of the smallest unit of {{currency}}: divide it by {{factor}}.',
    'An empty cell in a CSV file is no data. In JSON it is null, and an empty text is "".',
    'A text in a CSV file that a spreadsheet could take for a formula begins with an apostrophe. JSON has it without.',
    '',
    'Visits and ledger entries are never changed: what was undone has a second row that takes the first one back.',
    'Tables marked as derived are sums of these and can be made anew from them.',
    'This is for reading and for moving on. To go back to an earlier state, use a backup.',
  ],
  shared: {
    id: 'Number of the row.',
    at: 'When it was written.',
    staff_id: 'Who did it: staff.id.',
    customer_id: 'The customer: customers.id.',
    wallet_id: 'The wallet: wallets.id.',
    unit_id: 'Points or a stamp card: units.id.',
    visit_id: 'The visit: visits.id.',
    import_id: 'The import that wrote it: imports.id.',
    tier_id: 'The tier; its name stands in the rules of the programme.',
    programme_version_id: 'The rules it was written under: programme_versions.id.',
    request_id: 'Tells a repeated request from a new one.',
    business_day: 'Business day: after midnight still the day before, up to the cut-off.',
    business_month: 'Month of the business day.',
    created_at: 'When it was entered.',
    carry_num: 'Fraction of a point carried on, above the line.',
    carry_den: 'Fraction of a point carried on, below the line.',
    reason: 'The reason that was given.',
  },
  tables: {
    shop: {
      meaning: 'The shop itself, one row.',
      columns: {
        name: 'Name of the shop.',
        kind: 'café, salon or other.',
        country: 'Country, ISO 3166.',
        currency: 'Currency, ISO 4217.',
        time_zone: 'Time zone, as IANA names it.',
        cutoff_minutes: 'Minutes after midnight at which the business day changes.',
        language: 'Language of the shop.',
        till_number: 'Number of this till.',
        demo: 'Whether this is the demo shop.',
        created_at: 'When the shop was set up; the same for ever.',
      },
    },
    preferences: {
      meaning: 'Settings.',
      columns: { name: 'Which settings.', value: 'The settings.' },
    },
    counters: {
      meaning: 'Numbers that are counted up.',
      columns: { name: 'Which counter.', value: 'The last number given out.' },
    },
    requests: {
      meaning: 'Changes that were made, so that a repeated request changes nothing.',
      columns: {
        call: 'What was asked for.',
        content: 'A hash of what was asked; the content itself is not kept.',
        subject_id: 'Number of the row that came of it.',
      },
    },
    staff: {
      meaning: 'Who works here.',
      columns: { name: 'Name.', role: 'Owner, manager or staff.', active: 'Whether they still work here.' },
    },
    customers: {
      meaning:
        'Customers. One that was taken back with its import, or merged into another, points to a row in merged_into_id.',
      columns: {
        name: 'Name.',
        name_folded: 'Name without accents and capitals, for the search.',
        phone: 'Phone, international form.',
        phone_reversed: 'Digits of the phone backwards, for the search.',
        email: 'E-mail address.',
        birth_day: 'Birthday: day of the month.',
        birth_month: 'Birthday: month, 1 to 12.',
        birth_year: 'Birthday: year, when it is known.',
        language: 'Language of the customer.',
        allergy: 'Allergies.',
        preference: 'What they like.',
        source: 'How they heard of the shop.',
        referred_by_id: 'Who brought them: customers.id.',
        customer_since: 'Customer since this day.',
        complete_later: 'Whether details are still to be asked.',
        external_ref: 'Number in an earlier system.',
        created_by: 'Who entered them: staff.id.',
        merged_into_id:
          'The customer this entry was merged into; itself when it was taken back with its import.',
      },
    },
    cards: {
      meaning: 'Cards of customers.',
      columns: {
        code: 'Code on the card.',
        code_reversed: 'The code backwards, for the search.',
        state: 'In use or blocked.',
        issued_at: 'When it was given out.',
        issued_by: 'Who gave it out: staff.id.',
      },
    },
    consents: {
      meaning: 'Every answer to a question of consent; the newest counts.',
      columns: {
        purpose:
          'Membership, profiling, being contacted in any way (contact), or by one: call, text, email, post.',
        granted: 'Whether they said yes.',
        text_version: 'Which wording was asked.',
        place: 'Where it was asked: at the till, in the form, or on the profile; empty: not kept.',
      },
    },
    customer_notes: { meaning: 'Notes about customers.', columns: { text: 'The note.' } },
    merges: {
      meaning: 'Entries of one person that were put together.',
      columns: {
        kept_id: 'The entry kept: customers.id.',
        merged_id: 'The entry put into it: customers.id.',
        undone_at: 'When they were taken apart again.',
        details: 'What taking apart restores.',
      },
    },
    imports: {
      meaning: 'Files that were imported.',
      columns: {
        kind: 'Visits, customers or opening balances.',
        file_name: 'Name of the file.',
        file_hash: 'SHA-256 of the file.',
        report: 'What came of it.',
        keeps_changes: 'Whether import_changes tells everything it wrote into customers.',
        undone_at: 'When it was undone.',
        undone_by: 'Who undid it: staff.id.',
        undone: 'What came of the undo.',
      },
    },
    import_changes: {
      meaning: 'What imports wrote into customers, so that it can be taken back.',
      columns: {
        field: 'Which field, or created, card, note, entry.',
        before: 'What stood there; empty for nothing.',
        after: 'What was written.',
      },
    },
    items: {
      meaning: 'What the shop sells.',
      columns: {
        name: 'Name.',
        category: 'Category.',
        price: 'Price.',
        active: 'Whether it is still sold.',
        quick_position: 'Place among the quick buttons, 1 to 12.',
      },
    },
    visits: {
      meaning: 'Check-ins, and the rows that take them back.',
      columns: {
        sign: '1 = a check-in, -1 = takes one back, 0 = money returned.',
        amount: 'What was paid; empty when it is not known.',
        source: 'Till, import or demo.',
        reverses_id: 'The visit this row takes back: visits.id.',
        refunds_id: 'The visit on which money was returned: visits.id.',
        moved_from_id: 'The visit it was before it was moved to the right customer: visits.id.',
      },
    },
    visit_lines: {
      meaning: 'What was bought at a visit.',
      columns: {
        line: 'Number of the line.',
        item_id: 'The item: items.id.',
        name: 'What the item was called then.',
        quantity: 'How many.',
        unit_price: 'Price of one, then.',
      },
    },
    parked_check_ins: {
      meaning: 'Check-ins set aside at the till.',
      columns: { content: 'What was entered so far.' },
    },
    parked_reserves: {
      meaning: 'What check-ins set aside are going to spend.',
      columns: { parked_id: 'The check-in: parked_check_ins.id.', amount: 'How much.' },
    },
    wallets: {
      meaning: 'What points and stamps are kept in; a household shares one.',
      columns: {
        moved_into_id: 'The wallet it has gone into: wallets.id.',
        moved_by_id: 'The merge that did it: merges.id.',
      },
    },
    units: {
      meaning: 'Points, and every stamp card.',
      columns: { kind: 'Points or stamps.', name: 'Name.' },
    },
    ledger_entries: {
      meaning: 'Every change of a balance. Nothing is ever changed or deleted here.',
      columns: {
        kind: 'Earned, gift, redeemed, reversed, adjusted, expired or transferred.',
        change: 'By how much, up or down.',
        reverses_id: 'The entry it takes back: ledger_entries.id.',
        refunds_id: 'The earning of which it takes back a part: ledger_entries.id.',
        why: 'Why, with everything a sentence needs.',
      },
    },
    lots: {
      meaning: 'What came in, with the day it ends.',
      columns: {
        entry_id: 'The entry that brought it: ledger_entries.id.',
        amount: 'How much came in.',
        remaining: 'How much is left. Derived.',
        expires_day: 'From this day on it has ended; empty: never.',
      },
    },
    ledger_draws: {
      meaning: 'What entries took out of lots.',
      columns: {
        entry_id: 'The entry: ledger_entries.id.',
        lot_id: 'The lot: lots.entry_id.',
        amount: 'How much; below zero: given back.',
      },
    },
    balances: { meaning: 'Balances. Derived from ledger_entries.', columns: { balance: 'The balance now.' } },
    wallet_transfers: {
      meaning: 'What went from one wallet to another.',
      columns: {
        out_id: 'The entry that took it out: ledger_entries.id.',
        in_id: 'The entry that took it in: ledger_entries.id.',
        merge_id: 'The merge it belongs to: merges.id.',
      },
    },
    programme_versions: {
      meaning: 'The rules of the programme, every version.',
      columns: {
        number: 'Number of the version.',
        effective_from: 'In force from this day on.',
        rules: 'The rules.',
        published_at: 'When it was published.',
        published_by: 'Who published it: staff.id.',
      },
    },
    programme_draft: {
      meaning: 'Rules being worked on, at most one row.',
      columns: {
        rules: 'The rules.',
        effective_from: 'From when they shall be in force.',
        saved_at: 'When they were saved.',
        saved_by: 'Who saved them: staff.id.',
      },
    },
    reward_counts: {
      meaning: 'How often each reward was given.',
      columns: {
        reward_id: 'The reward; its name stands in the rules.',
        given: 'How often, less what was taken back.',
      },
    },
    tier_holds: {
      meaning: 'Tiers that were given by hand.',
      columns: { until_day: 'Up to, without, this day; empty: for ever.' },
    },
    customer_tiers: {
      meaning: 'The tier of every customer. Derived.',
      columns: { rank: 'Place, 1 = first, where tiers are places.' },
    },
    interests: {
      meaning: 'What customers asked about without buying it. Bought since: follows from their visits.',
      columns: {
        item_id: 'The item: items.id; empty: not sold here.',
        words: 'What it was, in words, when it is not sold here.',
        ended_at: 'When it was taken off by hand; empty: it was not.',
        ended_by: 'Who took it off: staff.id.',
      },
    },
    vouchers: {
      meaning: 'Vouchers.',
      columns: {
        code: 'Code.',
        kind: 'Birthday, win-back, referral, surprise or recovery.',
        name: 'Name.',
        benefit: 'What it is good for.',
        cost: 'What it costs the shop.',
        issued_at: 'When it was given out.',
        issued_day: 'Business day on which it was given out.',
        issued_by: 'Who gave it out: staff.id.',
        expires_day: 'From this day on it has ended.',
        voided_at: 'When it was taken back.',
        voided_by: 'Who took it back: staff.id.',
        void_reason: 'Why it was taken back.',
      },
    },
    voucher_uses: {
      meaning: 'Vouchers used at visits.',
      columns: { voucher_id: 'The voucher: vouchers.id.' },
    },
    price_holds: {
      meaning: 'Old prices kept for somebody for a while.',
      columns: {
        until_day: 'Up to, without, this day.',
        prices: 'Price of each item: items.id and the price.',
        ended_at: 'When it was ended early.',
      },
    },
    customer_stats: {
      meaning: 'Sums of every customer. Derived from visits.',
      columns: {
        first_day: 'First visit.',
        last_day: 'Last visit.',
        last_at: 'Moment of the last check-in.',
        visits: 'Days with a visit.',
        check_ins: 'Check-ins.',
        spend: 'Known amounts, returned money taken off.',
        amount_check_ins: 'Check-ins whose amount is known.',
      },
    },
    customer_month: {
      meaning: 'Months in which a customer came. Derived from visits.',
      columns: {
        month: 'The month.',
        visits: 'Days with a visit.',
        spend: 'Known amounts.',
        age: 'Months since the first visit.',
        prev: 'The month before in which they came.',
      },
    },
    day_totals: {
      meaning: 'Sums of every day. Derived from visits.',
      columns: {
        check_ins: 'Check-ins.',
        identified: 'Check-ins with a customer.',
        amount: 'Sales.',
        identified_amount: 'Sales of check-ins with a customer.',
        amount_check_ins: 'Check-ins whose amount is known.',
        rewards: 'Rewards used.',
      },
    },
    daily_runs: {
      meaning: 'What runs by itself once a day, and when it last did.',
      columns: { name: 'What it is.' },
    },
    month_closes: {
      meaning: 'Closed months. Never changed.',
      columns: {
        number: 'Number of the close.',
        month: 'The month.',
        content: 'The figures as they were frozen.',
        previous_hash: 'Hash of the close before.',
        hash: 'SHA-256 of number, content and the hash before.',
      },
    },
    month_reopenings: {
      meaning: 'Closes that were opened again.',
      columns: { number: 'The close: month_closes.number.' },
    },
    close_steps: {
      meaning: 'What was settled on the way to a close.',
      columns: {
        month: 'The month.',
        step: 'The step.',
        state: 'Confirmed, left out or saved.',
        found: 'What was there to look at.',
      },
    },
    staff_rights: {
      meaning: 'What somebody may do beyond their role.',
      columns: {
        give_limit: 'Largest sum given on the spot without asking; empty: any.',
        undo_all: 'Whether they may undo the check-ins of others.',
        left_at: 'When they stopped working here; empty: they have not.',
      },
    },
    staff_sign_ins: { meaning: 'When somebody last signed in.', columns: {} },
    ...tablesOfCare,
  },
} as const;
