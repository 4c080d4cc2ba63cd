import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import drawerClasses from './drawers.module.css';
import classes from './follow-ups.module.css';

const Table = () => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const results = useQuery(orpc.followUps.results.queryOptions());
  const reasons = results.data?.reasons;
  if (reasons === undefined) return <FailureBanner error={results.error} />;
  if (reasons.length === 0) return <p className={classes.quiet}>{t('results.none')}</p>;
  return (
    <table className={drawerClasses.results}>
      <thead>
        <tr>
          <th scope="col">{t('results.reason')}</th>
          <th scope="col">{t('results.outcomes')}</th>
          <th scope="col">{t('results.came')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ reason, outcomes, reached, came }) => (
          <tr key={reason}>
            <th scope="row">{t(`group.${reason}`)}</th>
            <td>
              {outcomes
                .map(({ outcome, times }) =>
                  t('results.times', { outcome: t(`outcome.${outcome}`), n: format.number(times) }),
                )
                .join(', ')}
            </td>
            <td className="num">
              {reached === 0
                ? t('results.tooEarly')
                : t('results.cameOf', { came: format.number(came), reached: format.number(reached) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What became of follow-ups by reason, and who came afterwards; never by who made them. */
export const ResultsDrawer = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('followUps');
  return (
    <SideDrawer opened={opened} onClose={onClose} size={640} title={t('results.title')}>
      <p className={classes.quiet}>{t('results.text')}</p>
      <Table />
    </SideDrawer>
  );
};
