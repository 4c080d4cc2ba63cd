import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Outlook, OutlookState } from '#shared/contract/outlook.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { isOpen } from '../follow-ups/list-groups.ts';
import { chanceOf, chanceWords } from './chance-words.ts';
import { useOutlookWords } from './outlook-words.ts';
import classes from './risk.module.css';

/** People read at once. */
const pageSize = 30;

type Person = Outlook & {
  readonly customerId: number;
  readonly name: string;
  readonly yearSpend: number;
};

const usePeople = (state: OutlookState) =>
  useInfiniteQuery(
    orpc.outlook.board.infiniteOptions({
      input: (offset: number) => ({ state, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, { people }) => sum + people.length, 0);
        return shown < last.total ? shown : undefined;
      },
    }),
  );

/** Who is still to be turned to today: their words and the buttons for the outcome are one tap away. */
const useListed = (): ReadonlySet<number> => {
  const { data } = useQuery(orpc.followUps.list.queryOptions());
  return new Set(data?.entries.filter(isOpen).map(({ customerId }) => customerId));
};

/** One state of the board: how many people, what is at stake, what to do, and the people by value. */
export const RiskColumn = ({
  state,
  people,
  value,
  children,
}: {
  state: OutlookState;
  people: number;
  value: number;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const answer = usePeople(state);
  const listed = useListed();
  const shown = answer.data?.pages.flatMap((page) => page.people) ?? [];
  const left = people - shown.length;
  const hasChances = shown.some(({ active }) => active !== null);
  return (
    <section className={classes.column} data-state={state} aria-label={t(`state.${state}`)}>
      <header className={classes.head}>
        <h2>{t(`state.${state}`)}</h2>
        <p className="num">
          <Trans
            t={t}
            i18nKey="people"
            count={people}
            values={{ n: format.number(people) }}
            components={{ b: <b /> }}
          />
          {value > 0 && `, ${format.wholeMoney(value)}`}
        </p>
      </header>
      {children}
      <div className={classes.people}>
        {shown.length > 0 && (
          <div className={classes.heads} aria-hidden>
            <span>{hasChances ? t('likely') : t('waited')}</span>
            <span>{t('yearly')}</span>
          </div>
        )}
        {answer.isSuccess && shown.length === 0 && <p className={classes.quiet}>{t(`none.${state}`)}</p>}
        <ul className={classes.list}>
          {shown.map((person) => (
            <PersonRow key={person.customerId} person={person} isListed={listed.has(person.customerId)} />
          ))}
        </ul>
        {answer.hasNextPage && (
          <Button
            variant="default"
            fullWidth
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('more', { count: Math.min(pageSize, left), n: format.number(Math.min(pageSize, left)) })}
          </Button>
        )}
        <FailureBanner error={answer.error} />
      </div>
    </section>
  );
};

/** Leads to the words for somebody on today's list, and to the profile of anybody else. */
const PersonLink = ({
  person: { customerId, state },
  isListed,
  children,
}: {
  person: Person;
  isListed: boolean;
  children: ReactNode;
}) => {
  const look = { className: classes.person, 'data-state': state };
  return isListed ? (
    <Link to="/follow-ups" search={{ person: customerId }} {...look}>
      {children}
    </Link>
  ) : (
    <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} {...look}>
      {children}
    </Link>
  );
};

/** A chance in large figures; one too small to tell with a sign instead of words, which would need two lines. */
const Chance = ({ of: chance }: { of: number }) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const { isLess, percent } = chanceOf(chance, format);
  if (!isLess) return percent;
  return (
    <>
      <span className="visually-hidden">{chanceWords(t, chance, format)}</span>
      <span aria-hidden>{t('lessThanSign', { percent })}</span>
    </>
  );
};

const PersonRow = ({ person, isListed }: { person: Person; isListed: boolean }) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords()(person);
  const { active, yearSpend, state, waitedDays, name } = person;
  return (
    <li>
      <PersonLink person={person} isListed={isListed}>
        <span className={classes.chance} data-words={active === null || undefined}>
          {active === null ? (
            <span className="num">{t('days', { count: waitedDays, n: format.number(waitedDays) })}</span>
          ) : (
            <>
              <span className="num">
                <span className="visually-hidden">{t('likely')} </span>
                <Chance of={active} />
              </span>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${active * 100}%` }} />
              </span>
            </>
          )}
        </span>
        <span className={classes.who}>
          <b>{name}</b>
          <span className={classes.line}>{words.expected}</span>
          {state !== 'onTrack' && state !== 'new' && words.because !== null && (
            <span className={classes.line}>{words.because}</span>
          )}
        </span>
        <span className={classes.value}>
          {yearSpend > 0 && (
            <span className="num">
              {format.wholeMoney(yearSpend)}
              <span className="visually-hidden"> {t('yearly')}</span>
            </span>
          )}
          {isListed && (
            <span className={classes.listed} title={t('listed')}>
              <IconClipboardCheck size={20} stroke={1.9} aria-hidden />
              <span className="visually-hidden">{t('listed')}</span>
            </span>
          )}
        </span>
      </PersonLink>
    </li>
  );
};
