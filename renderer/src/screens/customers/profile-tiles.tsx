import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import type { Format } from '../../i18n/use-format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { nextReward } from './next-reward.ts';
import classes from './profile.module.css';
import { useDayWords, useToday } from './use-day-words.ts';
import { daysBetween } from './when-words.ts';

/** The four figures of a person. */
export const ProfileTiles = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation(['customers', 'common']);
  const format = useFormat();
  const dayWords = useDayWords();
  const today = useToday();
  const { lastDay, lastAt, visits } = profile;
  const rhythm = profile.rhythmDays;
  const since = lastDay === null ? null : daysBetween(lastDay, today);
  return (
    <div className={classes.tiles}>
      <Tile
        label={t('profile.lastVisit')}
        value={lastDay === null ? t('profile.neverCame') : dayWords(lastDay, lastAt)}
        note={
          lastDay === null
            ? t('profile.neverCameHint')
            : t('profile.visitCount', { count: visits, n: format.number(visits) })
        }
      />
      <Tile
        label={t('profile.value')}
        value={format.money(profile.spend)}
        note={averageNote(profile, t, format)}
      />
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
      <RewardTile profile={profile} />
    </div>
  );
};

const shortNumber = (value: number, format: Format): string =>
  format.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0);

const averageNote = (profile: Profile, t: TFunction<['customers', 'common']>, format: Format): string => {
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
