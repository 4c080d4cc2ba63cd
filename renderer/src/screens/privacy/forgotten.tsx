import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ErasureView } from '#shared/contract/privacy.ts';
import { orpc } from '../../api/queries.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './privacy.module.css';

/** After it: what is kept, and how far the copies on this computer are. */
export const Forgotten = ({ erasure }: { erasure: ErasureView }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const navigate = useNavigate();
  const state = useQuery({
    ...orpc.privacy.forgotten.queryOptions(),
    refetchInterval: (query) => (query.state.data?.isCleaning === false ? false : 1000),
  });
  const isCleaned = state.data?.isCleaning === false;
  return (
    <div className={classes.screen}>
      <div role="status">
        <EmptyState
          icon={IconShieldCheck}
          text={
            <>
              <strong className={classes.doneTitle}>{t('forget.done')}</strong>
              {t('forget.doneText', { count: erasure.visits, n: format.number(erasure.visits) })}{' '}
              {t(isCleaned ? 'forget.cleaned' : 'forget.cleaning')}
            </>
          }
        >
          <Button size="lg" autoFocus onClick={() => void navigate({ to: '/customers', replace: true })}>
            {t('forget.toCustomers')}
          </Button>
        </EmptyState>
      </div>
    </div>
  );
};
