import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { ForCall } from '../../shell/for-call.tsx';
import classes from './customers-screen.module.css';

/** The list before there is anybody on it. */
export const FirstCustomer = ({ onAdd, onImport }: { onAdd: () => void; onImport: () => void }) => {
  const { t } = useTranslation('customers');
  return (
    <Card className={classes.empty ?? ''}>
      <IconUsers size={72} stroke={1.6} className={classes.emptyIcon} aria-hidden />
      <h2 className={classes.emptyTitle}>{t('empty.title')}</h2>
      <p className={classes.emptyText}>{t('empty.text')}</p>
      <div className={classes.emptyActions}>
        <Button size="lg" leftSection={<IconPlus size={22} stroke={2} aria-hidden />} onClick={onAdd}>
          {t('empty.add')}
        </Button>
        <ForCall call="imports.customers">
          <Button
            size="lg"
            variant="default"
            leftSection={<IconFileImport size={22} stroke={1.9} aria-hidden />}
            onClick={onImport}
          >
            {t('importList')}
          </Button>
        </ForCall>
      </div>
    </Card>
  );
};
