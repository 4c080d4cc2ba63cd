import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './audit.module.css';
import { chainWords } from './chain-words.ts';

/** Whether the log is as it was written: followed from the first entry whenever this is opened, and when asked. */
export const ChainState = () => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const verified = useQuery({ ...orpc.audit.verify.queryOptions(), staleTime: 0 });
  const { data, error } = verified;
  if (error) return <FailureBanner error={error} />;
  const Icon = data?.broken ? IconAlertTriangle : IconShieldCheck;
  return (
    <p className={classes.chain} role="status" data-broken={data?.broken ? true : undefined}>
      {data !== undefined && (
        <>
          <Icon size={20} stroke={1.9} aria-hidden />
          <span>{chainWords(t, format, data)}</span>
          <Button
            variant="subtle"
            size="sm"
            h={44}
            loading={verified.isFetching}
            onClick={() => void verified.refetch()}
          >
            {t('chain.again')}
          </Button>
        </>
      )}
    </p>
  );
};
