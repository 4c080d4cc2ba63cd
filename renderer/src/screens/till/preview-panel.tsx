import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { Avatar } from '../../components/avatar.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useKeyCapsShown } from '../../shell/shop-context.tsx';
import classes from './know.module.css';
import customerClasses from './know-customer.module.css';
import { PersonName } from './panel-head.tsx';
import { useTillWords } from './use-till-words.ts';

const SameName = ({ card }: { card: CustomerCard }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  if (card.sameName === 0) return null;
  const count = card.sameName + 1;
  const values = { count, n: format.number(count), name: card.name.split(' ')[0] ?? card.name };
  return (
    <div className={customerClasses.sameName}>
      <HintRow tone="quiet" icon={IconUser}>
        {card.phoneTail === null ? (
          t('preview.sameNameNoDigits', values)
        ) : (
          <>
            {t('preview.sameName', values)} <strong className="num">{card.phoneTail}</strong>
          </>
        )}
      </HintRow>
    </div>
  );
};

/** The highlighted person of the search, before they are chosen: enough to be sure it is them. */
export const PreviewPanel = ({ card }: { card: CustomerCard }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const words = useTillWords();
  const keyCaps = useKeyCapsShown();
  const { lastVisit, usual, phoneTail, balances } = card;
  return (
    <>
      <header className={classes.head} data-centred>
        <Avatar name={card.name} size={72} accent />
        <div className={classes.who}>
          <PersonName name={card.name} />
          {phoneTail !== null && <p className={`${classes.facts} num`}>{words.tail(phoneTail)}</p>}
        </div>
      </header>
      <div className={customerClasses.stats}>
        <div className={classes.fact}>
          <p className={classes.factLabel}>{t('preview.lastVisit')}</p>
          <p className={customerClasses.statValue}>
            {lastVisit === null ? t('customer.never') : words.shortDay(lastVisit.day)}
          </p>
        </div>
        {balances.map(({ unitId, kind, name, balance, target }) => (
          <div key={unitId} className={classes.fact}>
            <p className={classes.factLabel}>
              {name === '' ? t(kind === 'stamps' ? 'preview.stamps' : 'preview.points') : name}
            </p>
            <p className={`${customerClasses.statValue} num`}>
              {kind === 'stamps' && target !== null
                ? `${format.number(balance)}/${format.number(target)}`
                : format.number(balance)}
            </p>
          </div>
        ))}
      </div>
      <SameName card={card} />
      {usual !== null && (
        <div className={customerClasses.sameName}>
          <p className={classes.factLabel}>{t('preview.usual')}</p>
          <p className={classes.factValue}>{usual.lines.map(({ name }) => name).join(' + ')}</p>
        </div>
      )}
      <div className={classes.grow} />
      {keyCaps && (
        <p className={customerClasses.keysHint}>
          <KeyCap>↑</KeyCap>
          <KeyCap>↓</KeyCap>
          {t('search.toMove')}
          <KeyCap>Enter</KeyCap>
          {t('search.toChoose')}
        </p>
      )}
    </>
  );
};
