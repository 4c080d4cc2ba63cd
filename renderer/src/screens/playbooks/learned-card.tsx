import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Playbook, PlaybookLearned } from '#shared/contract/playbooks.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLearnedWords } from './learned-words.ts';
import classes from './playbooks.module.css';

/** What came of one playbook, in the version in force and in those before: outcomes, who came, and what a test says. */
export const LearnedCard = ({ playbook }: { playbook: Playbook }) => {
  const { t } = useTranslation('playbooks');
  const answer = useQuery(orpc.playbooks.learned.queryOptions());
  const own = answer.data?.playbooks.filter(({ situation }) => situation === playbook.situation) ?? [];
  const newestFirst = own.toSorted((a, b) => (b.versionId ?? 0) - (a.versionId ?? 0));
  return (
    <Card title={t('learned.title')}>
      <FailureBanner error={answer.error} />
      {answer.isSuccess && own.length === 0 && <p className={classes.quiet}>{t('learned.none')}</p>}
      {newestFirst.map((learned) => (
        <Version key={learned.versionId ?? 0} learned={learned} playbook={playbook} />
      ))}
      {own.length > 0 && <p className={classes.quiet}>{t('learned.never')}</p>}
      <p className={classes.quiet}>
        {t('learned.testHint')} <Link to="/campaigns/new">{t('learned.test')}</Link>
      </p>
    </Card>
  );
};

const Version = ({ learned, playbook }: { learned: PlaybookLearned; playbook: Playbook }) => {
  const { t } = useTranslation(['playbooks', 'followUps']);
  const format = useFormat();
  const words = useLearnedWords();
  const history = useQuery(
    orpc.playbooks.history.queryOptions({ input: { situation: playbook.situation } }),
  ).data?.versions.find(({ versionId }) => versionId === learned.versionId);
  const isNow = learned.versionId === playbook.versionId;
  const before =
    history === undefined || history.content === null
      ? t('learned.versions.preset')
      : t('learned.versions.before', { day: format.date(format.dayAt(history.at), 'short') });
  const { outcomes, returns, againstNothing, people } = learned;
  return (
    <section className={classes.version}>
      <h3>{isNow ? t('learned.versions.now') : before}</h3>
      {people > 0 && (
        <ul className="num">
          <li>{words.people(learned)}</li>
          {returns.map((row) => (
            <li key={row.days}>{words.returned(row)}</li>
          ))}
        </ul>
      )}
      {outcomes.length > 0 && (
        <p className="num">
          {t('learned.outcomes')}:{' '}
          {outcomes
            .map(({ outcome, times }) =>
              t('followUps:results.times', {
                outcome: t(`followUps:outcome.${outcome}`),
                n: format.number(times),
              }),
            )
            .join(', ')}
        </p>
      )}
      {againstNothing === null ? (
        people > 0 && <p className={classes.quiet}>{t('learned.why')}</p>
      ) : (
        <Against test={againstNothing} />
      )}
    </section>
  );
};

const Against = ({ test }: { test: NonNullable<PlaybookLearned['againstNothing']> }) => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const words = useLearnedWords();
  const { treated, held, windowDays, campaignId, name } = test;
  return (
    <p className="num">
      <b>
        {t('learned.against.title')} (
        <Link to="/campaigns/$campaignId" params={{ campaignId: String(campaignId) }}>
          {name}
        </Link>
        ):
      </b>{' '}
      {words.against(test)}{' '}
      {t('learned.against.counts', {
        treated: format.number(treated.people),
        treatedCame: format.number(treated.came),
        held: format.number(held.people),
        heldCame: format.number(held.came),
        days: format.number(windowDays),
      })}
    </p>
  );
};
