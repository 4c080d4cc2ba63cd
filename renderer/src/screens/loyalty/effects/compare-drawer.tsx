import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { StatTile } from '../../../components/stat-tile.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from '../loyalty.module.css';
import { rulesToSend } from '../rules-to-send.ts';

const Compared = ({ rules }: { rules: ProgrammeRules }) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const { data, error, refetch } = useQuery(
    orpc.loyalty.compare.queryOptions({ input: { rules: rulesToSend(rules) } }),
  );
  if (error !== null) return <FailureBanner error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p role="status">{t('compare.working')}</p>;
  const { gains, loses, same, tiers, people } = data;
  return (
    <div className={classes.compared}>
      <div className={classes.tiles}>
        <StatTile label={t('compare.gains')} value={format.number(gains)} />
        <StatTile label={t('compare.loses')} value={format.number(loses)} />
        <StatTile label={t('compare.same')} value={format.number(same)} />
      </div>
      {tiers.length > 0 && (
        <table className={classes.table}>
          <caption>{t('compare.tiers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.tier')}</th>
              <th scope="col">{t('compare.now')}</th>
              <th scope="col">{t('compare.draft')}</th>
            </tr>
          </thead>
          <tbody>
            {tiers.map(({ name, now, draft }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{format.number(now)}</td>
                <td className="num">{format.number(draft)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length > 0 ? (
        <table className={classes.table}>
          <caption>{t('compare.people')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.name')}</th>
              <th scope="col">{t('compare.now')}</th>
              <th scope="col">{t('compare.draft')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ customerId, name, now, draft }) => (
              <tr key={customerId}>
                <th scope="row">
                  <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
                    {name}
                  </Link>
                </th>
                <td className="num">{format.money(now)}</td>
                <td className="num">{format.money(draft)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className={classes.quiet}>{t('compare.nobody')}</p>
      )}
    </div>
  );
};

/** How the draft differs from today's rules for the people there are. */
export const CompareDrawer = ({
  opened,
  rules,
  onClose,
}: {
  opened: boolean;
  rules: ProgrammeRules;
  onClose: () => void;
}) => {
  const { t } = useTranslation('loyalty');
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('compare.title')}>
      {opened && <Compared rules={rules} />}
    </SideDrawer>
  );
};
