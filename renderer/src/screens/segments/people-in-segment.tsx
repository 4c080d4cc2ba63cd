import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SegmentFilterData } from '#shared/contract/segment-filter.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './segments.module.css';

const shown = 50;

/** The people a filter finds, those seen last first; each leads to the person. */
export const PeopleInSegment = ({ filter }: { filter: SegmentFilterData }) => {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const answer = useQuery({
    ...orpc.customers.list.queryOptions({ input: { filter: { filter }, offset: 0, limit: shown } }),
    placeholderData: keepPreviousData,
  });
  const rows = answer.data?.rows ?? [];
  return (
    <>
      <FailureBanner error={answer.error} />
      <ul className={classes.people} aria-label={t('who')}>
        {rows.map(({ customerId, name }) => (
          <li key={customerId}>
            <Link
              className={classes.link}
              to="/customers/$customerId"
              params={{ customerId: String(customerId) }}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {(answer.data?.total ?? 0) > shown && (
        <p className={classes.quiet}>
          {t('firstOf', { n: format.number(shown), of: format.number(answer.data?.total ?? 0) })}
        </p>
      )}
    </>
  );
};
