/**
 * The second half of the data dictionary: what the shop does about its customers (tags, goals, segments, outlooks,
 * follow-ups, campaigns) and what it keeps about its staff, privacy and the log.
 */
export const tablesOfCare = {
  tags: {
    meaning: 'The shop’s own tags.',
    columns: {
      name: 'What it is called.',
      name_folded: 'The name without case and accents: one tag has it at a time.',
      colour: 'Its colour; empty: none.',
      created_by: 'Who made it: staff.id.',
      removed_at: 'When it was removed; empty: it is in use.',
    },
  },
  customer_tags: {
    meaning: 'Who wears a tag.',
    columns: { tag_id: 'The tag: tags.id.' },
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
      give_limit: 'Largest sum they may give on the spot without asking; empty: no limit.',
      undo_all: 'Whether they may undo the check-ins of others.',
      left_at: 'When they stopped working here; empty: they have not.',
    },
  },
  staff_customers: { meaning: 'Which customer each person who works here is themselves.', columns: {} },
  staff_sign_ins: { meaning: 'When somebody last signed in.', columns: {} },
  goals: {
    meaning: 'Goals; the newest of each figure counts.',
    columns: { metric: 'The figure.', target: 'The goal; empty: taken away.' },
  },
  segments: {
    meaning: 'Saved groups of customers.',
    columns: { name: 'Name.', filter: 'Who belongs to it.' },
  },
  customer_outlook: {
    meaning: 'How it stands with each customer (derived).',
    columns: {
      business_day: 'The day it was worked out for.',
      last_day: 'Last visit it was worked out from.',
      state: 'New, on track, slipping, at risk, or late for them.',
      because: 'What decided it.',
      active: 'Chance that they have not left; empty: too little data for a chance.',
      returns: 'Chance of a visit in the weeks looked ahead.',
      usual_gap: 'Usual days between two visits.',
      waited: 'Days since the last visit, without closed days and absences.',
      expected_day: 'Expected next visit.',
      worry_day: 'From this day on having left is likelier than not.',
      visits_ahead: 'Visits expected in the weeks looked ahead.',
      year_spend: 'Spent in the 365 days up to the last visit.',
      year_value: 'Value expected of the next 12 months.',
      recent_gap: 'Median of the last three gaps in days, where it has grown.',
      earlier_gap: 'Median of the gaps before.',
    },
  },
  outlook_runs: {
    meaning: 'Each time all customers were looked at.',
    columns: {
      customers: 'How many customers.',
      data_hash: 'Fingerprint of the visits it was made from.',
      model: 'The model and how it did on the last quarter.',
    },
  },
  closed_days: {
    meaning: 'Days on which the shop was closed.',
    columns: {
      from_day: 'First day.',
      to_day: 'Last day.',
      ended_at: 'When it was taken back; empty: it holds.',
    },
  },
  absences: {
    meaning: 'Absences that customers told of.',
    columns: {
      from_day: 'First day.',
      to_day: 'Last day.',
      ended_at: 'When it was taken back; empty: it holds.',
    },
  },
  promises: {
    meaning: 'What was promised to customers by a day.',
    columns: {
      text: 'What was promised.',
      due_day: 'By which day.',
      owner_id: 'Who is to do it: staff.id.',
    },
  },
  follow_up_facts: {
    meaning: 'What became of follow-ups. One that was a mistake has a row in follow_up_undos.',
    columns: {
      reason: 'Why the person was turned to.',
      outcome: 'How it went.',
      channel: 'How they were reached; empty: not known, or they were not.',
      until_day: 'On which day they come back to the list; empty: that was the end of it.',
      words: 'What is to be said when they are next here.',
      promise_id: 'The promise it was about: promises.id.',
      settles_id: 'The hint for the next visit that it ended: follow_up_facts.id.',
      playbook_id: 'The playbook that was followed.',
      detail: 'The facts of the reason as they were.',
      tone: 'Useful to the person, or promotional.',
      voucher_id: 'The voucher given with it: vouchers.id.',
      situation:
        'The situation whose playbook was followed; empty: words of a campaign, or not written down.',
    },
  },
  surprises: {
    meaning:
      'People drawn for a small surprise on a day (derived); the first of them to come in their turn gets it.',
    columns: {},
  },
  follow_up_undos: {
    meaning: 'Outcomes of follow-ups that were mistakes and count for nothing.',
    columns: { fact_id: 'The outcome: follow_up_facts.id.' },
  },
  follow_up_list: {
    meaning: 'The day’s list of people to turn to (derived).',
    columns: {
      position: 'Place in the list.',
      reason: 'The weightiest reason.',
      detail: 'The facts of the reason.',
      others: 'The other reasons.',
    },
  },
  playbook_versions: {
    meaning: 'What the owner decided to do in a situation, every version; the newest is in force.',
    columns: {
      situation: 'The situation.',
      content: 'What is done and said; empty: as the program suggests.',
    },
  },
  campaigns: {
    meaning: 'Something done for many people between two days.',
    columns: {
      name: 'Name.',
      whom: 'Which people.',
      channel: 'How they are turned to.',
      tone: 'Useful to them, or promotional.',
      variants: 'What is said and given, one or two ways of it.',
      test: 'What is to be found out; empty: nothing.',
      from_day: 'First day.',
      to_day: 'Last day.',
      started_at: 'When it was started; empty: not yet.',
      started_day: 'Business day of the start.',
      stopped_at: 'When it was stopped before its end; empty: it was not.',
      stopped_day: 'Business day on which it was stopped.',
      hindrance: 'Why it could not go on by itself; empty: nothing is in the way.',
    },
  },
  experiments: {
    meaning: 'The plan of a test as it was at its start.',
    columns: {
      campaign_id: 'The campaign: campaigns.id.',
      window_days: 'Days within which coming back counts.',
      base: 'Share that comes back by itself, from the past of the shop; empty: not known.',
      effect: 'The rise of that share worth seeing.',
      needed_treated: 'People needed in the group that is turned to.',
      needed_control: 'People needed in the group it is compared with.',
      end_day: 'Last day that counts.',
      key_low: 'First half of the key the groups were drawn by.',
      key_high: 'Second half of the key.',
    },
  },
  campaign_people: {
    meaning: 'Who belongs to a campaign, drawn at its start.',
    columns: {
      campaign_id: 'The campaign: campaigns.id.',
      arm: 'First way, second way, or held back: gets nothing.',
      voucher_id: 'The voucher given with it: vouchers.id.',
      situation: 'How it stood with the person then; empty: not written down.',
      joined_day: 'The day they came to it while it was running; empty: drawn at its start.',
    },
  },
  care_notes: {
    meaning: 'Notes that only some roles read; they go when their time is over.',
    columns: {
      kind: 'Patch test, or skin and health.',
      text: 'The note.',
      made_day: 'The day it is about.',
    },
  },
  kept_people: {
    meaning: 'People who stay although they have not been here for longer than the shop keeps anybody.',
    columns: {},
  },
  erasures: {
    meaning: 'People whose name and words were taken away; their visits stay.',
    columns: {
      fingerprint: 'By which the entry is known again in an older backup.',
      cause: 'They asked, the retention period ended, or a backup brought them back.',
      visits: 'Visits kept without a name.',
    },
  },
  audit_entries: {
    meaning: 'The log: every change, each tied to the one before.',
    columns: {
      number: 'Number, counted without gaps.',
      staff_id: 'Who did it: staff.id; empty: the program by itself, or nobody was signed in.',
      approved_by: 'Whose PIN allowed it: staff.id.',
      call: 'What was done.',
      outcome: 'Done or refused.',
      subject_id: 'Number of what was made or changed.',
      facts_hash: 'SHA-256 of salt and facts in audit_facts.',
      previous_hash: 'Hash of the entry before.',
      hash: 'SHA-256 of this entry with the hash before it.',
    },
  },
  audit_facts: {
    meaning: 'What an entry of the log says beyond who and when; goes when a person is forgotten.',
    columns: {
      number: 'The entry: audit_entries.number.',
      salt: 'Chance text in front of the facts, so that nobody can guess them from the hash.',
      facts: 'Before, after and reason.',
    },
  },
};
