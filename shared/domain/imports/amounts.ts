import { isMoney, type Money, negateMoney } from '../money/money.ts';

/** The sign between whole units and fractions. */
export type DecimalSign = '.' | ',';

/** Sign and minus before, figures, minus and sign after; a sign is a symbol or a short word like EUR, kr, Ft, TL, zł, Rp. */
const currencySign = String.raw`(?:\p{Sc}|[\p{L}$]{1,4}\p{Sc}?\.?)?`;
const minusSign = '([-\u2212\u2013]?)';
const shape = new RegExp(
  String.raw`^${minusSign}\s*${currencySign}\s*${minusSign}\+?(\d[\d.,'’\s]*|[.,]\d+)${minusSign}\s*${currencySign}\s*${minusSign}$`,
  'u',
);

/** Longer cells are text; it also bounds the work on hostile files. */
const longestAmount = 48;

/**
 * The decimal sign of a column of amounts. An amount with both signs tells by the last one; one sign followed by other
 * than three digits is decimal; a sign that comes twice in an amount groups thousands. Only when no amount tells, one sign
 * before exactly three digits ("25.000" in a column of rupiah) is taken for a group of thousands; a column of whole
 * numbers is read with a point.
 */
export function detectDecimal(samples: readonly string[]): DecimalSign {
  const votes = { sure: { '.': 0, ',': 0 }, weak: { '.': 0, ',': 0 } };
  for (const sample of samples) {
    const vote = decimalIn(sample);
    if (vote !== null) votes[vote.weight][vote.decimal] += 1;
  }
  const { sure, weak } = votes;
  const deciding = sure['.'] === sure[','] ? weak : sure;
  return deciding[','] > deciding['.'] ? ',' : '.';
}

type DecimalVote = { readonly decimal: DecimalSign; readonly weight: 'sure' | 'weak' };

function decimalIn(sample: string): DecimalVote | null {
  if (sample.length > longestAmount) return null;
  const figures = sample.replace(/[^\d.,]/g, '').replace(/^[.,]+(?=\d*[.,])|[.,]+$/g, '');
  const lastPoint = figures.lastIndexOf('.');
  const lastComma = figures.lastIndexOf(',');
  if (lastPoint === -1 && lastComma === -1) return null;
  if (lastPoint !== -1 && lastComma !== -1) {
    return { decimal: lastPoint > lastComma ? '.' : ',', weight: 'sure' };
  }
  const sign = lastPoint === -1 ? ',' : '.';
  const opposite = sign === '.' ? ',' : '.';
  if (figures.indexOf(sign) !== figures.lastIndexOf(sign)) return { decimal: opposite, weight: 'sure' };
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figures)
    ? { decimal: opposite, weight: 'weak' }
    : { decimal: sign, weight: 'sure' };
}

/**
 * Reads an amount into minor units; null when it is none. Accepts thousands separators (the other sign, spaces of any
 * width, apostrophes), currency signs before or after, a minus before or after, and brackets for a negative amount.
 *
 * Nothing is rounded in silence: more digits than the currency has are accepted only when they are zeros ("12.5000"),
 * as exports of binary fractions write them.
 */
export function parseAmount(text: string, decimal: DecimalSign, digits: number): Money | null {
  const trimmed = text.trim();
  if (trimmed.length > longestAmount) return null;
  const bracketed = /^\((.*)\)$/.exec(trimmed);
  const match = shape.exec(bracketed?.[1] ?? trimmed);
  if (match === null) return null;
  const [, first = '', second = '', figures = '', third = '', fourth = ''] = match;
  const minus = (first + second + third + fourth).length + (bracketed === null ? 0 : 1);
  const units = minus > 1 ? null : unitsOf(figures.trim(), decimal, digits);
  if (units === null || !isMoney(units)) return null;
  return minus === 1 ? negateMoney(units) : units;
}

function unitsOf(figures: string, decimal: DecimalSign, digits: number): number | null {
  const at = figures.indexOf(decimal);
  const whole = at === -1 ? figures : figures.slice(0, at);
  const fraction = at === -1 ? '' : figures.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isWholePart(whole, decimal)) return null;
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  return Number(whole.replace(/\D/g, '') + fraction.slice(0, digits).padEnd(digits, '0'));
}

/** Plain digits, or groups of three (in the Indian style of two before the last). */
function isWholePart(whole: string, decimal: DecimalSign): boolean {
  if (/^\d*$/.test(whole)) return true;
  const [first = '', ...rest] = whole.split(decimal === '.' ? /[,'’\s]/ : /[.'’\s]/);
  return /^\d{1,3}$/.test(first) && rest.at(-1)?.length === 3 && rest.every((part) => /^\d{2,3}$/.test(part));
}
