import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Back to where one came from; `fallback` when the page was opened by itself. */
export const BackButton = ({
  fallback,
}: {
  fallback: '/customers' | '/month' | '/follow-ups' | '/playbooks';
}) => {
  const { t } = useTranslation('common');
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  return (
    <Button
      variant="default"
      px={15}
      className="no-print"
      aria-label={t('back')}
      onClick={() => {
        if (canGoBack) router.history.back();
        else void navigate({ to: fallback });
      }}
    >
      <IconArrowLeft size={22} stroke={2} aria-hidden />
    </Button>
  );
};
