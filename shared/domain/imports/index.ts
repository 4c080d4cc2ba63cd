export { type DecimalSign, detectDecimal, parseAmount } from './amounts.ts';
export { detectBirthdayFormat, type ImportedBirthday, parseBirthday } from './birthdays.ts';
export {
  type BalanceColumns,
  type CustomerColumns,
  guessBalanceColumns,
  guessCustomerColumns,
  guessVisitColumns,
  looksLikeHeader,
  type VisitColumns,
} from './columns.ts';
export {
  type DateDetection,
  type DateFormat,
  dateFormats,
  detectDateFormat,
  type ImportedDate,
  parseDate,
  parseTime,
} from './dates.ts';
export {
  decodeText,
  detectEncoding,
  type Encoding,
  encodings,
  isUtf8,
  type TextDecoderOf,
} from './encoding.ts';
export { parseTags } from './tags.ts';
