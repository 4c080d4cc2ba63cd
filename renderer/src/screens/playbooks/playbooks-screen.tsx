import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Playbook, PlaybookLearned } from '#shared/contract/playbooks.ts';
import { type PlaybookSituation, riskSituations } from '#shared/domain/playbooks/situations.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BackButton } from '../customers/back-button.tsx';
import { learnedOf, useLearnedWords } from './learned-words.ts';
import classes from './playbooks.module.css';
import { TonesCard } from './tones-card.tsx';
import { useChangedWords } from './use-changed-words.ts';
import { usePlaybookSentence } from './use-playbook-sentence.ts';

const ofRisk: readonly PlaybookSituation[] = riskSituations.flatMap(({ high, low }) => [high, low]);

/** One playbook in a sentence; it opens to be read and changed. */
const PlaybookLink = ({
  playbook,
  learned,
  label,
}: {
  playbook: Playbook;
  learned: readonly PlaybookLearned[];
  label?: string;
}) => {
  const { t } = useTranslation('playbooks');
  const sentence = usePlaybookSentence();
  const changed = useChangedWords();
  const words = useLearnedWords();
  const { situation, tone, isPreset } = playbook;
  const own = learnedOf(learned, playbook);
  const [first] = own?.returns ?? [];
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
      {own !== undefined && (
        <span className={`${classes.learned} num`}>
          {first !== undefined && own.people > 0 && `${words.people(own)} ${words.returned(first)} `}
          {own.againstNothing !== null && <b>{words.against(own.againstNothing)}</b>}
        </span>
      )}
    </Link>
  );
};

const RiskTable = ({
  playbooks,
  learned,
}: {
  playbooks: readonly Playbook[];
  learned: readonly PlaybookLearned[];
}) => {
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
                    <PlaybookLink playbook={playbook} learned={learned} />
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
  // Comes a moment later, beside what is known at once.
  const learned = useQuery(orpc.playbooks.learned.queryOptions()).data?.playbooks ?? [];
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
        <RiskTable playbooks={playbooks} learned={learned} />
      </Card>
      <Card title={t('byReason')}>
        <ul className={classes.others}>
          {others.map((playbook) => (
            <li key={playbook.situation}>
              <PlaybookLink
                playbook={playbook}
                learned={learned}
                label={t(`situation.${playbook.situation}`)}
              />
            </li>
          ))}
        </ul>
      </Card>
      <TonesCard sent={sent} format={format} />
    </div>
  );
};
