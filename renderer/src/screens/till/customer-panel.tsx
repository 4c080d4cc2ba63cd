import { Button } from '@mantine/core';
import { IconNote, IconUser, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { Avatar } from '../../components/avatar.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { TierChip } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { CustomerBalances } from './customer-balances.tsx';
import type { Gains } from './earning-preview.ts';
import type { Entry } from './entry.ts';
import { HintList } from './hint-list.tsx';
import classes from './know.module.css';
import customerClasses from './know-customer.module.css';
import { fetchNoteForm, LazyNoteForm } from './lazy-note-form.tsx';
import { PersonName } from './panel-head.tsx';
import { ParkButton } from './park-button.tsx';
import { RewardRows } from './reward-rows.tsx';
import { useTillStore } from './till-context.tsx';
import { useShownName } from './use-shown-name.ts';
import { useTillWords } from './use-till-words.ts';

const CustomerHead = ({ card }: { card: CustomerCard }) => {
  const { t } = useTranslation(['till', 'tillActs']);
  const format = useFormat();
  const shown = useShownName();
  const { visits, cardCode, name, tier, household } = card;
  return (
    <header className={classes.head}>
      <Avatar name={name} size={72} accent />
      <div className={classes.who}>
        <p className={classes.welcome}>{t(visits === 0 ? 'customer.welcomeFirst' : 'customer.welcome')}</p>
        <PersonName name={name} />
        <p className={`${classes.facts} num`}>
          {tier !== null && tier.of > 1 && <TierChip name={tier.name} index={tier.index} of={tier.of} />}
          <span>
            {cardCode === null ? t('customer.noCard') : t('customer.card', { tail: cardCode.slice(-4) })}
          </span>
          <span>
            {visits === 0
              ? t('customer.noVisits')
              : t('customer.visits', { count: visits, n: format.number(visits) })}
          </span>
          {household.length > 0 && (
            <span>
              {t('tillActs:household', { names: household.map((each) => shown(each.name)).join(', ') })}
            </span>
          )}
        </p>
      </div>
    </header>
  );
};

/** Last visit with the rhythm in words, and the usual order. */
const Past = ({ card }: { card: CustomerCard }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const words = useTillWords();
  const { kind } = useShop().shop;
  const { lastVisit, rhythmDays, usual } = card;
  return (
    <div className={customerClasses.past}>
      <div className={classes.fact}>
        <p className={classes.factLabel}>{t('customer.lastVisit')}</p>
        <p className={`${classes.factValue} num`}>
          {lastVisit === null ? t('customer.never') : words.dayAndTime(lastVisit.day, lastVisit.at)}
        </p>
        {rhythmDays !== null && <p className={classes.factNote}>{words.rhythm(rhythmDays)}</p>}
      </div>
      <div className={classes.fact}>
        <p className={classes.factLabel}>
          {t(kind === 'salon' ? 'customer.usualService' : 'customer.usualOrder')}
        </p>
        <p className={classes.factValue}>
          {usual === null
            ? t('customer.noUsual')
            : usual.lines
                .map(({ name, quantity }) => (quantity === 1 ? name : t('amount.line', { quantity, name })))
                .join(' + ')}
        </p>
        {usual !== null && <p className={`${classes.factNote} num`}>{format.money(usual.amount)}</p>}
      </div>
    </div>
  );
};

const CustomerActs = ({ card }: { card: CustomerCard }) => {
  useEffect(() => void fetchNoteForm(), []);
  const { t } = useTranslation('till');
  const navigate = useNavigate();
  const { dispatch } = useTillStore();
  return (
    <div className={classes.acts} data-stays>
      <Button
        variant="default"
        leftSection={<IconUser size={20} stroke={1.9} aria-hidden />}
        onClick={() =>
          void navigate({ to: '/customers/$customerId', params: { customerId: String(card.customerId) } })
        }
      >
        {t('customer.profile')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconNote size={20} stroke={1.9} aria-hidden />}
        rightSection={<KeyCap>F4</KeyCap>}
        onClick={() => dispatch({ type: 'writeNote', text: '' })}
      >
        {t('customer.addNote')}
      </Button>
      <ParkButton parkedId={card.parkedId} />
      <Button variant="default" className={classes.leave} onClick={() => dispatch({ type: 'escape' })}>
        <IconX size={20} stroke={1.9} aria-hidden />
        <span className="visually-hidden">{t('customer.close')}</span>
        <KeyCap>Esc</KeyCap>
      </Button>
    </div>
  );
};

/** Everything to know about the customer in front of the counter, in one glance. */
export const CustomerPanel = ({
  card,
  entry,
  note,
  gains,
}: {
  card: CustomerCard;
  entry: Entry;
  note: string | null;
  gains: Gains | null;
}) => (
  <>
    <CustomerHead card={card} />
    <HintList customerId={card.customerId} hints={card.hints} />
    <CustomerBalances card={card} entry={entry} gains={gains} />
    <div className={customerClasses.rewards}>
      <RewardRows card={card} entry={entry} />
    </div>
    <div className={classes.grow} />
    {note === null ? (
      <>
        <Past card={card} />
        <CustomerActs card={card} />
      </>
    ) : (
      <LazyNoteForm name={card.name} text={note} />
    )}
  </>
);
