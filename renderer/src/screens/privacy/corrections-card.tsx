import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from '../customers/side-cards.module.css';

/** The newest that are shown before somebody asks for all. */
const few = 3;

/** What was corrected about somebody, from what to what, when and by whom; nothing where nothing was. */
export const CorrectionsCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(orpc.privacy.corrections.queryOptions({ input: { customerId } }));
  const all = data?.corrections ?? [];
  if (all.length === 0) return null;
  return (
    <Card title={t('corrections.title')} aria-label={t('corrections.title')}>
      {(isOpen ? all : all.slice(0, few)).map(({ at, field, before, after, staffName }, index) => (
        // Nothing is ever put between two of them.
        <div key={String(all.length - index)} className={classes.permission}>
          <div className={classes.permissionWords}>
            <p className={classes.permissionName}>
              {t('sheet.corrected', {
                field: t(`sheet.field.${field}`),
                before: before ?? t('sheet.empty'),
                after: after ?? t('sheet.empty'),
              })}
            </p>
            <p className={classes.permissionSaid}>
              {t('corrections.by', { date: format.date(format.dayAt(at)), staff: staffName })}
            </p>
          </div>
        </div>
      ))}
      {all.length > few && (
        <div className={classes.rights}>
          <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'corrections.less' : 'corrections.more')}
          </Button>
        </div>
      )}
    </Card>
  );
};
