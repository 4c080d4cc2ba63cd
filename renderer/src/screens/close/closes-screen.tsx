import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MonthClose } from '#shared/contract/month-close.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { EmptyScreen } from '../../components/empty-screen.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BackButton } from '../customers/back-button.tsx';
import { startOfSentence } from '../month/start-of-sentence.ts';
import { ChainCheck } from './chain-check.tsx';
import classes from './close.module.css';
import { monthInAddress, shortHash } from './month-name.ts';

/** Every close with its seal, and the check of the whole chain. */
export const ClosesScreen = () => {
  const { t } = useTranslation('close');
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const answer = useQuery(orpc.monthClose.list.queryOptions());
  const closes = answer.data?.closes;
  return (
    <div className={classes.page}>
      <PageTitle title={t('list.title')} subtitle={t('list.subtitle')}>
        <BackButton fallback="/month" />
      </PageTitle>
      {closes === undefined ? (
        answer.isError && <ErrorState text={sentence(answer.error)} onRetry={() => void answer.refetch()} />
      ) : closes.length === 0 ? (
        <EmptyScreen icon={IconLock} title={t('list.noneTitle')} text={t('list.none')}>
          <Button size="lg" onClick={() => void navigate({ to: '/month' })}>
            {t('toMonth')}
          </Button>
        </EmptyScreen>
      ) : (
        <Card className={classes.scrolling ?? ''}>
          <ChainCheck />
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('closed.number')}</th>
                <th scope="col">{t('list.month')}</th>
                <th scope="col">{t('list.closedOn')}</th>
                <th scope="col">{t('list.by')}</th>
                <th scope="col">{t('closed.hash')}</th>
                <th scope="col">{t('list.state')}</th>
              </tr>
            </thead>
            <tbody>
              {closes.map((close) => (
                <CloseRow key={close.number} close={close} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </div>
  );
};

const CloseRow = ({ close }: { close: MonthClose }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const at = monthInAddress(close.month);
  const name = at === null ? close.month : startOfSentence(format.month(at));
  const broken = close.broken.length > 0;
  return (
    <tr>
      <td className="num">{format.number(close.number)}</td>
      <th scope="row">
        <Link
          className={classes.link}
          to="/month/closes/$number"
          params={{ number: String(close.number) }}
          aria-label={t('list.open', { n: format.number(close.number), month: name })}
        >
          {name}
        </Link>
      </th>
      <td className="num">{format.date(format.dayAt(close.at))}</td>
      <td>{close.by}</td>
      <td className={classes.hash}>{shortHash(close.hash)}</td>
      <td>
        <span className={classes.tag} data-state={broken ? 'broken' : close.reopened ? 'skipped' : 'done'}>
          {t(broken ? 'list.broken' : close.reopened ? 'list.reopened' : 'list.inForce')}
        </span>
      </td>
    </tr>
  );
};
