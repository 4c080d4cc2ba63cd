import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InactivePerson } from '#shared/contract/privacy-rules.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './privacy.module.css';

/** People shown at once, and added with each "more". */
const step = 5;
/** As many as the program answers at once. */
const most = 500;

/** What goes with a person: points, stamps and vouchers that nobody will ask for. */
const useHoldsWords = () => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return ({ balances, vouchers, sharesWallet }: InactivePerson): string => {
    const held = balances.map(({ kind, balance }) =>
      t(`keep.${kind}`, { count: balance, n: format.number(balance) }),
    );
    const wallet =
      held.length === 0 ? [] : [sharesWallet ? t('keep.shared', { what: held.join(', ') }) : held.join(', ')];
    const given = vouchers === 0 ? [] : [t('keep.vouchers', { count: vouchers, n: format.number(vouchers) })];
    const all = [...wallet, ...given];
    return all.length === 0 ? t('keep.nothing') : all.join(', ');
  };
};

/** Whom the next monthly run forgets, each to be kept by one tap, and whom it leaves because somebody said so. */
export const InactiveList = () => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const cache = useQueryClient();
  const holds = useHoldsWords();
  const [limit, setLimit] = useState(step);
  const list = useQuery({
    ...orpc.privacy.inactive.queryOptions({ input: { limit } }),
    placeholderData: (before) => before,
  });
  const keep = useMutation(
    orpc.privacy.keep.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: orpc.privacy.inactive.key() }),
    }),
  );
  if (list.data === undefined) return <FailureBanner error={list.error} />;
  const { run, total, people, kept } = list.data;
  if (run === null) return null;
  const put = (customerId: number, isKept: boolean) =>
    keep.mutate({ requestId: newRequestId(), customerId, keep: isKept });
  return (
    <section className={classes.part} aria-label={t('keep.next', { date: format.date(run) })}>
      <h2 className={classes.partTitle}>{t('keep.next', { date: format.date(run) })}</h2>
      <p className={classes.partNote} role="status">
        {total === 0 ? t('keep.nobody') : t('keep.people', { count: total, n: format.number(total) })}
      </p>
      {people.length > 0 && (
        <table className={classes.people}>
          <thead>
            <tr>
              <th scope="col">{t('keep.column.name')}</th>
              <th scope="col">{t('keep.column.last')}</th>
              <th scope="col">{t('keep.column.holds')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('keep.column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.customerId}>
                <th scope="row">
                  <PersonLink id={person.customerId} name={person.name} />
                </th>
                <td className="num">{format.date(person.lastDay)}</td>
                <td className="num">{holds(person)}</td>
                <td>
                  <Button
                    variant="default"
                    aria-label={t('keep.keepLabel', { name: person.name })}
                    disabled={keep.isPending}
                    onClick={() => put(person.customerId, true)}
                  >
                    {t('keep.keep')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total > people.length && limit < most && (
        <Button variant="default" onClick={() => setLimit(Math.min(most, limit * 4))}>
          {t('keep.more')}
        </Button>
      )}
      {kept.length > 0 && <KeptPeople kept={kept} isBusy={keep.isPending} onEnd={(id) => put(id, false)} />}
      <FailureBanner error={keep.error ?? list.error} />
    </section>
  );
};

const PersonLink = ({ id, name }: { id: number; name: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: String(id) }}>
    {name}
  </Link>
);

interface Kept {
  readonly customerId: number;
  readonly name: string;
  readonly lastDay: string;
  readonly staffName: string;
}

const KeptPeople = ({
  kept,
  isBusy,
  onEnd,
}: {
  kept: readonly Kept[];
  isBusy: boolean;
  onEnd: (customerId: number) => void;
}) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <table className={classes.people} aria-label={t('keep.kept')}>
      <thead>
        <tr>
          <th scope="col" colSpan={3}>
            {t('keep.kept')}
          </th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ customerId, name, lastDay, staffName }) => (
          <tr key={customerId}>
            <th scope="row">
              <PersonLink id={customerId} name={name} />
            </th>
            <td>{t('keep.keptBy', { date: format.date(lastDay), staff: staffName })}</td>
            <td>
              <Button
                variant="default"
                aria-label={t('keep.noLongerLabel', { name })}
                disabled={isBusy}
                onClick={() => onEnd(customerId)}
              >
                {t('keep.noLonger')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
