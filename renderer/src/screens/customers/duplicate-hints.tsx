import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';

/** Fewer letters are nobody's name yet. */
const shortestName = 3;
const typingPause = 250;

/** Who may be the same person, shown before anything is saved. */
export const DuplicateHints = ({
  name,
  phone,
  exceptId,
}: {
  name: string;
  phone: string;
  exceptId: number | null;
}) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const [typed] = useDebouncedValue({ name: name.trim(), phone: phone.trim() }, typingPause);
  const enough = typed.name.length >= shortestName || typed.phone !== '';
  const found = useQuery({
    ...orpc.customers.findDuplicates.queryOptions({
      input: enough
        ? { name: typed.name, phone: typed.phone === '' ? null : typed.phone, cardCode: null, exceptId }
        : skipToken,
    }),
    placeholderData: keepPreviousData,
  });
  const duplicates = enough ? (found.data?.duplicates ?? []) : [];
  return duplicates.slice(0, 3).map(({ customerId, name: other, phoneTail, why }) => (
    <HintRow
      key={customerId}
      tone="warn"
      live
      action={
        <Button
          variant="default"
          onClick={() =>
            void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
          }
        >
          {t('form.openDuplicate')}
        </Button>
      }
    >
      <strong>{t('form.duplicates')}</strong> {other}
      {phoneTail !== null && <> {t('cardEnds', { tail: phoneTail })}</>} ({t(`form.duplicateWhy.${why}`)})
    </HintRow>
  ));
};
