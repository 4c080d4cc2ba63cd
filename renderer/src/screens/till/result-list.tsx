import { IconPlus, IconTicket } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/till.ts';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './find.module.css';
import { HighlightedName } from './highlighted-name.tsx';
import { resultId, resultListId } from './search-box.tsx';
import { useChoosePerson, useTillStore } from './till-context.tsx';
import type { SearchHits } from './use-search-hits.ts';
import { useSoldItems } from './use-till-data.ts';
import { useTillWords } from './use-till-words.ts';
import { voucherFound } from './voucher-found.ts';

const useHitFacts = (): ((hit: SearchHit) => string) => {
  const { t } = useTranslation('till');
  const words = useTillWords();
  return ({ phoneTail, cardTail, lastDay, match }) => {
    const tail = match === 'card' ? (cardTail ?? phoneTail) : (phoneTail ?? cardTail);
    const visit =
      lastDay === null ? t('search.neverHere') : t('search.lastVisit', { day: words.shortDay(lastDay) });
    return tail === null ? visit : `${words.tail(tail)}, ${visit}`;
  };
};

const ResultRow = memo(
  ({
    hit,
    facts,
    row,
    isActive,
    query,
    onChoose,
  }: {
    hit: SearchHit;
    facts: string;
    row: number;
    isActive: boolean;
    query: string;
    onChoose: (hit: SearchHit) => void;
  }) => (
    <button
      type="button"
      role="option"
      id={resultId(row)}
      aria-selected={isActive}
      tabIndex={-1}
      className={classes.hit}
      onClick={() => onChoose(hit)}
    >
      <Avatar name={hit.name} size={46} accent={isActive} />
      <span className={classes.hitText}>
        <span className={classes.hitName}>
          <HighlightedName name={hit.name} query={query} />
        </span>
        <span className={`${classes.hitFacts} num`}>{facts}</span>
      </span>
      {isActive && <KeyCap>Enter</KeyCap>}
    </button>
  ),
);
ResultRow.displayName = 'ResultRow';

const NewCustomerRow = ({ query, row, isActive }: { query: string; row: number; isActive: boolean }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  return (
    <button
      type="button"
      role="option"
      id={resultId(row)}
      aria-selected={isActive}
      tabIndex={-1}
      className={`${classes.hit} ${classes.newHit}`}
      onClick={() => dispatch({ type: 'newCustomer' })}
    >
      <span className={classes.plus}>
        <IconPlus size={22} stroke={2} aria-hidden />
      </span>
      <span className={classes.hitText}>
        <span className={classes.hitName}>{t('search.newCustomer')}</span>
        <span className={classes.hitFacts}>{t('search.quoted', { query })}</span>
      </span>
      <KeyCap>F2</KeyCap>
    </button>
  );
};

/** A voucher whose code was typed: whose it is, and until when. */
const VoucherRow = ({ voucher, isActive }: { voucher: Voucher; isActive: boolean }) => {
  const { t } = useTranslation('tillActs');
  const format = useFormat();
  const { dispatch } = useTillStore();
  const { items } = useSoldItems();
  return (
    <button
      type="button"
      className={classes.hit}
      data-active={isActive || undefined}
      onClick={() => dispatch(voucherFound(voucher, items))}
    >
      <span className={classes.plus}>
        <IconTicket size={22} stroke={2} aria-hidden />
      </span>
      <span className={classes.hitText}>
        <span className={classes.hitName}>{voucher.name}</span>
        <span className={classes.hitFacts}>
          {t('voucher.of', { name: voucher.customerName, date: format.dayOfMonth(voucher.expiresDay) })}
        </span>
      </span>
      {isActive && <KeyCap>Enter</KeyCap>}
    </button>
  );
};

const Nobody = ({ query }: { query: string }) => {
  const { t } = useTranslation('till');
  const isNumber = /^\d+$/.test(query);
  return (
    <div className={classes.nobody} role="status">
      <h2>{t(isNumber ? 'search.nobodyNumber' : 'search.nobody', { query })}</h2>
      <p>{t('search.nobodyHint')}</p>
    </div>
  );
};

/** Who was found, the highlighted one first under Enter, and the way to a new customer. */
export const ResultList = ({
  query,
  active,
  found,
}: {
  query: string;
  active: number;
  found: SearchHits;
}) => {
  const { t } = useTranslation('till');
  const choose = useChoosePerson();
  const facts = useHitFacts();
  const { hits, answered, tooFewDigits, error, voucher } = found;
  return (
    <Card flush className={classes.list}>
      <div className={classes.scroll}>
        {tooFewDigits && <p className={classes.quiet}>{t('search.threeDigits')}</p>}
        {voucher !== null && <VoucherRow voucher={voucher} isActive={hits.length === 0} />}
        {answered !== null && hits.length === 0 && voucher === null && <Nobody query={query.trim()} />}
        <FailureBanner error={error} />
        <div
          role="listbox"
          id={resultListId}
          aria-label={t('search.results')}
          aria-busy={answered === null && !tooFewDigits}
        >
          {hits.map((hit, row) => (
            <ResultRow
              key={hit.customerId}
              hit={hit}
              facts={facts(hit)}
              row={row}
              isActive={row === active}
              query={query}
              onChoose={choose}
            />
          ))}
          {!tooFewDigits && (
            <NewCustomerRow
              query={query.trim()}
              row={hits.length}
              isActive={active === hits.length && voucher === null}
            />
          )}
        </div>
      </div>
    </Card>
  );
};
