import { Button } from '@mantine/core';
import { IconFileImport, IconScan, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '#shared/contract/till.ts';
import { orpc } from '../../api/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { useRole } from '../../shell/staff-context.tsx';
import classes from './know.module.css';
import { PersonRow } from './person-row.tsx';
import { SafetyLine } from './safety-line.tsx';
import { useChoosePerson, useTillStore } from './till-context.tsx';
import { firstVisits } from './today-stream.tsx';
import { useShownName } from './use-shown-name.ts';
import { useToday, useUsuallyHere } from './use-till-data.ts';
import { useTillWords } from './use-till-words.ts';

/** As many as fit above today's counts. */
const mostPeople = 6;

const Counts = ({ today }: { today: Today }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const counts = [
    [today.checkIns, 'idle.checkIns'],
    [today.newCustomers, 'idle.newPeople'],
    [today.rewardsUsed, 'idle.rewards'],
    [today.birthdays, 'idle.birthdays'],
  ] as const;
  return (
    <div className={classes.counts}>
      {counts.map(([count, key]) => (
        <p key={key} className={classes.count}>
          <b className="num">{format.number(count)}</b>
          <span>{t(key, { count })}</span>
        </p>
      ))}
    </div>
  );
};

const UsuallyHere = ({ people }: { people: NonNullable<ReturnType<typeof useUsuallyHere>> }) => {
  const { t } = useTranslation('till');
  const words = useTillWords();
  const choose = useChoosePerson();
  const shown = useShownName();
  const note = ({ seen, of, fromMinute, toMinute }: (typeof people)[number]): string =>
    seen === of || seen >= of - 1
      ? t('idle.seen', { seen, of, weekday: words.todaysWeekday() })
      : t('idle.between', { from: words.minuteOfDay(fromMinute), to: words.minuteOfDay(toMinute) });
  return (
    <>
      <h1 className={classes.title}>{t('idle.title')}</h1>
      <p className={classes.subtitle} style={{ marginBottom: 16 }}>
        {t('idle.hint')}
      </p>
      <div className={`${classes.people} ${classes.fitting}`}>
        {people.slice(0, mostPeople).map((person) => (
          <PersonRow
            key={person.customerId}
            name={shown(person.name)}
            note={note(person)}
            end={person.rewardReady && <span className={classes.tag}>{t('idle.rewardReady')}</span>}
            onChoose={() => choose(person)}
          />
        ))}
      </div>
    </>
  );
};

/** How to begin where nobody is expected: any way leads to the same box. */
const HowToBegin = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  return (
    <>
      <div className={classes.grow} />
      <EmptyState
        icon={IconScan}
        text={
          <>
            <strong>{t('idle.startTitle')}</strong> {t('idle.startHint')}
          </>
        }
      >
        <Button
          variant="default"
          size="lg"
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('search.newCustomer')}
        </Button>
        <Button
          variant="default"
          size="lg"
          rightSection={<KeyCap>F3</KeyCap>}
          onClick={() => dispatch({ type: 'walkIn' })}
        >
          {t('walkIn.open')}
        </Button>
      </EmptyState>
    </>
  );
};

const EmptyShop = () => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const navigate = useNavigate();
  const role = useRole();
  return (
    <>
      <div className={classes.grow} />
      <EmptyState
        icon={IconUserPlus}
        text={
          <>
            <strong>{t('empty.title')}</strong>
            <br />
            {t('empty.text')}
          </>
        }
      >
        <Button
          size="lg"
          leftSection={<IconUserPlus size={22} stroke={1.9} aria-hidden />}
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('empty.newCustomer')}
        </Button>
        {role === 'owner' && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconFileImport size={22} stroke={1.9} aria-hidden />}
            onClick={() => void navigate({ to: '/import' })}
          >
            {t('empty.import')}
          </Button>
        )}
      </EmptyState>
    </>
  );
};

/** Nobody is there: who usually comes now, else how to begin; and the day so far. */
export const IdlePanel = () => {
  const people = useUsuallyHere(useShop().till.usuallyHere) ?? [];
  const { data: today } = useToday(firstVisits);
  const { data: counts } = useQuery(orpc.customers.counts.queryOptions());
  if (today === undefined || counts === undefined) return null;
  const isQuiet = people.length === 0;
  const isNew = counts.all === 0 && today.checkIns === 0;
  return (
    <>
      {isNew && <EmptyShop />}
      {!isNew && !isQuiet && <UsuallyHere people={people} />}
      {!isNew && isQuiet && <HowToBegin />}
      {(isNew || isQuiet) && <div className={classes.grow} />}
      {!isNew && <Counts today={today} />}
      <SafetyLine />
    </>
  );
};
