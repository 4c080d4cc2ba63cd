import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HintRow } from '../../components/hint-row.tsx';

/** Above an entry that is part of another one: where everything of it went. */
export const MergedAway = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('membership');
  const navigate = useNavigate();
  return (
    <HintRow
      tone="warn"
      icon={IconArrowMerge}
      action={
        <Button
          variant="default"
          onClick={() =>
            void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
          }
        >
          {t('merge.open')}
        </Button>
      }
    >
      {t('merge.gone')}
    </HintRow>
  );
};
