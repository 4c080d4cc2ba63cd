export const failures = {
  NotFound: {
    customer: 'This customer is not in the file. Nothing was changed. Search again.',
    visit: 'This visit is not in the file. Nothing was changed. Look at today’s list again.',
    item: 'This item is not in the list any more. Nothing was changed. Choose another one.',
    reward: 'This reward is not in the programme any more. Nothing was changed. Choose another one.',
    staff: 'This person is not on the staff list. Nothing was changed. Choose somebody else.',
    import: 'This import is not in the file. Nothing was changed.',
    programme: 'This version of the programme is not in the file. Nothing was changed.',
    voucher: 'This voucher is not in the file. Nothing was changed.',
    tag: 'This tag is not in the file any more. Nothing was changed. Choose another one.',
    segment: 'This segment is not in the file any more. Nothing was changed. Choose another one.',
    followUp: 'This follow-up is not in the file. Nothing was changed. Look at the list again.',
    monthClose: 'No month was closed under this number. Nothing was changed. Look at the list again.',
    careNote: 'This note is not in the file any more. Nothing was changed.',
    interest: 'This is not in the file any more. Nothing was changed. Look at the list again.',
    pause: 'This is not in the file any more. Nothing was changed. Look at the list again.',
    campaign: 'This campaign is not in the file. Nothing was changed. Look at the list again.',
  },
  ShopNotReady: 'The shop is not open yet. Nothing was changed. Open Regulars again.',
  AlreadySetUp: 'This shop has been set up already. Nothing was changed. Open the till.',
  AmountRequired: 'How much? Type the amount, then check in. Nothing was saved yet.',
  InsufficientBalance:
    'Only {{balance}} of {{price}} are there. Nothing was used. Take the reward off to check in.',
  RewardNotAvailable: {
    inactive: 'This reward is not given any more. Nothing was used. Take it off to check in.',
    notYet: 'This reward is not given yet. Nothing was used. Take it off to check in.',
    over: 'The time of this reward is over. Nothing was used. Take it off to check in.',
    soldOut: 'All of this reward have been given. Nothing was used. Take it off to check in.',
    tier: 'This reward belongs to a higher tier. Nothing was used. Take it off to check in.',
    notNew:
      'They have had this before, and the reward is for something new. Nothing was used. Take it off to check in.',
    balance: 'There is not enough for this reward. Nothing was used. Take it off to check in.',
  },
  ProgrammeBlocked:
    'The programme cannot start like this. Today’s rules stay. Put right what is marked in red, then start it.',
  VoucherNotUsable: {
    unknown: 'No voucher has this code. Nothing was used. Check the signs and type it again.',
    used: 'This voucher has been used already. Nothing was changed.',
    expired: 'This voucher has expired. Nothing was used.',
    void: 'This voucher was taken back. Nothing was used.',
    otherCustomer: 'This voucher belongs to somebody else. Nothing was used. Open them to use it.',
  },
  BudgetExceeded: {
    surprise:
      'This month’s budget for surprises does not reach that far. Nothing was issued. Choose something smaller.',
    recovery:
      'This month’s allowance for making up does not reach that far. Nothing was issued. Choose something smaller.',
  },
  NotMergeable:
    'These two cannot be put together or taken apart like this. Nothing was changed. Look at both again.',
  NotRefundable: 'That is more than can still be returned of this visit. Nothing was returned. Enter less.',
  CustomerRequired: 'A reward needs a customer. Nothing was saved. Choose who it is for.',
  CardTaken:
    'This card belongs to {{name}}. Nothing was changed. Use another card, or take it from them first.',
  InvalidCard: 'This is not a card code: {{code}}. Nothing was changed. Scan it again or type it as printed.',
  InvalidPhone:
    'This is not a phone number: {{phone}}. Nothing was saved. Check the digits or leave it empty.',
  InvalidValue: 'One field cannot be saved like this ({{field}}). Nothing was changed. Look at it again.',
  AlreadyUndone: 'This visit has been undone already. Nothing was changed.',
  UndoExpired: 'This visit is from an earlier day and stays. Nothing was changed.',
  SameCustomer: 'The visit belongs to this customer already. Nothing was changed.',
  RequestIdReused: 'This was sent twice with different content. The first one counts. Look at today’s list.',
  TooManyLines: 'The file has more than {{max}} rows. Nothing was imported. Split it and import the parts.',
  UnreadableFile: {
    empty: 'The file is empty. Nothing was imported. Choose another file.',
    notText:
      'This is neither an Excel workbook (xlsx) nor a CSV file. Nothing was imported. Save the list as one of these and choose it again.',
    notWorkbook:
      'This workbook cannot be read. Nothing was imported. Open it in Excel, save it again and choose it anew.',
    noColumns: 'No columns were found. Nothing was imported. Choose how the columns are separated.',
    tooLarge: 'The file is too large to import at once. Nothing was imported. Split it and import the parts.',
  },
  MissingColumn: 'A column is still to be chosen: {{column}}. Nothing was imported.',
  MonthNotClosable: {
    notOver: 'This month is not over yet. Nothing was closed. Come back when it has ended.',
    closed: 'This month is closed already. Nothing was changed. Open it again to change something.',
  },
  StepsOpen: 'Some steps are still open. Nothing was closed. Finish them, or leave them out with a reason.',
  StepNotSettled: 'This step cannot be settled like this. Nothing was changed. Do what it asks for.',
  MonthNotReopenable: 'This close is not in force any more. Nothing was changed. Look at the list again.',
  OwnerOnly: 'Only the owner can do this. Nothing was changed. Ask the owner.',
  NotInTraining: 'That reaches beyond the training. Nothing was changed.',
  Locked: 'The screen is locked. Nothing was changed. Sign in, then do it again.',
  NotAllowed: 'This is not among what you may do here. Nothing was changed. Ask a manager or the owner.',
  ApprovalNeeded: 'This needs the PIN of somebody who may do it alone. Nothing was changed.',
  ApprovalGone: 'This waited too long for approval. Nothing was changed. Do it again.',
  PinWrong: 'That is not the right PIN. Try again.',
  PinWait: 'Too many wrong PINs. Try again in {{seconds}} seconds.',
  PinNotUsable: 'This PIN cannot be used: it is too easy to guess. Nothing was changed. Choose other digits.',
  CodeWrong: 'This code opens nothing here. Nothing was changed. Check it, or use your PIN.',
  OwnerFirst: 'The owner needs a PIN first. Nothing was changed. Set the owner’s PIN, then do it again.',
  LastOwner:
    'Somebody must stay who may do everything. Nothing was changed. Make somebody else an owner first.',
  SeveralPeople: 'Several people work here, so PINs stay on. Nothing was changed.',
  TagNameTaken: 'There is a tag “{{name}}” already. Nothing was saved. Choose another name.',
  SegmentNotUsable: 'This filter cannot find anybody as it is. Nothing was saved. Put right what is marked.',
  CampaignNotOpen:
    'This campaign was started or ended meanwhile. Nothing was changed. Look at the list again.',
  NobodyToTurnTo:
    'Nobody can be turned to in this way today, or too few for every group. Nothing was started. Choose other people or another way to reach them.',
  TooManyGifts:
    'That would be {{gifts}} gifts at once, and {{max}} is the most. Nothing was started. Choose fewer people, or leave the gift out.',
  TooManyRows:
    'That would be {{rows}} rows, and a sheet takes {{max}}. Nothing was written. Choose CSV or a shorter period.',
  OnlyInTheWindow:
    'A browser prints by itself. Nothing was written. Choose “Print or save as PDF”, and there “save as PDF”.',
  ExportGone: 'This export is not kept any more. Nothing is lost. Export it again.',
  BackupFailed: {
    diskFull:
      'The disk is full, so no copy was written. The shop’s file is not harmed. Make room and try again.',
    readOnly:
      'The backups folder cannot be written to. The shop’s file is not harmed. Allow writing there and try again.',
    check: 'The copy did not pass its check and was thrown away. The shop’s file is not harmed. Try again.',
    gone: 'The stick was pulled out, or the folder is gone. Nothing on this computer is harmed. Plug it in again and repeat the backup.',
    nameTooLong:
      'The name of the backup is too long for this folder. The shop’s file is not harmed. Choose a folder nearer the top.',
    localDiskFull:
      'There is no room on this computer for the copy a backup starts from. The shop’s file is not harmed. Make room and try again.',
    busy: 'A backup is being made already. Wait until it is done.',
    unknown: 'No copy could be written. The shop’s file is not harmed. Try again.',
  },
  BackupRefused: {
    notABackup: 'This file is not a backup of Regulars. Nothing was changed. Choose another file.',
    damaged: 'This backup is damaged and cannot be trusted. Nothing was changed. Choose another backup.',
    truncated: 'This backup is not complete: its end is missing. Nothing was changed. Choose another backup.',
    newerSchema:
      'This backup was made by a newer version of Regulars. Nothing was changed. Install the newer version, then restore.',
    passphraseNeeded: 'This backup is locked. Nothing was changed. Type its passphrase.',
    wrongPassphrase:
      'This passphrase does not open the backup. Nothing was changed. Try again; capital letters and spaces count.',
    otherShop: 'This backup is of another shop. Nothing was changed. Choose another backup.',
    gone: 'The backup is not there any more. Nothing was changed. Plug the stick in again.',
  },
  RestoreFailed: {
    diskFull: 'There is no room for the restore. Everything is as it was. Make room and try again.',
    readOnly:
      'The folder of the shop’s data cannot be written to. Everything is as it was. Allow writing there and try again.',
    nothingToGoBackTo: 'There is nothing to go back to any more. Everything is as it was.',
    unknown: 'The restore did not happen. Everything is as it was. Try again, or choose another backup.',
  },
  DiskFull: 'The disk is full. This was not saved; everything earlier is safe. Make room and try again.',
  ReadOnly: 'The shop’s file cannot be written to. This was not saved; everything earlier is safe.',
  Unknown:
    'Something went wrong on our side. It was not confirmed, so look before you repeat it. Error {{errorId}} is in the log.',
  noAnswer: 'Regulars does not answer. Everything confirmed is saved. Start it again if it was closed.',
  wrongToken:
    'This page was opened without its key. Nothing is lost. Open the address that Regulars printed when it started.',
  tooLarge: 'This is more than can be sent at once. Nothing was changed. Send less.',
  badRequest: 'This cannot be saved as it is. Nothing was changed. Check the fields.',
  stopped: 'Stopped. Nothing was changed.',
  field: {
    name: 'name',
    phone: 'phone',
    email: 'e-mail',
    birthday: 'birthday',
    amount: 'amount',
    price: 'price',
    country: 'country',
    currency: 'currency',
    timeZone: 'time zone',
    cutoffMinutes: 'start of the day',
    language: 'language',
    rewards: 'rewards',
    points: 'points',
    stamps: 'stamps',
    from: 'first day',
    to: 'last day',
    window: 'activity window',
    expiresDay: 'last day',
    untilDay: 'last day',
    returnDay: 'day',
    dueDay: 'day',
    words: 'words',
  },
} as const;
