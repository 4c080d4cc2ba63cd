import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { chainWords } from '../audit/chain-words.ts';

/** Whether the log is as it was written, before a month is closed upon it. */
export const LogCheck = () => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { data } = useQuery(orpc.audit.verify.queryOptions());
  if (data === undefined) return null;
  const isWhole = data.broken === null;
  return (
    <HintRow tone={isWhole ? 'quiet' : 'bad'} icon={isWhole ? IconShieldCheck : IconAlertTriangle} live>
      {t('field', { name: t('title'), values: chainWords(t, format, data) })}
    </HintRow>
  );
};
