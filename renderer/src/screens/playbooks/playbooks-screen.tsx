import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/contract/playbooks.ts';
import { type PlaybookSituation, riskSituations } from '#shared/domain/playbooks/situations.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BackButton } from '../customers/back-button.tsx';
import classes from './playbooks.module.css';
import { TonesCard } from './tones-card.tsx';
import { useChangedWords } from './use-changed-words.ts';
import { usePlaybookSentence } from './use-playbook-sentence.ts';

const ofRisk: readonly PlaybookSituation[] = riskSituations.flatMap(({ high, low }) => [high, low]);

/** One playbook in a sentence; it opens to be read and changed. */
const PlaybookLink = ({ playbook, label }: { playbook: Playbook; label?: string }) => {
  const { t } = useTranslation('playbooks');
  const sentence = usePlaybookSentence();
  const changed = useChangedWords();
  const { situation, tone, isPreset } = playbook;
  return (
    <Link to="/playbooks/$situation" params={{ situation }} className={classes.playbook}>
      {label === undefined ? (
        <span className="visually-hidden">{t(`situation.${situation}`)}. </span>
      ) : (
        <span className={classes.name}>{label} </span>
      )}
      <span className={classes.sentence}>{sentence(playbook)}</span>
      <span className={classes.meta}>
        <span className={classes.tone} data-tone={tone}>
          {t(`tone.${tone}`)}
        </span>
        {!isPreset && <span>{changed(playbook)}</span>}
      </span>
    </Link>
  );
};

const RiskTable = ({ playbooks }: { playbooks: readonly Playbook[] }) => {
  const { t } = useTranslation('playbooks');
  const of = (situation: PlaybookSituation) => playbooks.find((one) => one.situation === situation);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('high')}</th>
          <th scope="col">{t('low')}</th>
        </tr>
      </thead>
      <tbody>
        {riskSituations.map(({ risk, high, low }) => (
          <tr key={risk} data-risk={risk}>
            <th scope="row">{t(`risk.${risk}`)}</th>
            {[of(high), of(low)].map(
              (playbook) =>
                playbook !== undefined && (
                  <td key={playbook.situation}>
                    <PlaybookLink playbook={playbook} />
                  </td>
                ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What to do in every situation, each in a sentence, and how much of what was said sold something. */
export const PlaybooksScreen = () => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const sentence = useFailureSentence();
  const answer = useQuery(orpc.playbooks.list.queryOptions());
  if (answer.data === undefined) {
    return answer.isError ? (
      <ErrorState text={sentence(answer.error)} onRetry={() => void answer.refetch()} />
    ) : null;
  }
  const { playbooks, sent } = answer.data;
  const others = playbooks.filter(({ situation }) => !ofRisk.includes(situation));
  return (
    <div className={classes.screen}>
      <div className={classes.headRow}>
        <BackButton fallback="/follow-ups" />
        <PageTitle title={t('title')} subtitle={t('subtitle')} />
      </div>
      <Card title={t('byRisk')}>
        <RiskTable playbooks={playbooks} />
      </Card>
      <Card title={t('byReason')}>
        <ul className={classes.others}>
          {others.map((playbook) => (
            <li key={playbook.situation}>
              <PlaybookLink playbook={playbook} label={t(`situation.${playbook.situation}`)} />
            </li>
          ))}
        </ul>
      </Card>
      <TonesCard sent={sent} format={format} />
    </div>
  );
};
