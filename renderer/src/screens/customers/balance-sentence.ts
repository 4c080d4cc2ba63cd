import type { TFunction } from 'i18next';
import type { BalanceRow } from '#shared/contract/loyalty.ts';
import type { Format } from '../../i18n/use-format.ts';

/**
 * Why a row of the ledger is there, in one sentence. A reason is data; the words are made here, so that an
 * old row is told in today's language.
 */
export const balanceSentence = (row: BalanceRow, t: TFunction<'customers'>, format: Format): string => {
  const { why } = row;
  switch (why.kind) {
    case 'pointsForAmount': {
      const count = Math.abs(row.change);
      const words = {
        count,
        points: format.number(count),
        amount: format.money(why.base),
        rate: t('profile.points', { count: why.points, n: format.number(why.points) }),
        per: format.money(why.per),
      };
      return why.carried > 0
        ? t('balance.why.pointsCarried', { ...words, carried: format.money(why.carried) })
        : t('balance.why.pointsForAmount', words);
    }
    case 'stampForVisit':
      return t('balance.why.stampForVisit', { count: why.stamps, n: format.number(why.stamps) });
    case 'reward':
      return t('balance.why.reward', { reward: why.rewardName });
    case 'undo':
      return why.reason === null || why.reason === ''
        ? t('balance.why.undo')
        : t('balance.why.undoReason', { reason: why.reason });
    case 'moved':
      return t('balance.why.moved');
    case 'import':
      return t('balance.why.import');
  }
};

/** A change with its sign: "+9", "−10"; a true minus, so that columns stand straight. */
export const signed = (change: number, format: Format): string =>
  change > 0 ? `+${format.number(change)}` : format.number(change).replace('-', '\u2212');
