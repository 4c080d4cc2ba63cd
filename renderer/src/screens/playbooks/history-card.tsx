import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './playbooks.module.css';

/** Who changed a playbook, when. */
export const HistoryCard = ({ situation }: { situation: PlaybookSituation }) => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const answer = useQuery(orpc.playbooks.history.queryOptions({ input: { situation } }));
  const versions = answer.data?.versions ?? [];
  return (
    <Card title={t('edit.history')}>
      <FailureBanner error={answer.error} />
      {answer.isSuccess && versions.length === 0 && <p className={classes.quiet}>{t('edit.historyNone')}</p>}
      <ul className={classes.history}>
        {versions.map(({ versionId, at, staffName, content }) => (
          <li key={versionId}>
            {t(content === null ? 'edit.versionReset' : 'edit.versionSaved', {
              day: format.date(format.dayAt(at), 'short'),
              name: staffName,
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
};
