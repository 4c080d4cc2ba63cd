import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../../components/empty-screen.tsx';
import { ImportListButton } from '../../components/import-list-button.tsx';
import { ForCall } from '../../shell/for-call.tsx';

/** The list before there is anybody on it. */
export const FirstCustomer = ({ onAdd }: { onAdd: () => void }) => {
  const { t } = useTranslation('customers');
  return (
    <EmptyScreen icon={IconUsers} title={t('empty.title')} text={t('empty.text')}>
      <Button size="lg" leftSection={<IconPlus size={22} stroke={2} aria-hidden />} onClick={onAdd}>
        {t('empty.add')}
      </Button>
      <ForCall call="imports.customers">
        <ImportListButton>{t('importList')}</ImportListButton>
      </ForCall>
    </EmptyScreen>
  );
};
