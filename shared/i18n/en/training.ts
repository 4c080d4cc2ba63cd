/** The training: made-up people to practise with, and situations to play through in pairs. */
export const training = {
  bar: {
    label: 'Training',
    sentence: 'Training. Nothing here counts: the people are made up, and the shop stays as it is.',
    situations: 'Situations to practise',
    reset: 'Begin anew',
    leave: 'End the training',
  },
  watermark: 'TRAINING',
  resetAsk: {
    title: 'Begin the training anew?',
    text: 'What was practised so far goes away, and the sample people are back as they were. The shop is not touched.',
    confirm: 'Begin anew',
  },
  enter: {
    label: 'Practise with made-up people',
    note: 'Opens a copy of the till with sample people and an orange frame around it. The open check-in and everything in the shop wait as they are. It is never backed up, and the next start of the program opens the shop.',
    act: 'Begin training',
    busy: 'Making the sample people…',
    isOn: 'The training is on. The bar at the top ends it.',
    what: 'What happens in it',
    pins: 'Everybody signs in with their own PIN or staff card. Back in the shop, they sign in again.',
    paper: 'Everything printed carries the word TRAINING across the page.',
    log: 'The shop’s log says when a training began and ended, and nothing of what was done in it.',
  },
  lock: 'Practise with made-up people',
  drawer: {
    title: 'Situations to practise',
    text: 'One plays the customer, one stands at the till. Then change places. Two minutes each are enough.',
    says: 'The customer says',
    steps: 'What to do',
    done: 'Done well when',
    choose: 'Situation',
    next: 'Next situation',
  },
  situations: {
    newCustomer: {
      title: 'Somebody new',
      says: '“I am here for the first time. Do you have one of those cards?”',
      steps: {
        one: 'Say what it gives in one sentence, before you ask for anything.',
        two: 'Press F2. A name is enough; offer the phone number as a way to be found without a card.',
        three:
          'Ask for membership and for contact apart from each other. A no to contact costs no points: say so.',
        four: 'Type the amount and check in. Say how many points they have now and what they are good for.',
      },
      done: 'They leave with their first points, know what is next, and it took no more than half a minute.',
    },
    forgottenCard: {
      title: 'The card is at home',
      says: '“Oh no, I have left my card in the other coat.”',
      steps: {
        one: 'Say that it does not matter: they are found by name or phone.',
        two: 'Type the first letters of the name, or the last four digits of the phone.',
        three:
          'Two of the same name? Ask for the last four digits of the phone. Never read out what the screen shows.',
        four: 'Choose them and check in as always. If the card is lost for good, block it on their page and issue a new one.',
      },
      done: 'The points went to the right person, and nobody nearby heard a number or an address.',
    },
    pointsDispute: {
      title: 'Too few points',
      says: '“I was here three times last week and there are points missing. Again.”',
      steps: {
        one: 'Look together: open their page and press “Why?” beside the balance.',
        two: 'Read the entries from the newest on: day, amount, points. Let them tell what is missing.',
        three: 'A visit was rung up without their name today? Move it to them from the list at the till.',
        four: 'Older, or no trace of it? Correct the balance with a reason; without the right to it, ask a manager to allow it on the spot.',
      },
      done: 'They saw the same entries as you, the balance is right or they know when they will hear, and nobody was called a liar.',
    },
    complaint: {
      title: 'A complaint, in five steps',
      says: '“I waited for twenty minutes, and then it was cold. I expected better from you.”',
      steps: {
        one: 'Hear: let them finish. Look at them, not at the screen.',
        two: 'Empathise: “Cold after such a wait: I would be annoyed, too.”',
        three: 'Apologise: “I am sorry. That was our mistake.” No but, no because.',
        four: 'Resolve: offer something at once, a new one or a voucher from their page, and do it before they go.',
        five: 'Diagnose: when they are gone, note what led to it (F4), so that it does not happen to the next one.',
      },
      done: 'They were not interrupted, something was done on the spot, and a note says why it happened.',
    },
    refund: {
      title: 'Money back',
      says: '“I paid for two, but I only had one. Here is the receipt.”',
      steps: {
        one: 'Find today’s check-in in the list at the till, by name and time.',
        two: 'Wrong altogether? Undo it (F9 for the last one): visit, points and rewards go back.',
        three:
          'Only too much? Choose “Money back”, type the part to return and read out what happens to the points.',
        four: 'Say the amount aloud and hand it over. Without the right to it, ask a manager to allow it on the spot.',
      },
      done: 'The sum of the day is right, and the customer heard what was taken back and why.',
    },
  },
  phrases: {
    title: 'Six phrases that help',
    one: '“Good to see you again, the usual?”',
    two: '“Let me see what I can do for you.”',
    three: '“Thank you for telling us. Most people would just not come back.”',
    four: '“I do not know, but I will find out by tomorrow and call you.”',
    five: '“You are right, that should not have happened.”',
    six: '“Two more visits and the next one is on us.”',
  },
} as const;
