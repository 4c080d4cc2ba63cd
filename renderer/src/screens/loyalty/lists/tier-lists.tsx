import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { TierChip } from '../../../components/tier-chip.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { ListPage } from './list-page.tsx';
import classes from './lists.module.css';
import { PersonLink } from './person-link.tsx';

/** People per tier, who is about to rise, and who drops when the grace ends. */
export const TierLists = () => {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const { data, error, refetch } = useQuery(orpc.loyalty.tiers.queryOptions());
  const missingWords = (missing: number, to: string): string =>
    data?.basis === 'spend'
      ? t('tiers.missingMoney', { amount: format.money(missing), name: to })
      : t('tiers.missingVisits', { count: missing, n: format.number(missing), name: to });
  return (
    <ListPage view="tiers">
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data?.basis === null && (
        <Card>
          <p className={classes.empty}>{t('tiers.off')}</p>
        </Card>
      )}
      {data !== undefined && data.basis !== null && (
        <div className={classes.columns}>
          <Card title={t('tiers.levels')}>
            <ul className={classes.rows}>
              {data.levels.map(({ tierId, name, people }, index) => (
                <li key={tierId} className={classes.row}>
                  <TierChip name={name} index={index} of={data.levels.length} />
                  <strong className="num">
                    {t('tiers.people', { count: people, n: format.number(people) })}
                  </strong>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('tiers.rising')}>
            {data.rising.length === 0 && <p className={classes.quiet}>{t('tiers.nobodyRises')}</p>}
            <ul className={classes.rows}>
              {data.rising.map(({ customerId, name, to, missing }) => (
                <li key={customerId} className={classes.row}>
                  <PersonLink customerId={customerId} name={name} />
                  <span className={`${classes.quiet} num`}>{missingWords(missing, to)}</span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('tiers.dropping')}>
            {data.dropping.length === 0 && <p className={classes.quiet}>{t('tiers.nobodyDrops')}</p>}
            <ul className={classes.rows}>
              {data.dropping.map(({ customerId, name, from, to }) => (
                <li key={customerId} className={classes.row}>
                  <PersonLink customerId={customerId} name={name} />
                  <span className={classes.quiet}>
                    {to === null ? t('tiers.leaves', { from }) : t('tiers.drops', { from, to })}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </ListPage>
  );
};
