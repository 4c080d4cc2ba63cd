import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import type { Outlook } from '#shared/contract/outlook.ts';
import { orpc } from '../../api/queries.ts';
import type { Format } from '../../i18n/use-format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { chanceOf, chanceWords } from '../risk/chance-words.ts';
import { useOutlookWords } from '../risk/outlook-words.ts';
import { nextReward } from './next-reward.ts';
import classes from './profile.module.css';
import { useDayWords, useToday } from './use-day-words.ts';
import { daysBetween } from './when-words.ts';

/** Visits from which on a chance and a value are shown; below them a figure would be a guess. */
const fewestVisits = 5;

/** The four figures of a person: with enough visits what is to be expected of them, else what was. */
export const ProfileTiles = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation(['customers', 'common', 'outlook']);
  const format = useFormat();
  const answer = useQuery(
    orpc.outlook.ofCustomer.queryOptions({ input: { customerId: profile.customer.id } }),
  );
  const { data } = answer;
  const outlook = data?.outlook ?? null;
  const chance = profile.visits >= fewestVisits ? (outlook?.active ?? null) : null;
  return (
    <div className={classes.tiles}>
      {answer.isPending ? (
        <Tile label={t('profile.lastVisit')} value="\u00a0" note="" />
      ) : outlook !== null && chance !== null ? (
        <ChanceTile outlook={outlook} chance={chance} weeksAhead={data?.weeksAhead ?? 0} />
      ) : (
        <LastVisitTile profile={profile} />
      )}
      <Tile
        label={t('profile.value')}
        value={format.money(profile.spend)}
        note={`${t('common:visits', { count: profile.visits })} · ${averageNote(profile, t, format)}`}
      />
      {data?.refused ? (
        <Tile
          label={t('outlook:profile.value')}
          value={t('outlook:profile.refused')}
          note={t('outlook:profile.refusedNote')}
        />
      ) : chance !== null && data?.yearValue ? (
        <ValueTile {...data.yearValue} />
      ) : (
        <RhythmTile profile={profile} />
      )}
      <RewardTile profile={profile} />
    </div>
  );
};

const ChanceTile = ({
  outlook,
  chance,
  weeksAhead,
}: {
  outlook: Outlook;
  chance: number;
  weeksAhead: number;
}) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords()(outlook);
  const { returns } = outlook;
  const ahead = returns === null ? null : chanceOf(returns, format);
  const weeks = { count: weeksAhead, n: format.number(weeksAhead) };
  const within =
    ahead === null
      ? ''
      : t(ahead.isLess ? 'profile.lessWithin' : 'profile.within', { ...weeks, share: ahead.percent });
  return (
    <Tile
      label={t('profile.likely')}
      value={chanceWords(t, chance, format)}
      progress={chance}
      // A day in Finnish ends with its own full stop.
      note={`${words.expected.replace(/\.?$/, '.')} ${within}`}
    />
  );
};

const ValueTile = ({ expected, low, high }: { expected: number; low: number; high: number }) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  return (
    <Tile
      label={t('profile.value')}
      value={format.wholeMoney(expected)}
      note={t('profile.range', { low: format.wholeMoney(low), high: format.wholeMoney(high) })}
    />
  );
};

const LastVisitTile = ({ profile: { lastDay, lastAt, visits } }: { profile: Profile }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const dayWords = useDayWords();
  return (
    <Tile
      label={t('profile.lastVisit')}
      value={lastDay === null ? t('profile.neverCame') : dayWords(lastDay, lastAt)}
      note={
        lastDay === null
          ? t('profile.neverCameHint')
          : t('profile.visitCount', { count: visits, n: format.number(visits) })
      }
    />
  );
};

const RhythmTile = ({ profile: { rhythmDays: rhythm, lastDay } }: { profile: Profile }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const today = useToday();
  const since = lastDay === null ? null : daysBetween(lastDay, today);
  return (
    <Tile
      label={t('profile.rhythm')}
      value={
        rhythm === null
          ? t('profile.rhythmUnknown')
          : t('profile.everyDays', { count: rhythm, n: shortNumber(rhythm, format) })
      }
      note={
        rhythm === null || since === null
          ? t('profile.rhythmNeeds')
          : since === 0
            ? t('profile.lastTimeToday')
            : t('profile.lastTime', { count: since, n: format.number(since) })
      }
    />
  );
};

const shortNumber = (value: number, format: Format): string =>
  format.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0);

const averageNote = (
  profile: Profile,
  t: TFunction<['customers', 'common', 'outlook']>,
  format: Format,
): string => {
  const { amountVisits, spend, visits } = profile;
  if (amountVisits === 0) return t('profile.noAmounts');
  const average = format.money(Math.round(spend / amountVisits));
  return amountVisits === visits
    ? t('profile.average', { average })
    : t('profile.averageOf', {
        average,
        n: t('common:visits', { count: amountVisits }),
      });
};

const RewardTile = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation(['customers', 'common']);
  const format = useFormat();
  const { main, others, missing, progress } = nextReward(profile.balances);
  const amountOf = (kind: 'points' | 'stamps', count: number) =>
    t(`profile.${kind}`, { count, n: format.number(count) });
  if (main === null) {
    return (
      <Tile label={t('profile.nextReward')} value={t('profile.noReward')} note={t('profile.noRewardHint')} />
    );
  }
  const value =
    missing === null
      ? amountOf(main.kind, main.balance)
      : missing === 0
        ? t('profile.rewardReady')
        : amountOf(main.kind, missing);
  const toward =
    main.target === null || main.rewardName === null
      ? t('profile.noRewardHint')
      : missing === 0
        ? main.rewardName
        : t('profile.progress', {
            balance: format.number(main.balance),
            target: format.number(main.target),
            reward: main.rewardName,
          });
  const also = others.map(({ kind, balance }) => amountOf(kind, balance)).join(', ');
  return (
    <Tile
      label={t('profile.nextReward')}
      value={value}
      progress={missing === null ? undefined : progress}
      note={
        <>
          {toward}
          {also !== '' && <> · {t('profile.alsoBalance', { balance: also })}</>}{' '}
        </>
      }
      link={
        <Link
          to="/customers/$customerId/balance"
          params={{ customerId: String(profile.customer.id) }}
          search={{ unit: main.unitId }}
          className={classes.tileLink}
        >
          {t('profile.openBalance')}
        </Link>
      }
    />
  );
};

const Tile = ({
  label,
  value,
  note,
  progress,
  link,
}: {
  label: ReactNode;
  value: ReactNode;
  note: ReactNode;
  progress?: number | undefined;
  link?: ReactNode;
}) => (
  <section className={classes.tile}>
    <h2 className={classes.tileLabel}>
      {label}
      {link}
    </h2>
    <p className={`${classes.tileValue} num`}>{value}</p>
    {progress !== undefined && (
      <div className={classes.bar} aria-hidden>
        <div className={classes.barDone} style={{ width: `${progress * 100}%` }} />
      </div>
    )}
    <p className={classes.tileNote}>{note}</p>
  </section>
);
