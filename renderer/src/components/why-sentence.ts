import type { TFunction } from 'i18next';
import type { BalanceRow } from '#shared/contract/loyalty.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { Format } from '../i18n/use-format.ts';

type Why = BalanceRow['why'];
type Of<K extends Why['kind']> = Extract<Why, { kind: K }>;
type NamedFactor = Of<'pointsForAmount'>['bonus'];

/** How often something counts: 2, 1.5, 1.25. */
export const factorText = ({ num, den }: { num: number; den: number }, format: Format): string => {
  const exact = [0, 1, 2].find((digits) => (num * 10 ** digits) % den === 0) ?? 2;
  return format.number(num / den, exact);
};

const whyWords = (t: TFunction<'why'>, format: Format) => {
  const factor = (named: NamedFactor): string[] =>
    named === null ? [] : [t('part.factor', { name: named.name, factor: factorText(named, format) })];
  const more = (parts: readonly string[]): string => parts.map((part) => `, ${part}`).join('');
  return {
    points: ({
      base,
      points,
      per,
      carried,
      bonus,
      tier,
      itemPoints,
      capped,
    }: Of<'pointsForAmount'>): string =>
      t('pointsForAmount', {
        count: points,
        n: format.number(points),
        per: format.money(per),
        amount: format.money(base),
        more: more([
          ...factor(bonus),
          ...factor(tier),
          ...(itemPoints > 0
            ? [t('part.itemPoints', { count: itemPoints, n: format.number(itemPoints) })]
            : []),
          ...(carried > 0 ? [t('part.carried', { amount: format.money(carried) })] : []),
          ...(capped ? [t('part.capped')] : []),
        ]),
      }),
    stampForVisit: ({ stamps, bonus }: Of<'stampForVisit'>): string =>
      t('stampForVisit', { count: stamps, n: format.number(stamps), more: more(factor(bonus)) }),
    stampForItems: ({ stamps, pieces, bonus }: Of<'stampForItems'>): string =>
      t('stampForItems', {
        count: pieces,
        n: format.number(pieces),
        stamps: t('stamps', { count: stamps, n: format.number(stamps) }),
        more: more(factor(bonus)),
      }),
    gift: ({ occasion, visits, name }: Of<'gift'>): string => {
      if (occasion === 'milestone') return t('gift.milestone', { n: format.number(visits ?? 0) });
      if (name !== null && (occasion === 'referrer' || occasion === 'friend'))
        return t(`gift.${occasion}Named`, { name });
      return t(`gift.${occasion}`);
    },
  };
};

/**
 * Why a row of the ledger is there, in one sentence. A reason is data; the words are made here, so that an
 * old row is told in today's language.
 */
export const whySentence = (
  { why, change }: Pick<BalanceRow, 'why' | 'change'>,
  t: TFunction<'why'>,
  format: Format,
): string => {
  const words = whyWords(t, format);
  switch (why.kind) {
    case 'pointsForAmount':
      return words.points(why);
    case 'stampForVisit':
      return words.stampForVisit(why);
    case 'stampForItems':
      return words.stampForItems(why);
    case 'gift':
      return words.gift(why);
    case 'reward':
      return t('reward', { reward: why.rewardName });
    case 'undo':
      return why.reason === null || why.reason === '' ? t('undo') : t('undoReason', { reason: why.reason });
    case 'refund': {
      const amount = format.money(why.amount);
      return why.reason === null || why.reason === ''
        ? t('refund', { amount })
        : t('refundReason', { amount, reason: why.reason });
    }
    case 'moved':
    case 'import':
    case 'openingBalance':
    case 'importUndone':
      return t(why.kind);
    case 'adjusted':
      return t('adjusted', { reason: why.reason });
    case 'expired':
      return why.lots > 1 ? t('expiredLots', { n: format.number(why.lots) }) : t('expired');
    case 'transferred':
      return t(`transferred.${why.because}.${change > 0 ? 'came' : 'went'}`, { name: why.name });
    default:
      return assertNever(why);
  }
};

/** A change with its sign: "+9", "−10"; a true minus, so that columns stand straight. */
export const signed = (change: number, format: Format): string =>
  change > 0 ? `+${format.number(change)}` : format.number(change).replace('-', '\u2212');
