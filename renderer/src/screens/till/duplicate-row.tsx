import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useTillStore } from './till-context.tsx';
import type { NewCustomerForm } from './till-panels.ts';
import { useTillWords } from './use-till-words.ts';

/** Fewer letters are nobody's name yet. */
const shortestName = 3;
const typingPause = 150;

/** Somebody who may be this very person, before a second one is made of them. */
export const DuplicateRow = ({ form }: { form: NewCustomerForm }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const words = useTillWords();
  const [name] = useDebouncedValue(form.name.trim(), typingPause);
  const [phone] = useDebouncedValue(form.phone.trim(), typingPause);
  const isAsked = name.length >= shortestName || phone.length >= shortestName || form.cardCode !== null;
  const { data } = useQuery({
    ...orpc.customers.findDuplicates.queryOptions({
      input: isAsked ? { name, phone: phone === '' ? null : phone, cardCode: form.cardCode } : skipToken,
    }),
    placeholderData: keepPreviousData,
  });
  const likely = isAsked ? data?.duplicates[0] : undefined;
  if (likely === undefined) return null;
  const { customerId, phoneTail, why } = likely;
  const who = phoneTail === null ? likely.name : `${likely.name} ${words.tail(phoneTail)}`;
  return (
    <HintRow
      tone="warn"
      icon={IconUserQuestion}
      live
      action={
        <Button
          variant="default"
          onClick={() =>
            dispatch({ type: 'open', person: { customerId, name: likely.name }, newId: newRequestId() })
          }
        >
          {t('newCustomer.itIsThem')}
        </Button>
      }
    >
      <strong>{t('newCustomer.duplicate', { name: who })}</strong> {t(`newCustomer.duplicateWhy.${why}`)}
    </HintRow>
  );
};
