import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './profile.module.css';

/** Balances below zero: how far, why that can be, and the way to every entry. */
export const Overdrawn = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation(['membership', 'customers']);
  const format = useFormat();
  return profile.balances
    .filter(({ balance }) => balance < 0)
    .map(({ unitId, kind, name, balance }) => (
      <HintRow
        key={unitId}
        tone="warn"
        action={
          <Link
            to="/customers/$customerId/balance"
            params={{ customerId: String(profile.customer.id) }}
            search={{ unit: unitId }}
            className={classes.tileLink}
          >
            {t('customers:profile.openBalance')}
          </Link>
        }
      >
        <strong className="num">
          {kind === 'points' ? t('customers:balance.points') : name}: {format.number(balance)}
        </strong>{' '}
        {t('adjust.overdrawn')}
      </HintRow>
    ));
};
