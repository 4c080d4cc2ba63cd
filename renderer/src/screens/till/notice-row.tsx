import { Button } from '@mantine/core';
import { IconCheck, IconCreditCardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTillStore } from './till-context.tsx';
import type { Notice } from './till-state.ts';

const useNoticeWords = (): ((notice: Exclude<Notice, { kind: 'failed' }>) => string) => {
  const { t } = useTranslation(['till', 'tillActs']);
  const format = useFormat();
  return (notice) => {
    switch (notice.kind) {
      case 'notCheckedIn':
      case 'cardGiven':
        return t(`notice.${notice.kind}`, { name: notice.name });
      case 'cardBlocked':
        return t('notice.cardBlocked', { name: notice.person.name });
      case 'noteSaved':
        return t('notice.noteSaved');
      case 'moved':
        return t('notice.moved', { name: notice.name ?? t('today.walkIn') });
      case 'parked':
      case 'released':
        return t(`tillActs:park.${notice.kind}`, { name: notice.name ?? t('today.walkIn') });
      case 'refunded': {
        const name = notice.name ?? t('today.walkIn');
        const changes = notice.changes
          .filter(({ before, after }) => before !== after)
          .map(({ kind, before, after }) => {
            const count = Math.abs(after - before);
            const sign = after > before ? '+' : '\u2212';
            return sign + t(`tillActs:refund.${kind}`, { count, n: format.number(count) });
          });
        const done = t('tillActs:refund.done', { name, amount: format.money(notice.amount) });
        return [done, changes.join(', ')].filter((part) => part !== '').join(' ');
      }
      case 'undone': {
        const name = notice.name ?? t('today.walkIn');
        return notice.amount === null
          ? t('notice.undoneNoAmount', { name })
          : t('notice.undone', { name, amount: format.money(notice.amount) });
      }
    }
  };
};

/** A line about what just happened. */
export const NoticeRow = ({ notice }: { notice: Notice }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const words = useNoticeWords();
  switch (notice.kind) {
    case 'failed':
      return <FailureBanner error={notice.failure} />;
    case 'cardBlocked': {
      const { person } = notice;
      return (
        <HintRow
          tone="warn"
          icon={IconCreditCardOff}
          live
          action={
            <Button
              variant="default"
              onClick={() => dispatch({ type: 'open', person, newId: newRequestId() })}
            >
              {t('notice.openPerson', { name: person.name })}
            </Button>
          }
        >
          {words(notice)}
        </HintRow>
      );
    }
    case 'notCheckedIn':
      return (
        <HintRow tone="warn" live>
          {words(notice)}
        </HintRow>
      );
    default:
      return (
        <HintRow tone="good" icon={IconCheck} live>
          {words(notice)}
        </HintRow>
      );
  }
};
