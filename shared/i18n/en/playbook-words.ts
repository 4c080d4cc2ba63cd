/** The words playbooks begin with, said to customers in English. What stands in braces is filled in for each of them. */
export const playbookWords = {
  /** Said by every kind of shop. */
  common: {
    atRiskHigh: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [It has been {away} since we saw you|It has been a while since we saw you], and we miss you. Was there something we should have done better?[ Next time, {gift} is on us.]',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. [It has been {away}|It has been a while] since we saw you, and we miss you.[ Next time, {gift} is on us.] If something was not right, tell me and I will put it right.',
      subject: 'We miss you at {shop}',
      here: 'How good to see you again[, {name}]! [Your usual, {usual}?|What can I get you?][ And {gift} is on us today.]',
    },
    atRiskLow: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. We have not seen you for a while and wanted to ask how you are.[ Next time, {gift} is on us.]',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. We have not seen you for a while.[ Next time, {gift} is on us.] You are welcome any day.',
      subject: 'Greetings from {shop}',
      here: 'Good to see you again[, {name}]![ Today {gift} is on us.]',
    },
    slippingHigh: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. I just noticed you have not been in for a while.[ Your usual, {usual}, is waiting.] How are you?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. You came to mind today.[ Your usual, {usual}, is waiting for you.] See you soon, I hope!',
      subject: '[{name}, your usual is waiting|Your usual is waiting]',
      here: '[{name}, good|Good] to see you! [The usual, {usual}?|What can I get you?]',
    },
    slippingLow: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. I wanted to say hello; we have not seen you for a while.',
      write: 'Hello[ {name}], greetings from {shop}![ Would it be {usual} again?] You are welcome any day.',
      subject: 'Greetings from {shop}',
      here: 'Good to see you[, {name}]! [The usual, {usual}?|What can I get you?]',
    },
    onTrackHigh: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. Thank you for coming to us so often.',
      write: 'Hello[ {name}], thank you for coming to us so often. Best wishes,[ {me},] {shop}',
      subject: 'Thank you from {shop}',
      here: 'Hello[, {name}]! [The usual, {usual}?|What can I get you?][ Today {gift} is on us, just because.]',
    },
    onTrackLow: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. Thank you for coming to us.',
      write: 'Hello[ {name}], thank you for coming to us. Best wishes,[ {me},] {shop}',
      subject: 'Thank you from {shop}',
      here: 'Hello[, {name}]! [The usual, {usual}?|What can I get you?][ Today {gift} is on us, just because.]',
    },
    promise: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. We promised you something, and I am calling as we said.[ It was this: {promise}.][ And {gift} is on us next time.] Is everything all right now?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. We promised you something and have not forgotten.[ It was this: {promise}.][ And {gift} is on us next time.]',
      subject: 'What we promised you',
      here: 'Hello[, {name}]! We promised you something.[ It was this: {promise}.][ And {gift} is on us today.]',
    },
    birthday: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. Happy birthday from all of us![ For your day, {gift} is on us.]',
      write:
        'Happy birthday[, {name}]![ For your day, {gift} is on us whenever you next come in.] Best wishes,[ {me} and] everybody at {shop}',
      subject: 'Happy birthday from {shop}',
      here: 'Happy birthday[, {name}]![ Today {gift} is on us.]',
    },
    firstVisit: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. You were here for the first time a while ago. Was everything as you hoped?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. Thank you for your first visit! Was everything as you hoped? You are welcome back any day.',
      subject: 'Thank you for your first visit',
      here: 'Welcome back[, {name}]! [Would you like {usual} again?|What can I get you?]',
    },
    afterItem: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [How has it been with what you had here: {item}?|How has it been since your visit?] Is there anything I can help with?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. [How has it been with what you had here: {item}?|How has it been since your visit?] Just reply if there is anything.',
      subject: 'How has it been?',
      here: 'Good to see you[, {name}]! [How was it last time: {item}?|How was it last time?]',
    },
    expiring: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. Something of yours ends soon, and I would not want you to lose it.[ It is this: {thing}.][ It can be used until {day}.]',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. A reminder, so that nothing of yours is lost.[ You still have this: {thing}.][ It can be used until {day}.]',
      subject: 'Do not let it go to waste',
      here: 'Hello[, {name}]! Something of yours ends soon.[ It is this: {thing}.][ Shall we use it today? It ends on {day}.]',
    },
    milestone: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [You have reached {count} with us|You have been with us for long], and I wanted to thank you in person.[ Next time, {gift} is on us.]',
      write:
        'Hello[ {name}]! [You have reached {count} with us.|You have been with us for long.] Thank you from all of us.[ Next time, {gift} is on us.] Best wishes,[ {me},] {shop}',
      subject: 'Thank you from {shop}',
      here: 'Do you know what[, {name}]? [You have reached {count} with us.|You have been with us for long.] Thank you![ Today {gift} is on us.]',
    },
    silentVip: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [It has been {away} since we saw you|It has been a while since we saw you], and you are one of our dearest regulars. Is everything all right?[ Next time, {gift} is on us.]',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. You are one of our dearest regulars, and we miss you.[ Next time, {gift} is on us.] Is everything all right?',
      subject: 'We miss you at {shop}',
      here: 'We have missed you[, {name}]! [The usual, {usual}?|What can I get you?][ And {gift} is on us today.]',
    },
    referral: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [{friend} came to us because of you. Thank you!|Somebody came to us because of you. Thank you!][ Next time, {gift} is on us.]',
      write:
        'Hello[ {name}]! [{friend} came to us because of you. Thank you!|Somebody came to us because of you. Thank you!][ Next time, {gift} is on us.] Best wishes,[ {me},] {shop}',
      subject: 'Thank you for telling others about us',
      here: 'Thank you[, {name}]! [{friend} came to us because of you.|Somebody came to us because of you.][ Today {gift} is on us.]',
    },
  },
  /** Said differently in a salon, where people come by appointment. */
  salon: {
    atRiskHigh: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [It has been {away} since your last appointment|It has been a while since your last appointment], and we miss you. Were you happy with it?[ With your next appointment, {gift} is on us.] May I find you a time?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. [It has been {away}|It has been a while] since your last appointment.[ With the next one, {gift} is on us.] If something was not right, tell me and I will put it right.',
    },
    slippingHigh: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. It would be about time for your next appointment[: {usual}, as usual]. May I find you a time?',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. It would be about time for your next appointment[: {usual}, as usual]. Shall I find you a time?',
      subject: '[{name}, time for your next appointment?|Time for your next appointment?]',
    },
    slippingLow: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. Would you like me to find you a time?',
      write: 'Hello[ {name}], greetings from {shop}! Shall I find you a time[ for {usual}]?',
    },
    here: {
      usual: 'Lovely to see you[, {name}]! [{usual} today?|What shall we do today?][ And {gift} is on us.]',
    },
    afterItem: {
      call: 'Hello[ {name}], this is[ {me} from] {shop}. [How have you liked it: {item}?|How have you liked it?] If anything bothers you, we put it right for free.',
      write:
        'Hello[ {name}], this is[ {me} from] {shop}. [How have you liked it: {item}?|How have you liked it?] If anything bothers you, we put it right for free.',
    },
  },
  /** What the gifts are called; they come in the middle of a sentence. */
  gifts: {
    cafe: { large: 'lunch', small: 'a coffee', birthday: 'a slice of cake', referral: 'a coffee' },
    salon: {
      large: 'a care treatment',
      small: 'a product to try',
      birthday: 'a care treatment',
      referral: 'a product of your choice',
    },
    other: { large: 'a gift', small: 'a small gift', birthday: 'a birthday gift', referral: 'a small gift' },
  },
  /** How counts and ends are said in the middle of a sentence. */
  things: {
    points_one: '{{n}} point',
    points_other: '{{n}} points',
    stamps_one: '{{n}} stamp',
    stamps_other: '{{n}} stamps',
    visits_one: '{{n}} visit',
    visits_other: '{{n}} visits',
    years_one: '{{n}} year',
    years_other: '{{n}} years',
  },
} as const;
